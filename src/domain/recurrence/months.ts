import { day } from "../time/instant.ts";
import type { DayNumber } from "../time/wall.ts";

/** Whole months on the calendar: twelve times the year, plus 0 for January to 11 for December. */
export type MonthNumber = number;

/** The month a day lies in. */
export function monthOfDay(dayNumber: DayNumber): MonthNumber {
  const date = new Date(dayNumber * day);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** The first day of a month. */
export function firstDayOfMonth(month: MonthNumber): DayNumber {
  // Counted in years that begin in March, so that the leap day is the last of its year.
  const year = Math.floor((month - 2) / 12);
  const sinceMarch = month - 2 - year * 12;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  const march1OfYear0 = -719_468;
  return march1OfYear0 + year * 365 + leapDays + Math.floor((153 * sinceMarch + 2) / 5);
}

export function daysInMonth(month: MonthNumber): number {
  return firstDayOfMonth(month + 1) - firstDayOfMonth(month);
}
