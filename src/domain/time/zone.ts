import type { WallTime } from "../scheduling/series.ts";
import { day, minute } from "./instant.ts";
import type { Instant } from "./instant.ts";
import { Temporal } from "./temporal.ts";
import { dateOfDay, dayOfDate, dayOfWall, millisToWall, wallToMillis } from "./wall.ts";
import type { WallMillis } from "./wall.ts";

/**
 * The offsets of one zone in one era: `offsets[i]` (local minus UTC, ms) is in force from `starts[i]` on. The first start
 * is the era's own; the others are the zone's changes.
 */
interface Era {
  readonly starts: readonly Instant[];
  readonly offsets: readonly number[];
}

// A question costs nanoseconds on a table and microseconds on Temporal (ENGINE 4). About eleven years make a table that
// is quick to build and rarely left. The tables follow from the runtime's zone data alone, so keeping them is no state.
const eraLength = 4096 * day;
const tables = new Map<string, Map<number, Era>>();

/**
 * The instant of an agreed wall time in an IANA zone. A skipped time moves later by the length of the gap, a repeated
 * one is its first pass (RFC 5545 3.3.5, Temporal `compatible`). Throws a RangeError for a wall time or zone that does not exist.
 */
export function wallToInstant(wall: WallTime, zone: string): Instant {
  return wallMillisToInstant(wallToMillis(wall), zone);
}

/** `wallToInstant` for a wall time that is already a number. */
export function wallMillisToInstant(wall: WallMillis, zone: string): Instant {
  return resolve(wall, zone).at;
}

/**
 * The first instant at which the local clock reaches or passes `minutesOfDay` (0 to 1440) of `date`: a boundary inside
 * skipped time takes effect at the change, a repeated one at its first pass. Never decreases, so no window comes out
 * upside down (vectors/README).
 */
export function boundaryToInstant(date: string, minutesOfDay: number, zone: string): Instant {
  return boundaryMillisToInstant(dayOfDate(date) * day + minutesOfDay * minute, zone);
}

/** `boundaryToInstant` for a wall time that is already a number. */
export function boundaryMillisToInstant(wall: WallMillis, zone: string): Instant {
  const { at, beforeGap } = resolve(wall, zone);
  return beforeGap === null ? at : nextChange(beforeGap, zone, at);
}

/** What the wall clock of `zone` shows at an instant, to the minute. */
export function instantToWall(at: Instant, zone: string): WallTime {
  return millisToWall(instantToWallMillis(at, zone));
}

/** `instantToWall` as a number, exact to the millisecond. */
export function instantToWallMillis(at: Instant, zone: string): WallMillis {
  return at + offsetAt(at, zone);
}

/** The local date `YYYY-MM-DD` at an instant. */
export function dateOf(at: Instant, zone: string): string {
  return dateOfDay(dayOfWall(instantToWallMillis(at, zone)));
}

/** The next instant after `at` and before `limit` at which the zone's offset changes, or `limit`. */
export function nextChange(at: Instant, zone: string, limit: Instant): Instant {
  for (let index = eraOf(at); index * eraLength < limit; index += 1) {
    // The first start of an era is a change only if the era before ended with another offset.
    const change = era(zone, index).starts.find(
      (start) => start > at && offsetAt(start, zone) !== offsetAt(start - 1, zone),
    );
    if (change !== undefined) return Math.min(change, limit);
  }
  return limit;
}

/** The instant of a wall time; for a skipped one also an instant before the change that skips it. */
function resolve(wall: WallMillis, zone: string): { readonly at: Instant; readonly beforeGap: Instant | null } {
  // No zone is a day away from UTC, so these two offsets are those on either side of any change near `wall`.
  const before = offsetAt(wall - day, zone);
  const after = offsetAt(wall + day, zone);
  const early = wall - before;
  if (before === after || offsetAt(early, zone) === before) return { at: early, beforeGap: null };
  const late = wall - after;
  if (offsetAt(late, zone) === after) return { at: late, beforeGap: null };
  return { at: early, beforeGap: late };
}

function offsetAt(at: Instant, zone: string): number {
  const { starts, offsets } = era(zone, eraOf(at));
  const offset = offsets[lastNotAfter(starts, at)];
  if (offset === undefined) throw new RangeError(`no offset of ${zone} at ${at}`);
  return offset;
}

/** Index of the last start at or before `at`; starts ascend and the first is never after `at`. */
function lastNotAfter(starts: readonly Instant[], at: Instant): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const start = starts[middle];
    if (start !== undefined && start <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

function eraOf(at: Instant): number {
  return Math.floor(at / eraLength);
}

function era(zone: string, index: number): Era {
  let eras = tables.get(zone);
  if (eras === undefined) {
    eras = new Map();
    tables.set(zone, eras);
  }
  let known = eras.get(index);
  if (known === undefined) {
    known = readEra(zone, index);
    eras.set(index, known);
  }
  return known;
}

function readEra(zone: string, index: number): Era {
  const first = index * eraLength;
  const starts: Instant[] = [];
  const offsets: number[] = [];
  let moment: ReturnType<typeof zoned> | null = zoned(first, zone);
  while (moment !== null && moment.epochMilliseconds < first + eraLength) {
    starts.push(moment.epochMilliseconds);
    offsets.push(moment.offsetNanoseconds / 1_000_000);
    moment = moment.getTimeZoneTransition("next");
  }
  return { starts, offsets };
}

function zoned(at: Instant, zone: string) {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}
