import type { Policy } from "../../policy/policy.ts";
import type { GateFacts, GateMessage } from "../facts.ts";
import { withoutOwnWords } from "../own-words.ts";
import { findPhrase, isCallForHelp } from "../phrases.ts";
import { surface, type Verdict } from "../verdict.ts";

/** The emergency line of a quoted reply says "crisis" too; only what the writer wrote counts. */
function phraseOf({ subject, text }: GateMessage, { ownWords }: GateFacts, policy: Policy): string | null {
  const { safetyPhrases } = policy.gate;
  const phrase = findPhrase(`${subject}\n${text}`, safetyPhrases);
  if (phrase === null || ownWords.length === 0) return phrase;
  return findPhrase(`${subject}\n${withoutOwnWords(text, ownWords)}`, safetyPhrases);
}

/**
 * Rule 1: a safety phrase, HELP alone, or a client marked urgent surfaces whatever the hour. It can only add
 * (promise 2; FIELD C2, C3, C7).
 */
export function safety(message: GateMessage, facts: GateFacts, policy: Policy): Verdict | null {
  const phrase = phraseOf(message, facts, policy);
  if (phrase !== null) return surface("safety", `phrase:${phrase}`);
  // A mail may say it in its subject and nothing else.
  if (isCallForHelp(message.text.trim() === "" ? message.subject : message.text))
    return surface("safety", "phrase:HELP");
  if (facts.urgentClient) return surface("safety", "client-marked-urgent");
  return null;
}
