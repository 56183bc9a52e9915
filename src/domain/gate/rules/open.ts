import { isOpenAt } from "../../availability/opening.ts";
import type { GateFacts } from "../facts.ts";
import type { Quiet } from "../quiet.ts";
import { surface, type Verdict } from "../verdict.ts";

/** Rule 9: inside message hours. */
export function open(facts: GateFacts, quiet: Quiet): Verdict | null {
  return isOpenAt(quiet.availability, facts.now) ? surface("open", "message-hours") : null;
}
