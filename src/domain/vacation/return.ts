import { availabilityOf } from "../availability/open-spans.ts";
import { nextOpening } from "../availability/opening.ts";
import type { Policy } from "../policy/policy.ts";
import type { Instant, Interval } from "../time/instant.ts";
import { dateAt } from "../time/practice-zone.ts";
import { spanOf } from "./sessions.ts";

/**
 * The time away that the practice is back from at `now`, from the vacation's first midnight to the opening that ended it;
 * null on any other day than that of this opening, and before it.
 */
export function awayUntilToday(policy: Policy, now: Instant): Interval | null {
  const availability = availabilityOf(policy);
  const today = dateAt(availability, now);
  for (const closure of policy.closures) {
    if (closure.kind !== "vacation" || closure.lastDate >= today) continue;
    const { start, end } = spanOf(availability, closure);
    const opening = nextOpening(availability, end - 1);
    if (opening !== null && opening <= now && dateAt(availability, opening) === today) return { start, end: opening };
  }
  return null;
}
