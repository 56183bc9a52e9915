import type { AvailabilityView, Inputs, WeeklyHours } from "../data/api.ts";
import { addDays, startOfWeek } from "../time/dates.ts";
import { ordinaryWeek, problemsInHours } from "./hours.ts";

/** The ordinary weeks as they are edited: one, or up to eight that take turns; `now` is whose turn it is this week. */
export interface Weeks {
  readonly all: readonly WeeklyHours[];
  readonly now: number;
}

export const mostWeeks = 8;

/** 0 is week A. */
export const letterOf = (index: number): string => "ABCDEFGH".charAt(index);

export function weeksOf({
  messageHours,
  alternation,
  weekNow,
}: Pick<AvailabilityView, "messageHours" | "alternation" | "weekNow">): Weeks {
  return { all: [messageHours, ...(alternation?.further ?? [])], now: weekNow };
}

/** What is saved: week A, and the others counted from the Monday of its last turn. */
export function savedAs({ all, now }: Weeks, today: string): Inputs["policy"]["setMessageHours"] {
  const [messageHours = ordinaryWeek, ...further] = all;
  if (further.length === 0) return { messageHours, alternation: null };
  return { messageHours, alternation: { anchor: addDays(startOfWeek(today, 1), -7 * now), further } };
}

/** With another week at the end, to begin with like the last one. */
export function withOneMore({ all, now }: Weeks): Weeks {
  return { all: [...all, all.at(-1) ?? ordinaryWeek], now };
}

export function without({ all, now }: Weeks, index: number): Weeks {
  const left = all.filter((_, at) => at !== index);
  return { all: left, now: now > index ? now - 1 : Math.min(now, left.length - 1) };
}

/** The first problem of all weeks, with its week and day; null when there is none. */
export function problemInWeeks({ all }: Weeks): string | null {
  for (const [index, hours] of all.entries()) {
    const problem = problemsInHours(hours);
    if (problem !== null) return all.length === 1 ? problem : `Week ${letterOf(index)}, ${problem}`;
  }
  return null;
}
