import type { WallTime } from "../scheduling/series.ts";
import { dayOfWall, wallToMillis, weekdayOfDay } from "../time/wall.ts";
import type { WallMillis } from "../time/wall.ts";
import { instantToWallMillis } from "../time/zone.ts";
import { RRule } from "./rrule-package.ts";
import { readRule } from "./wall-starts.ts";
import type { Rule } from "./wall-starts.ts";
import type { WeeklyShape } from "./weekly.ts";

/** Monday first, as weekday numbers count. */
export const weekdayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

const ordinals: Readonly<Record<number, string>> = { 2: "second", 3: "third", 4: "fourth" };

/**
 * A rule in English, e.g. "every second Tuesday at 10:00, until 30 June 2027". Times and dates follow `locale` when it is an
 * English one. Weekly rules read well, others as rrule words them. Throws a RangeError for a text that is no rule.
 */
export function describeRule(text: string, start: WallTime, zone: string, locale: string): string {
  const rule = readRule(text);
  const first = wallToMillis(start);
  const repeats = rule.weekly === null ? inWordsOfRRule(rule) : weekly(rule.weekly, first);
  return `${repeats} at ${timeOf(first, locale)}${ending(rule, zone, locale)}`;
}

/** "Monday", "Monday and Thursday", "Monday, Wednesday and Friday". */
export function listOf(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

function weekly(shape: WeeklyShape, first: WallMillis): string {
  const days = (shape.weekdays ?? [weekdayOfDay(dayOfWall(first))]).toSorted((a, b) => a - b);
  const names = listOf(days.map((one) => weekdayNames[one] ?? ""));
  if (shape.interval === 1) {
    if (days.length === 7) return "every day";
    return days.join() === "0,1,2,3,4" ? "every weekday" : `every ${names}`;
  }
  const ordinal = ordinals[shape.interval];
  if (ordinal === undefined) return `every ${shape.interval} weeks on ${names}`;
  return days.length === 1 ? `every ${ordinal} ${names}` : `every ${ordinal} week on ${names}`;
}

function inWordsOfRRule(rule: Rule): string {
  return new RRule(rule.options, true).toText();
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
