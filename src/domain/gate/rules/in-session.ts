import type { GateFacts } from "../facts.ts";
import { firstFreeInstant, type Quiet, sessionAt } from "../quiet.ts";
import { hold, type Verdict } from "../verdict.ts";

/** Rule 5: a session or a buffer around one runs. Holds until both are over. */
export function inSession(facts: GateFacts, quiet: Quiet): Verdict | null {
  if (sessionAt(quiet, facts.now) === null) return null;
  const until = firstFreeInstant(quiet, facts.now);
  return until === null ? null : hold(until, "in-session", "session");
}
