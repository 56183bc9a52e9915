import type { Policy } from "../../policy/policy.ts";
import { hour } from "../../time/instant.ts";
import type { GateFacts, GateMessage } from "../facts.ts";
import { findPhrase } from "../phrases.ts";
import { hold, surface, type Verdict } from "../verdict.ts";

/**
 * Rule 3: from some hours before a client's own session until its end, that client's messages surface - all of them, or
 * those that speak of coming late and the like. Optional; it can only add.
 */
export function nearSession(message: GateMessage, facts: GateFacts, policy: Policy): Verdict | null {
  const { on, hours } = policy.gate.nearSession;
  if (!on) return null;
  const session = facts.ownSessions.find(({ start, end }) => start - hours * hour <= facts.now && facts.now < end);
  if (session === undefined || !isAboutSession(message, policy)) return null;
  return surface("near-session", session.start <= facts.now ? "session-now" : "session-soon");
}

/** A hold that ends in time: what this rule lets through shortly before a session is not held beyond that. */
export function endingBeforeSession(verdict: Verdict, message: GateMessage, facts: GateFacts, policy: Policy): Verdict {
  const { on, hours } = policy.gate.nearSession;
  if (!on || verdict.kind === "surface") return verdict;
  const from = Math.min(
    ...facts.ownSessions.map(({ start }) => start - hours * hour).filter((start) => start > facts.now),
  );
  return from < verdict.until && isAboutSession(message, policy)
    ? hold(from, verdict.rule, ...verdict.reasons, "session-later")
    : verdict;
}

function isAboutSession({ subject, text }: GateMessage, policy: Policy): boolean {
  const { phrases } = policy.gate.nearSession;
  return phrases.length === 0 || findPhrase(`${subject}\n${text}`, phrases) !== null;
}
