import type { WallTime } from "../scheduling/series.ts";
import { dayOfWall, wallToMillis, weekdayOfDay } from "../time/wall.ts";
import type { WallMillis } from "../time/wall.ts";
import { instantToWallMillis } from "../time/zone.ts";
import { everyUnit, inWordsOfDays, inWordsOfMonths, inWordsOfYears, listOf, weekdayNames } from "./describe-dates.ts";
import { readRule } from "./wall-starts.ts";
import type { Rule } from "./wall-starts.ts";
import type { WeeklyShape } from "./weekly.ts";

/**
 * A rule in English, e.g. "every second Tuesday at 10:00, until 30 June 2027" or "on the last Friday of every month at
 * 10:00". Times and dates follow `locale` when it is an English one. Throws a RangeError for a text that is no rule.
 */
export function describeRule(text: string, start: WallTime, zone: string, locale: string): string {
  const rule = readRule(text);
  const first = wallToMillis(start);
  return `${describeRepeats(rule, first, locale)} at ${timeOf(first, locale)}${ending(rule, zone, locale)}`;
}

/** The days of a rule alone, without time and end: "every second Tuesday". */
export function describeRepeats(rule: Rule, first: WallMillis, locale: string): string {
  if (rule.weekly !== null) return weekly(rule.weekly, first);
  switch (rule.frequency) {
    case "DAILY":
    case "WEEKLY":
      return inWordsOfDays(rule, first);
    case "MONTHLY":
      return inWordsOfMonths(rule, first);
    case "YEARLY":
      return inWordsOfYears(rule, first, (wall) => format(wall, locale, { day: "numeric", month: "long" }));
    case "HOURLY":
    case "MINUTELY":
    case "SECONDLY":
      // Refused when the rule was read.
      return "";
  }
}

function weekly(shape: WeeklyShape, first: WallMillis): string {
  const days = (shape.weekdays ?? [weekdayOfDay(dayOfWall(first))]).toSorted((a, b) => a - b);
  const names = listOf(days.map((one) => weekdayNames[one] ?? ""));
  if (shape.interval === 1) {
    if (days.length === 7) return "every day";
    return days.join() === "0,1,2,3,4" ? "every weekday" : `every ${names}`;
  }
  if (shape.interval > 4 || days.length > 1) return `${everyUnit(shape.interval, "week")} on ${names}`;
  return everyUnit(shape.interval, "week").replace("week", names);
}

function ending(rule: Rule, zone: string, locale: string): string {
  if (rule.count !== null) return rule.count === 1 ? ", once" : `, ${rule.count} times`;
  if (rule.end === null) return "";
  const last = rule.end.kind === "instant" ? instantToWallMillis(rule.end.at, zone) : rule.end.wall;
  return `, until ${format(last, locale, { day: "numeric", month: "long", year: "numeric" })}`;
}

function timeOf(wall: WallMillis, locale: string): string {
  return format(wall, locale, { hour: "numeric", minute: "2-digit" });
}

/** A wall time is written as if it were UTC, so that no zone of the machine gets between. */
function format(wall: WallMillis, locale: string, options: Intl.DateTimeFormatOptions): string {
  const english = /^en\b/i.test(locale) ? locale : "en-GB";
  return new Intl.DateTimeFormat(english, { ...options, timeZone: "UTC" }).format(wall);
}
