import { z } from "zod";
import { type HoursWindow, type WeeklyHours, type Weekday, weekdays } from "../../../src/domain/policy/hours.ts";

const dayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const oneWindow = /^(\d{1,2}:\d{2})-(\d{1,2}:\d{2})$/;
const withTwoDigits = (time: string): string => time.padStart(5, "0");

/** `closed`, `9:00-17:00` or `9:00-12:00 and 14:00-18:00`. An end before the start runs past midnight. */
export const windowsFormat = z.string().transform((text, context): readonly HoursWindow[] => {
  if (text === "closed") return [];
  return text.split(" and ").flatMap((part) => {
    const [, start, end] = oneWindow.exec(part) ?? [];
    if (start !== undefined && end !== undefined) return [{ start: withTwoDigits(start), end: withTwoDigits(end) }];
    context.addIssue({ code: "custom", message: `“${part}” are no hours. Write them like: 9:00-17:00` });
    return [];
  });
});

/** Days of a week, each with its hours: `{ Monday to Friday: 9:00-17:00 }`; the days not named are closed. */
export const weekFormat = z.record(z.string(), windowsFormat).transform((days, context): WeeklyHours => {
  const week: Record<Weekday, readonly HoursWindow[]> = { MO: [], TU: [], WE: [], TH: [], FR: [], SA: [], SU: [] };
  const seen = new Set<Weekday>();
  for (const [name, windows] of Object.entries(days)) {
    for (const weekday of weekdaysOf(name)) {
      if (seen.has(weekday)) context.addIssue({ code: "custom", message: `“${name}” names a day a second time.` });
      seen.add(weekday);
      week[weekday] = windows;
    }
    if (weekdaysOf(name).length === 0)
      context.addIssue({
        code: "custom",
        message: `“${name}” are no days. Write them like: Monday to Friday, or Saturday and Sunday, or every day`,
      });
  }
  return week;
});

/** The weekdays that a name like `Monday to Friday` means; none where it means nothing. */
function weekdaysOf(name: string): readonly Weekday[] {
  if (name === "every day") return weekdays;
  const [first = "", last] = name.split(" to ");
  if (last !== undefined) {
    const [from, to] = [dayNames.indexOf(first), dayNames.indexOf(last)];
    return from === -1 || to < from ? [] : weekdays.slice(from, to + 1);
  }
  const named = name.split(" and ").map((one) => weekdays[dayNames.indexOf(one)]);
  return named.flatMap((weekday) => weekday ?? []).length === named.length
    ? named.flatMap((weekday) => weekday ?? [])
    : [];
}

/** One date, or `2026-12-21 to 2027-01-03` with both ends included. */
export const datesFormat = z.string().transform((text, context) => {
  const [firstDate = "", lastDate = firstDate, ...more] = text.split(" to ");
  const date = z.iso.date();
  if (more.length > 0 || !date.safeParse(firstDate).success || !date.safeParse(lastDate).success)
    context.addIssue({ code: "custom", message: `“${text}” are no dates. Write them like: 2026-12-21 to 2027-01-03` });
  return { firstDate, lastDate };
});
