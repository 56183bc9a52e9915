import { day } from "../time/instant.ts";
import { dayOfWall, weekdayOfDay } from "../time/wall.ts";
import type { WallMillis } from "../time/wall.ts";
import { daysInMonth, firstDayOfMonth, monthOfDay } from "./months.ts";
import { hasOnly, intervalOf, numbersOf, weekdaysOf } from "./rule-text.ts";
import type { RuleParts } from "./rule-text.ts";

/** A rule of whole days: every `interval` days, of which only some may be kept. Null: all are. */
export interface DailyShape {
  readonly kind: "daily";
  readonly interval: number;
  /** Monday 0 to Sunday 6. */
  readonly weekdays: readonly number[] | null;
  /** January 1. */
  readonly months: readonly number[] | null;
  /** Negative ones count from the end of the month. */
  readonly monthDays: readonly number[] | null;
}

/** The daily shape of a rule, or null when it is of another kind. COUNT and UNTIL are not part of the shape. */
export function dailyShapeOf(parts: RuleParts): DailyShape | null {
  if (parts.get("FREQ") !== "DAILY" || !hasOnly(parts, ["BYDAY", "BYMONTH", "BYMONTHDAY"])) return null;
  const named = weekdaysOf(parts);
  if (named?.some(({ nth }) => nth !== 0) === true) return null;
  return {
    kind: "daily",
    interval: intervalOf(parts),
    weekdays: named?.map(({ weekday }) => weekday) ?? null,
    months: numbersOf(parts, "BYMONTH"),
    monthDays: numbersOf(parts, "BYMONTHDAY"),
  };
}

/** All occurrences of a daily shape in `[from, to]` on the wall clock, ascending; `from` is not before `start`. */
export function dailyWallStarts(shape: DailyShape, start: WallMillis, from: WallMillis, to: WallMillis): WallMillis[] {
  const step = shape.interval * day;
  const keepsAll = keepsEveryDay(shape);
  const found: WallMillis[] = [];
  for (let wall = start + Math.ceil((from - start) / step) * step; wall <= to; wall += step) {
    if (keepsAll || isKept(shape, wall)) found.push(wall);
  }
  return found;
}

/** Is no day left out that the interval comes to? */
export function keepsEveryDay(shape: DailyShape): boolean {
  return shape.weekdays === null && shape.months === null && shape.monthDays === null;
}

function isKept(shape: DailyShape, wall: WallMillis): boolean {
  const date = dayOfWall(wall);
  if (shape.weekdays !== null && !shape.weekdays.includes(weekdayOfDay(date))) return false;
  if (shape.months === null && shape.monthDays === null) return true;
  const month = monthOfDay(date);
  if (shape.months !== null && !shape.months.includes((month % 12) + 1)) return false;
  if (shape.monthDays === null) return true;
  const dayOfMonth = date - firstDayOfMonth(month) + 1;
  return shape.monthDays.includes(dayOfMonth) || shape.monthDays.includes(dayOfMonth - daysInMonth(month) - 1);
}
