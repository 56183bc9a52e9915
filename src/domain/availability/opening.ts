import { day } from "../time/instant.ts";
import type { Instant } from "../time/instant.ts";
import { endAfter, endUpTo, isInside, startAfter } from "../time/span-index.ts";
import { hoursAround } from "./hours-index.ts";
import { horizonDays } from "./open-spans.ts";
import type { Availability } from "./open-spans.ts";

/**
 * The stretch between two openings that an instant lies in. `end` is the opening that ends it and serves as its id
 * (FIELD T14). Either side is null when nothing is open within `horizonDays` on that side.
 */
export interface ClosedPeriod {
  readonly start: Instant | null;
  readonly end: Instant | null;
}

const horizon = horizonDays * day;
/** So far beyond an instant an index has to reach for its spans to have their true ends up to the horizon. */
const trueEnds = 2 * day;

/** Are messages read at this instant? */
export function isOpenAt(availability: Availability, at: Instant): boolean {
  return isInside(hoursAround(availability, at, at), at);
}

/** The earliest start of an open span strictly after `at`; null when there is none within `horizonDays`. */
export function nextOpening(availability: Availability, at: Instant): Instant | null {
  // Nearly always there is one close by; only a long closure needs the look as far as the horizon.
  const opening =
    startAfter(hoursAround(availability, at, at), at) ?? startAfter(hoursAround(availability, at, at + horizon), at);
  return opening === null || opening > at + horizon ? null : opening;
}

/** The earliest end of an open span strictly after `at`; null when there is none within `horizonDays`. */
export function nextClosing(availability: Availability, at: Instant): Instant | null {
  const closing =
    endAfter(hoursAround(availability, at, at + trueEnds), at) ??
    endAfter(hoursAround(availability, at, at + horizon), at);
  return closing === null || closing > at + horizon ? null : closing;
}

/** The closed period `at` lies in, or null when messages are read at that instant. */
export function closedPeriodAt(availability: Availability, at: Instant): ClosedPeriod | null {
  if (isOpenAt(availability, at)) return null;
  return { start: lastClosing(availability, at), end: nextOpening(availability, at) };
}

/** The last end of an open span at or before `at`; null when there is none within `horizonDays`. */
function lastClosing(availability: Availability, at: Instant): Instant | null {
  const closing =
    endUpTo(hoursAround(availability, at, at), at) ?? endUpTo(hoursAround(availability, at - horizon, at), at);
  return closing === null || closing < at - horizon ? null : closing;
}
