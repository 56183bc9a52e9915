import { closureInForce } from "../../availability/closure-in-force.ts";
import { isOpenAt } from "../../availability/opening.ts";
import type { Closure } from "../../policy/hours.ts";
import { isAgreementInForce } from "../agreed-hours.ts";
import type { GateFacts } from "../facts.ts";
import { firstFreeInstant, type Quiet } from "../quiet.ts";
import { hold, type Verdict } from "../verdict.ts";

/** Rule 7: outside message hours. Holds until the next opening for this client at which no session stands in the way. */
export function closed(facts: GateFacts, quiet: Quiet): Verdict | null {
  if (isOpenAt(quiet.availability, facts.now)) return null;
  const until = firstFreeInstant(quiet, facts.now);
  if (until === null) return null;
  const closure = closureInForce(quiet.availability, facts.now);
  const reasons = [closure === null ? "outside-message-hours" : `closure:${kindOf(closure)}`];
  if (quiet.agreed !== null && isAgreementInForce(quiet.agreed, facts.now)) {
    reasons.push("agreed-hours-over");
    if (quiet.agreed.pause !== null) reasons.push(`agreed-hours-${quiet.agreed.pause}`);
  }
  return hold(until, "closed", ...reasons);
}

/** A holiday with hours is one that was shortened. */
function kindOf({ kind, windows }: Closure): string {
  return kind === "holiday" && windows.length > 0 ? "shortened-holiday" : kind;
}
