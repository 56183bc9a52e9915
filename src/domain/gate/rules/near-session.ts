import type { Policy } from "../../policy/policy.ts";
import { hour } from "../../time/instant.ts";
import type { GateFacts, GateMessage } from "../facts.ts";
import { findPhrase } from "../phrases.ts";
import { surface, type Verdict } from "../verdict.ts";

/**
 * Rule 3: from some hours before a client's own session until its end, that client's messages surface - all of them, or
 * those that speak of coming late and the like. Optional; it can only add.
 */
export function nearSession(message: GateMessage, facts: GateFacts, policy: Policy): Verdict | null {
  const { on, hours, phrases } = policy.gate.nearSession;
  if (!on) return null;
  const session = facts.ownSessions.find(({ start, end }) => start - hours * hour <= facts.now && facts.now < end);
  if (session === undefined) return null;
  if (phrases.length > 0 && findPhrase(`${message.subject}\n${message.text}`, phrases) === null) return null;
  return surface("near-session", session.start <= facts.now ? "session-now" : "session-soon");
}
