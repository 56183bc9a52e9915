import { weekdays } from "../policy/hours.ts";
import { day } from "../time/instant.ts";
import { dayOfWall, weekdayOfDay } from "../time/wall.ts";
import type { WallMillis } from "../time/wall.ts";
import { frequencyOf, intervalOf } from "./rule-text.ts";
import type { RuleParts } from "./rule-text.ts";

/** A rule of whole weeks: every `interval` weeks, counted from `weekStart`, on some weekdays (Monday 0 to Sunday 6). */
export interface WeeklyShape {
  readonly interval: number;
  readonly weekStart: number;
  /** Null: the weekday of the first occurrence. */
  readonly weekdays: readonly number[] | null;
}

const weeklyParts = new Set(["FREQ", "INTERVAL", "BYDAY", "WKST", "COUNT", "UNTIL"]);

/** The weekly shape of a rule, or null when it is of another kind. COUNT and UNTIL are not part of the shape. */
export function weeklyShapeOf(parts: RuleParts): WeeklyShape | null {
  if (frequencyOf(parts) !== "WEEKLY" || [...parts.keys()].some((name) => !weeklyParts.has(name))) return null;
  const named = parts.get("BYDAY")?.split(",").map(weekdayIndex);
  return {
    interval: intervalOf(parts),
    weekStart: weekdayIndex(parts.get("WKST") ?? "MO"),
    weekdays: named === undefined ? null : [...new Set(named)],
  };
}

/**
 * All occurrences of a weekly shape in `[from, to]` on the wall clock, ascending; `from` is not before `start`, the first of
 * all. A closed form: its
 * cost depends on the answer, not on the age of the series.
 */
export function weeklyWallStarts(
  shape: WeeklyShape,
  start: WallMillis,
  from: WallMillis,
  to: WallMillis,
): WallMillis[] {
  const firstDay = dayOfWall(start);
  const timeOfDay = start - firstDay * day;
  const intoWeek = (weekday: number) => (weekday - shape.weekStart + 7) % 7;
  const firstWeek = firstDay - intoWeek(weekdayOfDay(firstDay));
  const days = (shape.weekdays ?? [weekdayOfDay(firstDay)]).map(intoWeek).toSorted((a, b) => a - b);
  const period = shape.interval * 7;
  const firstPeriod = Math.max(0, Math.floor((dayOfWall(from) - firstWeek) / period));
  const found: WallMillis[] = [];
  for (let week = firstWeek + firstPeriod * period; week * day <= to; week += period) {
    for (const offset of days) {
      const wall = (week + offset) * day + timeOfDay;
      if (wall >= from && wall <= to) found.push(wall);
    }
  }
  return found;
}

/** Monday 0 to Sunday 6 of a BYDAY or WKST value; an ordinal before it (RFC: not in weekly rules) is ignored as rrule does. */
function weekdayIndex(value: string): number {
  return weekdays.findIndex((one) => value.endsWith(one));
}
