import { day } from "../time/instant.ts";
import type { WallMillis } from "../time/wall.ts";
import { dailyShapeOf, dailyWallStarts, keepsEveryDay } from "./daily.ts";
import type { DailyShape } from "./daily.ts";
import { monthlyShapeOf, monthlyWallStarts } from "./monthly.ts";
import type { MonthlyShape } from "./monthly.ts";
import type { RuleParts } from "./rule-text.ts";
import { onlyWallStart, weeklyShapeOf, weeklyWallStarts } from "./weekly.ts";
import type { WeeklyShape } from "./weekly.ts";

/**
 * A rule whose dates are reckoned, not searched for: the cost is that of the answer, however old the series is. Whatever
 * needs the weeks or days of a whole year, or several times a day, is left to rrule.
 */
export type ClosedForm = DailyShape | WeeklyShape | MonthlyShape;

/** The closed form of a rule, or null where it has none. COUNT and UNTIL are not part of it. */
export function closedFormOf(parts: RuleParts): ClosedForm | null {
  return weeklyShapeOf(parts) ?? dailyShapeOf(parts) ?? monthlyShapeOf(parts);
}

/** All occurrences in `[from, to]` on the wall clock, ascending; `from` is not before `start`, the first of all. */
export function closedWallStarts(form: ClosedForm, start: WallMillis, from: WallMillis, to: WallMillis): WallMillis[] {
  switch (form.kind) {
    case "daily":
      return dailyWallStarts(form, start, from, to);
    case "weekly":
      return weeklyWallStarts(form, start, from, to);
    case "monthly":
      return monthlyWallStarts(form, start, from, to);
  }
}

/** Wall times one `step` apart, of which `anchor` is one (maybe before the first that counts). */
export interface EvenSteps {
  readonly anchor: WallMillis;
  readonly step: number;
}

/** The even steps of a form, or null when its dates lie unevenly. */
export function evenStepsOf(form: ClosedForm, start: WallMillis): EvenSteps | null {
  switch (form.kind) {
    case "daily":
      return keepsEveryDay(form) ? { anchor: start, step: form.interval * day } : null;
    case "weekly": {
      const anchor = onlyWallStart(form, start);
      return anchor === null ? null : { anchor, step: form.interval * 7 * day };
    }
    case "monthly":
      return null;
  }
}
