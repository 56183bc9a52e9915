import { day } from "../time/instant.ts";
import { dayOfWall, weekdayOfDay } from "../time/wall.ts";
import type { WallMillis } from "../time/wall.ts";
import { frequencyOf, hasOnly, intervalOf, weekdayIndex } from "./rule-text.ts";
import type { RuleParts } from "./rule-text.ts";

/** A rule of whole weeks: every `interval` weeks, counted from `weekStart`, on some weekdays (Monday 0 to Sunday 6). */
export interface WeeklyShape {
  readonly kind: "weekly";
  readonly interval: number;
  readonly weekStart: number;
  /** Null: the weekday of the first occurrence. */
  readonly weekdays: readonly number[] | null;
}

/** The weekly shape of a rule, or null when it is of another kind. COUNT and UNTIL are not part of the shape. */
export function weeklyShapeOf(parts: RuleParts): WeeklyShape | null {
  if (frequencyOf(parts) !== "WEEKLY" || !hasOnly(parts, ["BYDAY"])) return null;
  const named = parts.get("BYDAY")?.split(",").map(weekdayIndex);
  return {
    kind: "weekly",
    interval: intervalOf(parts),
    weekStart: weekdayIndex(parts.get("WKST") ?? "MO"),
    weekdays: named === undefined ? null : [...new Set(named)],
  };
}

/**
 * All occurrences of a weekly shape in `[from, to]` on the wall clock, ascending; `from` is not before `start`, the first of
 * all.
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

/** For a shape with one weekday: a date it falls on, in the week of the start; every `interval` weeks it comes again. */
export function onlyWallStart(shape: WeeklyShape, start: WallMillis): WallMillis | null {
  if (shape.weekdays === null) return start;
  const [weekday, ...others] = shape.weekdays;
  if (weekday === undefined || others.length > 0) return null;
  const startWeekday = weekdayOfDay(dayOfWall(start));
  const intoWeek = (one: number) => (one - shape.weekStart + 7) % 7;
  return start + (intoWeek(weekday) - intoWeek(startWeekday)) * day;
}
