import { dayOfWall, weekdayOfDay } from "../time/wall.ts";
import type { WallMillis } from "../time/wall.ts";
import { numbersOf, weekdaysOf } from "./rule-text.ts";
import type { RuleParts } from "./rule-text.ts";
import type { Rule } from "./wall-starts.ts";

/** Monday first, as weekday numbers count. */
export const weekdayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

const ordinals = ["", "first", "second", "third", "fourth", "fifth"] as const;

/** "Monday", "Monday and Thursday", "Monday, Wednesday and Friday". */
export function listOf(names: readonly string[], and = "and"): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} ${and} ${last}`;
}

/** "every month", "every second month"; from the fifth on "every 5 months". */
export function everyUnit(interval: number, unit: "day" | "week" | "month" | "year"): string {
  if (interval === 1) return `every ${unit}`;
  return interval < 5 ? `every ${ordinals[interval]} ${unit}` : `every ${interval} ${unit}s`;
}

/** A daily rule, or a weekly one that counts on more than weekdays. */
export function inWordsOfDays(rule: Rule, first: WallMillis): string {
  const { parts, interval, frequency } = rule;
  if (frequency === "WEEKLY") {
    const days = weekdaysOf(parts)?.map((one) => one.weekday) ?? [weekdayOfDay(dayOfWall(first))];
    return `${everyUnit(interval, "week")} on ${weekdayList(days)}${inMonths(parts)}`;
  }
  const dates = numbersOf(parts, "BYMONTHDAY");
  const days = weekdaysOf(parts)?.map((one) => one.weekday);
  if (interval === 1 && days !== undefined && dates === null) return `every ${weekdayList(days)}${inMonths(parts)}`;
  const ifDate = dates === null ? [] : [`it is ${listOf(dates.map(dayOfMonth), "or")} of the month`];
  const ifDay = days === undefined ? [] : [`it is a ${weekdayList(days, "or")}`];
  return `${everyUnit(interval, "day")}${inMonths(parts)}${onlyIf([...ifDate, ...ifDay])}`;
}

/** "on the last Friday of every month", "on the 15th of every second month" */
export function inWordsOfMonths({ parts, interval }: Rule, first: WallMillis): string {
  const months = numbersOf(parts, "BYMONTH");
  const of = months === null || interval > 1 ? everyUnit(interval, "month") : listOf(months.map(monthName));
  const limit = months === null || interval === 1 ? "" : inMonths(parts);
  return `on ${daysInMonth(parts, dateOfMonth(first))} of ${of}${limit}`;
}

/** "every year on 4 May", "every year on the fourth Thursday of November" */
export function inWordsOfYears(
  { parts, interval }: Rule,
  first: WallMillis,
  dayAndMonth: (wall: WallMillis) => string,
): string {
  return `${everyUnit(interval, "year")} ${daysInYear(parts, first, dayAndMonth)}`;
}

function daysInYear(parts: RuleParts, first: WallMillis, dayAndMonth: (wall: WallMillis) => string): string {
  const months = numbersOf(parts, "BYMONTH");
  const dates = numbersOf(parts, "BYMONTHDAY");
  const days = weekdaysOf(parts);
  const weeks = numbersOf(parts, "BYWEEKNO");
  const yearDays = numbersOf(parts, "BYYEARDAY");
  if (yearDays !== null) return `on ${listOf(yearDays.map(dayOfYear))} of the year${ofThese(parts)}`;
  if (weeks !== null) {
    const on = days?.map((one) => one.weekday) ?? [weekdayOfDay(dayOfWall(first))];
    const numbers = listOf(weeks.map((one) => (one < 0 ? `${fromEnd(one)} week` : `week ${one}`)));
    return `on ${weekdayList(on)} of ${numbers}${ofThese(parts)}`;
  }
  if (days !== null && months === null && dates === null) return `on ${namedDays(parts)} of the year`;
  if (days === null && (dates ?? [1]).every((one) => one > 0)) {
    const year = new Date(first).getUTCFullYear();
    const inMonth = months ?? (dates === null ? [new Date(first).getUTCMonth() + 1] : null);
    // 29 February stands in a leap year only.
    const walls = inMonth?.flatMap((month) =>
      (dates ?? [dateOfMonth(first)]).map((date) =>
        Date.UTC(date === 29 && month === 2 ? 2000 : year, month - 1, date),
      ),
    );
    if (walls !== undefined) return `on ${listOf(walls.map(dayAndMonth))}${ofThese(parts)}`;
  }
  const of = months === null ? "every month" : listOf(months.map(monthName));
  return `on ${daysInMonth(parts, dateOfMonth(first))} of ${of}`;
}

/** The days of a month that a rule names, or the one of its first date. */
function daysInMonth(parts: RuleParts, own: number): string {
  const dates = numbersOf(parts, "BYMONTHDAY");
  const days = weekdaysOf(parts);
  if (dates !== null && days !== null)
    return `${listOf(dates.map(dayOfMonth))}, if it is a ${weekdayList(
      days.map((one) => one.weekday),
      "or",
    )},`;
  if (days !== null) return namedDays(parts);
  return `${listOf((dates ?? [own]).map(dayOfMonth))}${ofThese(parts)}`;
}

/** "the second and fourth Tuesday", "every Monday", "the last weekday" */
function namedDays(parts: RuleParts): string {
  const days = weekdaysOf(parts) ?? [];
  const positions = numbersOf(parts, "BYSETPOS");
  const plain = days.map((one) => one.weekday);
  if (positions !== null && days.every((one) => one.nth === 0))
    return `the ${listOf(positions.map(position))} ${weekdayList(plain, "or")}`;
  if (days.every((one) => one.nth === 0)) return `every ${weekdayList(plain)}`;
  const byDay = Map.groupBy(days, (one) => one.weekday);
  const named = [...byDay].map(([weekday, all]) => {
    const places = all.map(({ nth }) => (nth === 0 ? "every" : position(nth)));
    return `${places.includes("every") ? "" : "the "}${listOf(places)} ${weekdayNames[weekday]}`;
  });
  return `${listOf(named)}${ofThese(parts)}`;
}

/** Positions are already told where a rule has nothing but plain weekdays. */
function ofThese(parts: RuleParts): string {
  const positions = numbersOf(parts, "BYSETPOS");
  return positions === null ? "" : ` (only the ${listOf(positions.map(position))} of these)`;
}

function inMonths(parts: RuleParts): string {
  const months = numbersOf(parts, "BYMONTH");
  return months === null ? "" : ` in ${listOf(months.map(monthName))}`;
}

function onlyIf(conditions: readonly string[]): string {
  return conditions.length === 0 ? "" : `, if ${listOf(conditions)}`;
}

function weekdayList(days: readonly number[], and = "and"): string {
  const sorted = [...new Set(days)].toSorted((a, b) => a - b);
  if (sorted.length === 7) return "day";
  if (sorted.join() === "0,1,2,3,4") return "weekday";
  return listOf(
    sorted.map((one) => weekdayNames[one] ?? ""),
    and,
  );
}

const dateOfMonth = (wall: WallMillis): number => new Date(wall).getUTCDate();
const monthName = (month: number): string => monthNames[month - 1] ?? "";
const dayOfMonth = (date: number): string => (date < 0 ? `the ${fromEnd(date)} day` : `the ${numbered(date)}`);
const dayOfYear = (date: number): string => (date < 0 ? `the ${fromEnd(date)} day` : `the ${numbered(date)} day`);
/** "second", "last", "second to last" */
export const position = (nth: number): string => (nth < 0 ? fromEnd(nth) : (ordinals[nth] ?? numbered(nth)));

function fromEnd(nth: number): string {
  return nth === -1 ? "last" : `${ordinals[-nth] ?? numbered(-nth)} to last`;
}

/** "1st", "2nd", "11th", "23rd" */
export function numbered(number: number): string {
  const tens = number % 100;
  const ending = tens >= 11 && tens <= 13 ? undefined : ["th", "st", "nd", "rd"][number % 10];
  return `${number}${ending ?? "th"}`;
}
