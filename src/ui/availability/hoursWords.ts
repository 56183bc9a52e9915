import type { HoursWindow, WeeklyHours } from "../data/api.ts";
import { weekdays } from "../time/dates.ts";
import { usePracticeTime } from "../time/practiceTime.tsx";
import { weekdayNames } from "./hours.ts";

/** A week in a line: "Mon, Tue 9:00 to 12:00; Thu 14:00 to 18:00". Days with the same hours stand together. */
export function useHoursWords(): (hours: WeeklyHours) => string {
  const { wallTime } = usePracticeTime();
  const words = (windows: readonly HoursWindow[]) =>
    windows.map((window) => `${wallTime(window.start)} to ${wallTime(window.end)}`).join(" and ");
  return (hours) => {
    const groups = new Map<string, string[]>();
    for (const day of weekdays) {
      if (hours[day].length === 0) continue;
      const key = words(hours[day]);
      groups.set(key, [...(groups.get(key) ?? []), weekdayNames[day].slice(0, 3)]);
    }
    if (groups.size === 0) return "No message hours";
    return [...groups].map(([hoursOfDays, days]) => `${days.join(", ")} ${hoursOfDays}`).join("; ");
  };
}
