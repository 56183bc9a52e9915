import type { Alternation } from "../policy/hours.ts";
import { dayOfDate, weekdayOfDay } from "../time/wall.ts";
import type { DayNumber } from "../time/wall.ts";

/**
 * Whose turn it is in the calendar week (Monday to Sunday) of `date`: 0 for week A, 1 for B, and so on. Weeks before the
 * anchor take their turns as those after it. Throws a RangeError for what is no date.
 */
export function turnOfWeek(alternation: Alternation, date: string): number {
  const weeks = (mondayOf(date) - mondayOf(alternation.anchor)) / 7;
  const turns = alternation.further.length + 1;
  return ((weeks % turns) + turns) % turns;
}

function mondayOf(date: string): DayNumber {
  const dayNumber = dayOfDate(date);
  return dayNumber - weekdayOfDay(dayNumber);
}
