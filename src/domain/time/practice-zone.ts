import { day, minute } from "./instant.ts";
import type { Instant } from "./instant.ts";
import { dateOfDay, dayOfDate, dayOfWall, millisToWall } from "./wall.ts";
import type { DayNumber } from "./wall.ts";
import { boundaryMillisToInstant, instantToWallMillis, nextChange, wallToInstant } from "./zone.ts";

/** The zone of a practice, and those it keeps on the dates of a trip, both included (FIELD T15). Trips do not overlap. */
export interface PracticeZones {
  readonly zone: string;
  readonly travel: readonly { readonly zone: string; readonly firstDate: string; readonly lastDate: string }[];
}

/**
 * Neighbouring dates with one zone, and the instants `[from, until)` in which that zone holds. The zone changes when the
 * last date before it is over on its own clock, so a date that has begun is kept to its end, and instants are shared out
 * without a hole.
 */
interface ZoneStretch {
  readonly zone: string;
  readonly firstDay: DayNumber;
  readonly from: Instant;
  readonly until: Instant;
}

/** Stretches follow from the zones alone, so keeping them is no state. */
const known = new WeakMap<PracticeZones, readonly ZoneStretch[]>();

/** The practice's zone at an instant. Whatever is shown or decided on the practice's clock comes through here. */
export function zoneAt(zones: PracticeZones, at: Instant): string {
  return zones.travel.length === 0 ? zones.zone : stretchAt(zones, at).zone;
}

/** The zone in which the hours of a date are wall time. */
export function zoneOfDate(zones: PracticeZones, date: string): string {
  return zones.travel.length === 0 ? zones.zone : stretchOfDay(zones, dayOfDate(date)).zone;
}

/** The day that the practice's clock shows at an instant. */
export function dayAt(zones: PracticeZones, at: Instant): DayNumber {
  return dayOfWall(instantToWallMillis(at, zoneAt(zones, at)));
}

/** The date `YYYY-MM-DD` that the practice's clock shows at an instant. */
export function dateAt(zones: PracticeZones, at: Instant): string {
  return dateOfDay(dayAt(zones, at));
}

/** What the practice's clock shows at an instant, to the minute. */
export function wallAt(zones: PracticeZones, at: Instant): string {
  return millisToWall(instantToWallMillis(at, zoneAt(zones, at)));
}

/** The instant of a wall time agreed in the zone of its date. Throws a RangeError for a wall time that does not exist. */
export function instantOfWall(zones: PracticeZones, wall: string): Instant {
  return wallToInstant(wall, zoneOfDate(zones, wall.slice(0, 10)));
}

/**
 * The instant at which the clock of a day's own zone reaches or passes `minutes` since its midnight, but not before that
 * zone holds nor after: what lies beyond a change of zone is moved to it. Never decreases from day to day.
 */
export function boundaryOfDay(zones: PracticeZones, dayNumber: DayNumber, minutes: number): Instant {
  const wall = dayNumber * day + minutes * minute;
  if (zones.travel.length === 0) return boundaryMillisToInstant(wall, zones.zone);
  const { zone, from, until } = stretchOfDay(zones, dayNumber);
  return Math.min(Math.max(boundaryMillisToInstant(wall, zone), from), until);
}

/** The next instant after `at` and before `limit` at which the practice's clock jumps, be it by its zone or to another; else `limit`. */
export function nextJump(zones: PracticeZones, at: Instant, limit: Instant): Instant {
  if (zones.travel.length === 0) return nextChange(at, zones.zone, limit);
  const { zone, until } = stretchAt(zones, at);
  return nextChange(at, zone, Math.min(limit, until));
}

/** `[start, end)` cut where the practice's zone changes. */
export function cutAtZoneChanges<Span extends { readonly start: Instant; readonly end: Instant }>(
  zones: PracticeZones,
  span: Span,
): { readonly start: Instant; readonly end: Instant }[] {
  return stretchesOf(zones).flatMap(({ from, until }) => {
    const start = Math.max(span.start, from);
    const end = Math.min(span.end, until);
    return start < end ? [{ start, end }] : [];
  });
}

function stretchAt(zones: PracticeZones, at: Instant): ZoneStretch {
  return lastOf(stretchesOf(zones), (stretch) => stretch.from <= at);
}

function stretchOfDay(zones: PracticeZones, dayNumber: DayNumber): ZoneStretch {
  return lastOf(stretchesOf(zones), (stretch) => stretch.firstDay <= dayNumber);
}

function lastOf(stretches: readonly ZoneStretch[], holds: (stretch: ZoneStretch) => boolean): ZoneStretch {
  const found = stretches.findLast(holds);
  if (found === undefined) throw new RangeError("before all time");
  return found;
}

function stretchesOf(zones: PracticeZones): readonly ZoneStretch[] {
  let stretches = known.get(zones);
  if (stretches === undefined) {
    stretches = reckoned(zones);
    known.set(zones, stretches);
  }
  return stretches;
}

function reckoned({ zone: home, travel }: PracticeZones): ZoneStretch[] {
  const begins: { readonly zone: string; readonly firstDay: DayNumber }[] = [
    { zone: home, firstDay: Number.NEGATIVE_INFINITY },
  ];
  for (const trip of travel.toSorted((one, other) => (one.firstDate < other.firstDate ? -1 : 1))) {
    const firstDay = dayOfDate(trip.firstDate);
    // A trip that begins as another ends needs no way home between.
    if (begins.at(-1)?.firstDay === firstDay) begins.pop();
    begins.push({ zone: trip.zone, firstDay }, { zone: home, firstDay: dayOfDate(trip.lastDate) + 1 });
  }
  const starts: Instant[] = [];
  for (const [place, { firstDay }] of begins.entries()) {
    const former = begins[place - 1];
    const seam = former === undefined ? Number.NEGATIVE_INFINITY : boundaryMillisToInstant(firstDay * day, former.zone);
    // A day at the far side of the date line can be over before it begins; then its zone never holds.
    starts.push(Math.max(seam, starts.at(-1) ?? seam));
  }
  return begins.map(({ zone, firstDay }, place) => ({
    zone,
    firstDay,
    from: starts[place] ?? Number.NEGATIVE_INFINITY,
    until: starts[place + 1] ?? Number.POSITIVE_INFINITY,
  }));
}
