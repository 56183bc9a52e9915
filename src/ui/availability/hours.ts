import type { HoursWindow, WeeklyHours } from "../data/api.ts";
import { weekdays, type Weekday } from "../time/dates.ts";

const nine: HoursWindow = { start: "09:00", end: "17:00" };

/** A first suggestion: weekdays from nine to five. */
export const ordinaryWeek: WeeklyHours = { MO: [nine], TU: [nine], WE: [nine], TH: [nine], FR: [nine], SA: [], SU: [] };

export const weekdayNames: Readonly<Record<Weekday, string>> = {
  MO: "Monday",
  TU: "Tuesday",
  WE: "Wednesday",
  TH: "Thursday",
  FR: "Friday",
  SA: "Saturday",
  SU: "Sunday",
};

const isTime = (text: string) => /^\d{2}:\d{2}$/.test(text);

/** Does the window run into the next day? Midnight itself is the end of its own day. */
export function pastMidnight(window: HoursWindow): boolean {
  return isTime(window.start) && isTime(window.end) && window.end !== "24:00" && window.end < window.start;
}

/** What keeps a day's windows from being saved; null when nothing does. */
export function problemInWindows(windows: readonly HoursWindow[]): string | null {
  if (windows.some((window) => !isTime(window.start) || !isTime(window.end)))
    return "Please give both times, or remove the empty hours.";
  if (windows.some((window) => window.start === window.end))
    return "Hours that begin and end at the same time are never open.";
  return null;
}

/** The first problem of a week, with its day; null when there is none. */
export function problemsInHours(hours: WeeklyHours): string | null {
  for (const day of weekdays) {
    const problem = problemInWindows(hours[day]);
    if (problem !== null) return `${weekdayNames[day]}: ${problem}`;
  }
  return null;
}

/** Hours to suggest when another window is added to a day. */
export function nextWindow(windows: readonly HoursWindow[]): HoursWindow {
  const last = windows.at(-1);
  if (last === undefined) return nine;
  const hour = Number(last.end.slice(0, 2));
  if (!Number.isFinite(hour) || hour >= 22) return { start: "19:00", end: "20:00" };
  const two = (value: number) => String(value).padStart(2, "0");
  return { start: `${two(hour + 1)}:00`, end: `${two(Math.min(hour + 2, 23))}:00` };
}
