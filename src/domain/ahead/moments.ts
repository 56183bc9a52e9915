import { availabilityOf } from "../availability/open-spans.ts";
import type { Policy } from "../policy/policy.ts";
import { day, hour, type Instant } from "../time/instant.ts";
import { boundaryOfDay, dayAt, nextJump } from "../time/practice-zone.ts";
import { dateOfDay, dayOfDate, weekdayOfDay } from "../time/wall.ts";

/** An instant that a careful therapist would ask about. */
export interface AskedMoment {
  readonly name: "tonight" | "saturday" | "clock-change" | "vacation";
  readonly at: Instant;
}

const saturday = 5;

/**
 * Moments worth asking about, the nearest of each after `now`: tonight at 22:00, Saturday at 2:00, half an hour before the
 * clocks next change, and noon on the first day of the next vacation. Those that are not in sight are left out.
 */
export function momentsAhead(policy: Policy, now: Instant): AskedMoment[] {
  const zones = availabilityOf(policy);
  const today = dayAt(zones, now);
  const next = (candidates: readonly number[], minutes: number): Instant | null =>
    candidates.map((one) => boundaryOfDay(zones, one, minutes)).find((at) => at > now) ?? null;
  const toSaturday = (saturday - weekdayOfDay(today) + 7) % 7;
  const horizon = now + 400 * day;
  const jump = nextJump(zones, now + hour / 2, horizon);
  const vacations = policy.closures
    .filter(({ kind, firstDate }) => kind === "vacation" && firstDate >= dateOfDay(today))
    .map(({ firstDate }) => dayOfDate(firstDate))
    .toSorted((a, b) => a - b);
  const found = {
    tonight: next([today, today + 1], 22 * 60),
    saturday: next([today + toSaturday, today + toSaturday + 7], 2 * 60),
    "clock-change": jump < horizon ? jump - hour / 2 : null,
    vacation: next(vacations, 12 * 60),
  };
  const names = ["tonight", "saturday", "clock-change", "vacation"] as const;
  return names.flatMap((name) => {
    const at = found[name];
    return at === null ? [] : [{ name, at }];
  });
}
