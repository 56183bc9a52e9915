import { contains, day } from "../time/instant.ts";
import type { Instant } from "../time/instant.ts";
import type { DayNumber } from "../time/wall.ts";
import { horizonDays, intervalsOfDay, localDay, spansFrom } from "./open-spans.ts";
import type { Availability } from "./open-spans.ts";

/**
 * The stretch between two openings that an instant lies in. `end` is the opening that ends it and serves as its id
 * (FIELD T14). Either side is null when nothing is open within `horizonDays` on that side.
 */
export interface ClosedPeriod {
  readonly start: Instant | null;
  readonly end: Instant | null;
}

/** Are messages read at this instant? */
export function isOpenAt(availability: Availability, at: Instant): boolean {
  const today = localDay(availability, at);
  // Yesterday's window may run past midnight; tomorrow's may have begun where the clock went back over midnight.
  return [today - 1, today, today + 1].some((one) =>
    intervalsOfDay(availability, one).some((interval) => contains(interval, at)),
  );
}

/** The earliest start of an open span strictly after `at`; null when there is none within `horizonDays`. */
export function nextOpening(availability: Availability, at: Instant): Instant | null {
  for (const span of scan(availability, at)) {
    if (span.start > limit(at)) return null;
    if (span.start > at) return span.start;
  }
  return null;
}

/** The earliest end of an open span strictly after `at`; null when there is none within `horizonDays`. */
export function nextClosing(availability: Availability, at: Instant): Instant | null {
  for (const span of scan(availability, at)) {
    if (span.end > limit(at)) return null;
    if (span.end > at) return span.end;
  }
  return null;
}

/** The closed period `at` lies in, or null when messages are read at that instant. */
export function closedPeriodAt(availability: Availability, at: Instant): ClosedPeriod | null {
  if (isOpenAt(availability, at)) return null;
  return { start: lastClosing(availability, at), end: nextOpening(availability, at) };
}

/** The last end of a window at or before `at`, which must be closed: then no window reaches across it. */
function lastClosing(availability: Availability, at: Instant): Instant | null {
  const today = localDay(availability, at);
  for (let dayNumber = today + 1; dayNumber >= today - horizonDays; dayNumber -= 1) {
    const ends = endsUpTo(availability, dayNumber, at);
    // A window of the day before may run past midnight and end later than those of the day itself.
    if (ends.length > 0) return Math.max(...ends, ...endsUpTo(availability, dayNumber - 1, at));
  }
  return null;
}

function endsUpTo(availability: Availability, dayNumber: DayNumber, at: Instant): Instant[] {
  return intervalsOfDay(availability, dayNumber)
    .map((interval) => interval.end)
    .filter((end) => end <= at);
}

function scan(availability: Availability, at: Instant) {
  // Two days back, so that each span that matters has its true start; two more ahead, so that each end up to the limit
  // is a true end and not the edge of the scan.
  return spansFrom(availability, localDay(availability, at) - 2, horizonDays + 5);
}

function limit(at: Instant): Instant {
  return at + horizonDays * day;
}
