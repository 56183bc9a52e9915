import { day } from "../time/instant.ts";
import { dayOfWall, weekdayOfDay } from "../time/wall.ts";
import type { WallMillis } from "../time/wall.ts";
import { firstDayOfMonth, monthOfDay } from "./months.ts";
import type { MonthNumber } from "./months.ts";
import { hasOnly, intervalOf, numbersOf, weekdaysOf } from "./rule-text.ts";
import type { RuleParts } from "./rule-text.ts";

/** Days of a month: on which weekday (Monday 0), and which of them; `nth` 0 is each, -1 the last. */
export interface NthWeekday {
  readonly nth: number;
  readonly weekday: number;
}

/** A rule of whole months or years, on some days of the month. */
export interface MonthlyShape {
  readonly kind: "monthly";
  /** A yearly rule takes a step of whole years from January of its first year. */
  readonly isYearly: boolean;
  readonly interval: number;
  /** January 1. Null: each month of a monthly rule; of a yearly one each, or the start's when it names no day. */
  readonly months: readonly number[] | null;
  /** Negative ones count from the end of the month. With neither these nor weekdays: the day of the start. */
  readonly monthDays: readonly number[] | null;
  readonly weekdays: readonly NthWeekday[] | null;
  /** Which of the days of a month are kept, counted from 1, or from -1 at the end. Null: all. */
  readonly positions: readonly number[] | null;
}

/** The shape of a monthly or yearly rule, or null when it has parts that need more than the days of single months. */
export function monthlyShapeOf(parts: RuleParts): MonthlyShape | null {
  const frequency = parts.get("FREQ");
  const isYearly = frequency === "YEARLY";
  if (frequency !== "MONTHLY" && !isYearly) return null;
  const others = isYearly ? [] : ["BYSETPOS"];
  if (!hasOnly(parts, ["BYMONTH", "BYMONTHDAY", "BYDAY", ...others])) return null;
  const weekdays = weekdaysOf(parts);
  const counted = weekdays?.filter(({ nth }) => nth !== 0).length ?? 0;
  // Counted and plain weekdays in one rule are rrule's; counted ones of a whole year too.
  if (counted > 0 && (counted !== weekdays?.length || (isYearly && !parts.has("BYMONTH")))) return null;
  return {
    kind: "monthly",
    isYearly,
    interval: intervalOf(parts),
    months: numbersOf(parts, "BYMONTH"),
    monthDays: numbersOf(parts, "BYMONTHDAY"),
    weekdays,
    positions: numbersOf(parts, "BYSETPOS"),
  };
}

/** All occurrences of a monthly shape in `[from, to]` on the wall clock, ascending; `from` is not before `start`. */
export function monthlyWallStarts(
  shape: MonthlyShape,
  start: WallMillis,
  from: WallMillis,
  to: WallMillis,
): WallMillis[] {
  const firstDay = dayOfWall(start);
  const timeOfDay = start - firstDay * day;
  const startMonth = monthOfDay(firstDay);
  const namesDay = shape.monthDays !== null || shape.weekdays !== null;
  const monthDays = namesDay ? shape.monthDays : [firstDay - firstDayOfMonth(startMonth) + 1];
  const base = shape.isYearly ? startMonth - (startMonth % 12) : startMonth;
  const period = shape.isYearly ? shape.interval * 12 : shape.interval;
  const inPeriod = shape.isYearly ? monthsOfYear(shape, namesDay, startMonth % 12) : [0];
  const found: WallMillis[] = [];
  const skipped = Math.max(0, Math.floor((monthOfDay(dayOfWall(from)) - base) / period));
  for (let first = base + skipped * period; firstDayOfMonth(first) * day <= to; first += period) {
    for (const offset of inPeriod) {
      const month = first + offset;
      if (!shape.isYearly && shape.months !== null && !shape.months.includes((month % 12) + 1)) continue;
      const monthStart = firstDayOfMonth(month);
      let days = daysOf(shape, monthDays, month, monthStart);
      while (days !== 0) {
        const lowest = 31 - Math.clz32(days & -days);
        days &= days - 1;
        const wall = (monthStart + lowest) * day + timeOfDay;
        if (wall >= from && wall <= to) found.push(wall);
      }
    }
  }
  return found;
}

function monthsOfYear(shape: MonthlyShape, namesDay: boolean, startMonth: number): readonly number[] {
  if (shape.months !== null) return [...new Set(shape.months)].map((one) => one - 1).toSorted((a, b) => a - b);
  return namesDay ? [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] : [startMonth];
}

/** The days of one month as bits, the first of the month lowest. */
function daysOf(
  shape: MonthlyShape,
  monthDays: readonly number[] | null,
  month: MonthNumber,
  monthStart: number,
): number {
  const length = firstDayOfMonth(month + 1) - monthStart;
  let days = -1;
  if (monthDays !== null) days = bitsOfMonthDays(monthDays, length);
  if (shape.weekdays !== null) days &= bitsOfWeekdays(shape.weekdays, weekdayOfDay(monthStart), length);
  return shape.positions === null ? days : bitsAtPositions(days, shape.positions);
}

function bitsOfMonthDays(monthDays: readonly number[], length: number): number {
  let bits = 0;
  for (const one of monthDays) bits |= bit(one > 0 ? one : length + 1 + one, length);
  return bits;
}

function bitsOfWeekdays(weekdays: readonly NthWeekday[], firstWeekday: number, length: number): number {
  let bits = 0;
  for (const { nth, weekday } of weekdays) {
    const first = 1 + ((weekday - firstWeekday + 7) % 7);
    const last = first + 7 * Math.floor((length - first) / 7);
    if (nth > 0) bits |= bit(first + 7 * (nth - 1), length);
    else if (nth < 0) bits |= bit(last + 7 * (nth + 1), length);
    else for (let date = first; date <= length; date += 7) bits |= bit(date, length);
  }
  return bits;
}

function bitsAtPositions(days: number, positions: readonly number[]): number {
  const each: number[] = [];
  for (let rest = days; rest !== 0; rest &= rest - 1) each.push(rest & -rest);
  return positions.reduce((bits, one) => bits | (each.at(one > 0 ? one - 1 : one) ?? 0), 0);
}

function bit(date: number, length: number): number {
  return date >= 1 && date <= length ? 1 << (date - 1) : 0;
}
