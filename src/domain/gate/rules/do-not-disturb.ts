import type { GateFacts } from "../facts.ts";
import { firstFreeInstant, mustNotBeDisturbed, type Quiet } from "../quiet.ts";
import { hold, type Verdict } from "../verdict.ts";

/** Rule 4: switched on by hand. Holds until it ends or the next opening, whichever is first. */
export function doNotDisturb(facts: GateFacts, quiet: Quiet): Verdict | null {
  if (!mustNotBeDisturbed(quiet, facts.now)) return null;
  const until = firstFreeInstant(quiet, facts.now);
  return until === null ? null : hold(until, "do-not-disturb", "do-not-disturb");
}
