import { contains } from "../../time/instant.ts";
import type { GateFacts } from "../facts.ts";
import { firstFreeInstant, type Quiet } from "../quiet.ts";
import { hold, type Verdict } from "../verdict.ts";

/** Rule 8: inside message hours, messages come together. Holds until the next full hour, half hour ... of the wall clock. */
export function batch(facts: GateFacts, quiet: Quiet): Verdict | null {
  if (quiet.batch === null || !contains(quiet.batch, facts.now)) return null;
  const until = firstFreeInstant(quiet, facts.now);
  return until === null ? null : hold(until, "batch", "batch");
}
