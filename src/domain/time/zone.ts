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
  const { starts, offsets } = table;
  const found: Instant[] = [];
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  let offset = 0;
  for (const wall of walls) {
    if (wall < from || wall >= to) {
      const { at } = resolve(wall, table);
      found.push(at);
      // The wall times that are shown once and only with this offset; beyond the tables there is none to be had.
      const place = placeAt(table, at);
      offset = offsets[place] ?? Number.NaN;
      from = (starts[place] ?? Number.NaN) + Math.max(offset, offsets[place - 1] ?? offset);
      to = (starts[place + 1] ?? Number.NaN) + Math.min(offset, offsets[place + 1] ?? offset);
    } else {
      found.push(wall - offset);
    }
  }
  return found;
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
