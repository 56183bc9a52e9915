import type { WallTime } from "../scheduling/series.ts";
import { day, minute } from "./instant.ts";
import type { Instant } from "./instant.ts";
import { dateOfDay, dayOfDate, dayOfWall, millisToWall, wallToMillis } from "./wall.ts";
import type { WallMillis } from "./wall.ts";
import { changeAfter, offsetAt, placeAt, UnknownZoneError, zoneTable } from "./zone-table.ts";
import type { ZoneTable } from "./zone-table.ts";

export { zoneDataVersion } from "./zone-data.ts";
export { UnknownZoneError } from "./zone-table.ts";

/**
 * The instant of an agreed wall time in an IANA zone. A skipped time moves later by the length of the gap, a repeated
 * one is its first pass (RFC 5545 3.3.5, Temporal `compatible`). Throws a RangeError for a wall time or zone that does not exist.
 */
export function wallToInstant(wall: WallTime, zone: string): Instant {
  return wallMillisToInstant(wallToMillis(wall), zone);
}

/** `wallToInstant` for a wall time that is already a number. */
export function wallMillisToInstant(wall: WallMillis, zone: string): Instant {
  return resolve(wall, zoneTable(zone)).at;
}

/**
 * `wallMillisToInstant` for many wall times at once, each in its place. Quickest in order: between two changes of the
 * clock a mapping is one subtraction.
 */
export function wallsToInstants(walls: readonly WallMillis[], zone: string): Instant[] {
  const table = zoneTable(zone);
  const found: Instant[] = [];
  let steady: SteadyTime = { from: 0, to: 0, offset: 0 };
  for (const wall of walls) {
    if (wall < steady.from || wall >= steady.to) {
      const { at } = resolve(wall, table);
      found.push(at);
      steady = steadyTimeAt(table, at);
    } else {
      found.push(wall - steady.offset);
    }
  }
  return found;
}

/** The instants of the wall times `first`, `first + step` ... up to and with `last`, in that order. `step` is positive. */
export function stepsToInstants(first: WallMillis, step: number, last: WallMillis, zone: string): Instant[] {
  const table = zoneTable(zone);
  const found: Instant[] = [];
  let wall = first;
  while (wall <= last) {
    const { at } = resolve(wall, table);
    found.push(at);
    wall += step;
    const { from, to, offset } = steadyTimeAt(table, at);
    if (wall < from) continue;
    const end = Math.min(last + 1, to);
    for (; wall < end; wall += step) found.push(wall - offset);
  }
  return found;
}

/** A stretch of wall times that are shown once and only, all with one offset. */
interface SteadyTime {
  readonly from: WallMillis;
  readonly to: WallMillis;
  readonly offset: number;
}

/** The steady time around an instant. Beyond the years of the tables there is none to be had: it lies elsewhere. */
function steadyTimeAt(table: ZoneTable, at: Instant): SteadyTime {
  const { starts, offsets } = table;
  const place = placeAt(table, at);
  const offset = offsets[place] ?? Number.NaN;
  return {
    from: (starts[place] ?? Number.NaN) + Math.max(offset, offsets[place - 1] ?? offset),
    to: (starts[place + 1] ?? Number.NaN) + Math.min(offset, offsets[place + 1] ?? offset),
    offset,
  };
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
  const table = zoneTable(zone);
  const { at, beforeGap } = resolve(wall, table);
  return beforeGap === null ? at : (changeAfter(table, beforeGap) ?? at);
}

/** What the wall clock of `zone` shows at an instant, to the minute. */
export function instantToWall(at: Instant, zone: string): WallTime {
  return millisToWall(instantToWallMillis(at, zone));
}

/** `instantToWall` as a number, exact to the millisecond. */
export function instantToWallMillis(at: Instant, zone: string): WallMillis {
  return at + offsetAt(zoneTable(zone), at);
}

/** The local date `YYYY-MM-DD` at an instant. */
export function dateOf(at: Instant, zone: string): string {
  return dateOfDay(dayOfWall(instantToWallMillis(at, zone)));
}

/** The next instant after `at` and before `limit` at which the zone's offset changes, or `limit`. */
export function nextChange(at: Instant, zone: string, limit: Instant): Instant {
  return Math.min(changeAfter(zoneTable(zone), at) ?? limit, limit);
}

/** Is this the name of a time zone? */
export function isZone(name: string): boolean {
  try {
    zoneTable(name);
    return true;
  } catch (error) {
    if (error instanceof UnknownZoneError) return false;
    throw error;
  }
}

interface Resolved {
  readonly at: Instant;
  /** For a skipped wall time, an instant before the change that skips it. */
  readonly beforeGap: Instant | null;
}

function resolve(wall: WallMillis, table: ZoneTable): Resolved {
  // No zone is a day away from UTC, so these two offsets are those on either side of any change near `wall`.
  const before = offsetAt(table, wall - day);
  const after = offsetAt(table, wall + day);
  const early = wall - before;
  if (before === after || offsetAt(table, early) === before) return { at: early, beforeGap: null };
  const late = wall - after;
  if (offsetAt(table, late) === after) return { at: late, beforeGap: null };
  return { at: early, beforeGap: late };
}
