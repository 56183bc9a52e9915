import { isOpenAt } from "../../availability/opening.ts";
import { isAgreedAt } from "../agreed-hours.ts";
import type { GateFacts } from "../facts.ts";
import type { Quiet } from "../quiet.ts";
import { surface, type Verdict } from "../verdict.ts";

/** Rule 6: the practice is closed, but hours agreed with this client are open. */
export function clientHours(facts: GateFacts, quiet: Quiet): Verdict | null {
  if (quiet.agreed === null || isOpenAt(quiet.availability, facts.now)) return null;
  return isAgreedAt(quiet.agreed, facts.now) ? surface("client-hours", "agreed-hours") : null;
}
