import type { Policy } from "../policy/policy.ts";
import { weekdays } from "../policy/hours.ts";
import type { Alternation, Closure, HoursWindow, RegionHoliday, Season, WeeklyHours } from "../policy/hours.ts";
import { requireRange } from "../time/instant.ts";
import type { Instant, Interval } from "../time/instant.ts";
import { boundaryOfDay, dayAt } from "../time/practice-zone.ts";
import type { PracticeZones } from "../time/practice-zone.ts";
import { dateOfDay, dayOfDate, minutesOfDay, weekdayOfDay } from "../time/wall.ts";
import type { DayNumber } from "../time/wall.ts";
import { turnOfWeek } from "./alternation.ts";

/** When messages are read: all that the questions about opening and closing need. Dates are those of the practice's clock. */
export interface Availability extends PracticeZones {
  readonly messageHours: WeeklyHours;
  readonly closures: readonly Closure[];
  /** Weeks that alternate with the message hours. */
  readonly alternation?: Alternation | null;
  /** Weeks of certain dates; they do not overlap. */
  readonly seasons?: readonly Pick<Season, "firstDate" | "lastDate" | "hours">[];
  /** Public holidays of the region, at most one a date. */
  readonly holidays?: readonly RegionHoliday[];
}

/** How many days ahead or back any question looks before it answers "none" (FIELD T6). */
export const horizonDays = 400;

const ofPolicies = new WeakMap<Policy, Availability>();

/** The availability a policy describes; for one policy always the same value, so that what follows from it is kept too. */
export function availabilityOf(policy: Policy): Availability {
  let availability = ofPolicies.get(policy);
  if (availability === undefined) {
    const { practice, travel, messageHours, closures, alternation, seasons, holidays } = policy;
    availability = {
      zone: practice.zone,
      travel,
      messageHours,
      closures,
      alternation,
      seasons,
      holidays: holidays.days,
    };
    ofPolicies.set(policy, availability);
  }
  return availability;
}

/**
 * The closure that decides a date, or null when the ordinary hours hold. Vacation beats changed hours, changed hours beat
 * a day off or a holiday entered by hand, and these beat a holiday of the region (FIELD T5); of two of the same rank the
 * shorter one decides, being meant more precisely.
 */
export function closureOn(availability: Availability, date: string): Closure | null {
  let decisive: Closure | null = null;
  for (const closure of availability.closures) {
    if (closure.firstDate > date || date > closure.lastDate) continue;
    if (decisive === null || outranks(closure, decisive)) decisive = closure;
  }
  return decisive ?? holidayOn(availability, date);
}

/** The region's holiday on a date as the closure it is; null also where the therapist works as usual on it. */
function holidayOn({ holidays }: Availability, date: string): Closure | null {
  const holiday = holidays?.find((one) => one.date === date);
  if (holiday === undefined || holiday.rule === "as-usual") return null;
  return {
    id: `holiday of ${date}`,
    kind: "holiday",
    label: holiday.name,
    firstDate: date,
    lastDate: date,
    windows: holiday.windows,
    cover: null,
  };
}

/**
 * The windows that begin on a date, on the wall clock of the practice's zone on that date. Every question about hours comes through here
 * (FIELD T12): vacation, then changed hours, then day off or holiday, then the season, then the alternate or only week.
 */
export function effectiveWindows(availability: Availability, date: string): readonly HoursWindow[] {
  const closure = closureOn(availability, date);
  if (closure !== null) return closure.windows;
  const season = availability.seasons?.find((one) => one.firstDate <= date && date <= one.lastDate);
  const weekday = weekdays[weekdayOfDay(dayOfDate(date))];
  return weekday === undefined ? [] : (season?.hours ?? ordinaryWeekOf(availability, date))[weekday];
}

function ordinaryWeekOf({ messageHours, alternation }: Availability, date: string): WeeklyHours {
  if (alternation === null || alternation === undefined) return messageHours;
  const turn = turnOfWeek(alternation, date);
  return turn === 0 ? messageHours : (alternation.further[turn - 1] ?? messageHours);
}

/**
 * The windows that begin on a day, as instants in order of their start. A window past midnight ends at local midnight when
 * the next date has a closure of its own, and every window where the zone of its date does; windows that lie wholly in
 * skipped time are gone.
 */
export function intervalsOfDay(availability: Availability, dayNumber: DayNumber): Interval[] {
  const windows = effectiveWindows(availability, dateOfDay(dayNumber));
  const found: Interval[] = [];
  for (const window of windows) {
    const start = minutesOfDay(window.start);
    const end = minutesOfDay(window.end);
    const isCut = end < start && closureOn(availability, dateOfDay(dayNumber + 1)) !== null;
    const endsAfter = end > start ? end : isCut ? 24 * 60 : end + 24 * 60;
    const interval = {
      start: boundaryOfDay(availability, dayNumber, start),
      end: boundaryOfDay(availability, dayNumber, endsAfter),
    };
    if (interval.start < interval.end) found.push(interval);
  }
  return found.toSorted((a, b) => a.start - b.start);
}

/**
 * Merged open spans whose windows begin on `days` days from `firstDay` on, ascending and made only as far as they are
 * read. The first may have begun earlier and the last may go on, where windows outside these days touch them.
 */
function* spansFrom(
  availability: Availability,
  firstDay: DayNumber,
  days: number,
): Generator<Interval, void, undefined> {
  let span: { start: Instant; end: Instant } | null = null;
  for (let dayNumber = firstDay; dayNumber < firstDay + days; dayNumber += 1) {
    for (const next of intervalsOfDay(availability, dayNumber)) {
      if (span !== null && next.start <= span.end) {
        span.end = Math.max(span.end, next.end);
      } else {
        if (span !== null) yield span;
        span = { start: next.start, end: next.end };
      }
    }
  }
  if (span !== null) yield span;
}

/**
 * The merged open spans that meet `[range.start, range.end)`, each in its full length, not clipped to the range. Hours
 * that never close are cut `horizonDays` beyond the range. Throws an `UpsideDownRangeError`.
 */
export function openSpans(availability: Availability, range: Interval): Interval[] {
  requireRange(range);
  if (range.start === range.end) return [];
  const firstDay = dayAt(availability, range.start);
  const lastDay = dayAt(availability, range.end);
  // A span that meets the range has its true start only if a whole closed stretch lies between it and the first day
  // scanned. Nearly always two days back are enough; hours round the clock need more.
  for (const back of [2, 16, horizonDays]) {
    const found: Interval[] = [];
    for (const span of spansFrom(availability, firstDay - back, back + (lastDay - firstDay) + horizonDays)) {
      if (span.start >= range.end) break;
      if (span.end > range.start) found.push(span);
    }
    const first = found[0];
    const startIsTrue = first === undefined || first.start >= boundaryOfDay(availability, firstDay - back + 1, 0);
    if (startIsTrue || back === horizonDays) return found;
  }
  return [];
}

function outranks(challenger: Closure, holder: Closure): boolean {
  const difference = rank(challenger) - rank(holder);
  return difference < 0 || (difference === 0 && length(challenger) < length(holder));
}

function rank(closure: Closure): number {
  switch (closure.kind) {
    case "vacation":
      return 0;
    case "changed-hours":
      return 1;
    case "day-off":
    case "holiday":
      return 2;
  }
}

function length(closure: Closure): number {
  return dayOfDate(closure.lastDate) - dayOfDate(closure.firstDate);
}
