import { type Availability, availabilityOf, closureOn, effectiveWindows } from "../domain/availability/open-spans.ts";
import { closureInForce } from "../domain/availability/closure-in-force.ts";
import { isOpenAt, nextClosing } from "../domain/availability/opening.ts";
import type { Closure, HoursWindow } from "../domain/policy/hours.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { day, type Instant, minute } from "../domain/time/instant.ts";
import { dateAt, wallAt, zoneAt, zoneOfDate } from "../domain/time/practice-zone.ts";
import { sayInstant } from "../domain/time/say.ts";
import { instantToWall } from "../domain/time/zone.ts";
import { done, type Outcome, refused } from "./outcome.ts";

const timeOfDay = (at: Instant, zone: string): string => instantToWall(at, zone).slice(11);

/** For some hours after a trip back to an earlier clock, the evening of its last date is there a second time. */
const betweenZones = (availability: Availability, now: Instant): boolean =>
  zoneOfDate(availability, dateAt(availability, now)) !== zoneAt(availability, now);

/** Today's hours ended at `now`: a dated exception that leaves the ordinary week alone. */
export function closeTodayAt(policy: Policy, now: Instant, id: string): Outcome<Closure> {
  const availability = availabilityOf(policy);
  if (!isOpenAt(availability, now)) return refused("The practice is closed already.");
  const date = dateAt(availability, now);
  const clockNow = timeOfDay(now, zoneAt(availability, now));
  const today = effectiveWindows(availability, date);
  // Past midnight in yesterday's hours: the exception itself ends those at midnight, and today stays as it is.
  const inYesterday = !today.some(
    (window) => window.start <= clockNow && (window.end <= window.start || clockNow < window.end),
  );
  const windows = inYesterday ? today : today.flatMap((window) => cutAt(window, clockNow));
  return done(changedHours(id, date, "Closed early", windows));
}

/** What is left of a window that is over at `time`; later windows of the day fall away with it. */
function cutAt(window: HoursWindow, time: string): HoursWindow[] {
  if (window.start >= time) return [];
  const runsOver = window.end <= window.start || window.end > time;
  return [runsOver ? { start: window.start, end: time } : window];
}

/** Today's hours with a further window from `now` to `until`, at most a day long. */
export function openTodayUntil(policy: Policy, now: Instant, until: Instant, id: string): Outcome<Closure> {
  if (until <= now) return refused("Choose a time that is still to come.", "until");
  if (until - now >= day)
    return refused("At most until this time tomorrow. For longer, change the message hours.", "until");
  const availability = availabilityOf(policy);
  if (betweenZones(availability, now))
    return refused("The time zone of the practice has just changed. Hours begin again at midnight.");
  const zone = zoneAt(availability, now);
  if (closureInForce(availability, now)?.kind === "vacation")
    return refused("You are away. Shorten the vacation first.");
  const window = { start: timeOfDay(now, zone), end: timeOfDay(until, zone) };
  if (window.start === window.end) return refused("Choose a time at least a minute away.", "until");
  const date = dateAt(availability, now);
  return done(changedHours(id, date, "Open longer", [...effectiveWindows(availability, date), window]));
}

/**
 * Why the practice that is open at `now` closes before `until`: at midnight a date with an exception of its own begins, or
 * a trip does. Null where it does not.
 */
export function whatCutsShort(policy: Policy, now: Instant, until: Instant): string | null {
  const availability = availabilityOf(policy);
  const closing = nextClosing(availability, now);
  // Hours are kept to the minute.
  if (closing === null || until - closing < minute) return null;
  const { locale } = policy.practice;
  const wall = wallAt(availability, closing);
  const at = wall.endsWith("T00:00") ? "midnight" : sayInstant(closing, now, availability, locale);
  const closure = closureOn(availability, wall.slice(0, 10));
  return closure === null
    ? `It closes at ${at} already.`
    : `It closes at ${at} already, because of ${closure.label === "" ? kindInWords(closure.kind) : closure.label}.`;
}

function kindInWords(kind: Closure["kind"]): string {
  switch (kind) {
    case "vacation":
      return "your vacation";
    case "day-off":
      return "a day off";
    case "holiday":
      return "a holiday";
    case "changed-hours":
      return "the hours of the next day";
    default:
      return kind satisfies never;
  }
}

const changedHours = (id: string, date: string, label: string, windows: readonly HoursWindow[]): Closure => ({
  id,
  kind: "changed-hours",
  label,
  firstDate: date,
  lastDate: date,
  windows,
  cover: null,
});
