import type { Availability } from "../../../src/domain/availability/open-spans.ts";
import { weekdays } from "../../../src/domain/policy/hours.ts";
import type { Closure, HoursWindow, Weekday, WeeklyHours } from "../../../src/domain/policy/hours.ts";
import type { Instant } from "../../../src/domain/time/instant.ts";

/** The instant of an ISO text with `Z` or offset, so that tests can state times as people there would. */
export function at(text: string): Instant {
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) throw new RangeError(`not an instant: ${text}`);
  return instant;
}

/** Windows from texts like `09:00-12:00`. */
export function windows(...texts: readonly string[]): HoursWindow[] {
  return texts.map((text) => {
    const [start = "", end = ""] = text.split("-");
    return { start, end };
  });
}

/** A week that is closed except for the days named. */
export function week(days: Partial<Record<Weekday, readonly HoursWindow[]>>): WeeklyHours {
  const of = (weekday: Weekday) => days[weekday] ?? [];
  return { MO: of("MO"), TU: of("TU"), WE: of("WE"), TH: of("TH"), FR: of("FR"), SA: of("SA"), SU: of("SU") };
}

/** The same windows on all seven days. */
export function everyDay(...texts: readonly string[]): WeeklyHours {
  return week(Object.fromEntries(weekdays.map((weekday) => [weekday, windows(...texts)])));
}

/** Monday to Friday, 9:00 to 12:00 and 13:00 to 17:00. */
export const officeWeek = week({
  MO: windows("09:00-12:00", "13:00-17:00"),
  TU: windows("09:00-12:00", "13:00-17:00"),
  WE: windows("09:00-12:00", "13:00-17:00"),
  TH: windows("09:00-12:00", "13:00-17:00"),
  FR: windows("09:00-12:00", "13:00-17:00"),
});

export function closure(
  kind: Closure["kind"],
  firstDate: string,
  lastDate = firstDate,
  ...texts: readonly string[]
): Closure {
  return { id: `${kind} ${firstDate}`, kind, label: "", firstDate, lastDate, windows: windows(...texts), cover: null };
}

export function practiceIn(
  zone: string,
  messageHours: WeeklyHours,
  closures: readonly Closure[] = [],
  seasons: NonNullable<Availability["seasons"]> = [],
): Availability {
  return { zone, travel: [], messageHours, closures, seasons };
}
