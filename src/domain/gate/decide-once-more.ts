import type { Policy } from "../policy/policy.ts";
import type { GateFacts, GateMessage } from "./facts.ts";
import { decide } from "./gate.ts";
import type { Verdict } from "./verdict.ts";

/**
 * Does the gate, told the same again, say the same again (promise 6)? Null for what it never said: the therapist decided, or
 * a mistake of the app did.
 */
export function saysTheSameAgain(
  given: Verdict,
  message: GateMessage,
  facts: GateFacts,
  policy: Policy,
): boolean | null {
  if (given.rule === "by-hand" || given.reasons.includes("fault")) return null;
  const again = decide(message, facts, policy);
  return (
    again.rule === given.rule &&
    untilOf(again) === untilOf(given) &&
    again.reasons.length === given.reasons.length &&
    again.reasons.every((reason, place) => reason === given.reasons[place])
  );
}

/** Null for what surfaces, so that the two kinds never have one. */
const untilOf = (verdict: Verdict): number | null => (verdict.kind === "hold" ? verdict.until : null);
