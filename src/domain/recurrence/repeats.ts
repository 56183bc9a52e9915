import { z } from "zod";
import { dateSchema, weekdays as weekOrder } from "../policy/hours.ts";
import type { Weekday } from "../policy/hours.ts";
import type { Series, WallTime } from "../scheduling/series.ts";
import { day } from "../time/instant.ts";
import { dayOfDate, dayOfWall, millisToWall, wallToMillis, weekdayOfDay } from "../time/wall.ts";
import type { WallMillis } from "../time/wall.ts";
import { wallMillisToInstant } from "../time/zone.ts";
import { wallTimeOfEnd } from "./rule-end.ts";
import { hasOnly, numbersOf, readRuleParts, weekdaysOf, writeRuleParts, writeUntil, withParts } from "./rule-text.ts";
import { isWallStart, readRule, wallStarts } from "./wall-starts.ts";
import type { Rule } from "./wall-starts.ts";

const every = z
  .int("“Every” is a whole number from 1.")
  .min(1, "“Every” is a whole number from 1.")
  .max(52, "“Every” goes up to 52.");
/** Last date on which it may take place; null for no end. */
const until = dateSchema.nullable();

/**
 * How an appointment repeats, as the form asks for it: every so many weeks, months or years from its first date on. A
 * month repeats on that date of the month, on its weekday counted from the start or the end of the month, or on the last
 * day. Whatever else a rule can say is `rule`, an RRULE value.
 */
export const repeatsSchema = z.discriminatedUnion("unit", [
  z
    .object({
      unit: z.literal("week"),
      every,
      /** Empty: the weekday of the first appointment. */
      weekdays: z.array(z.enum(weekOrder)).max(7).readonly(),
      until,
    })
    .readonly(),
  z
    .object({
      unit: z.literal("month"),
      every,
      on: z.enum(["date", "weekday", "last-weekday", "last-day"]),
      until,
    })
    .readonly(),
  z.object({ unit: z.literal("year"), every, until }).readonly(),
  z.object({ unit: z.literal("rule"), rule: z.string().min(1).max(300) }).readonly(),
]);
export type Repeats = z.infer<typeof repeatsSchema>;

/**
 * The RRULE value of what the form asked for, to be checked with `parseRule`. UNTIL becomes the instant of the last
 * appointment on or before that date in `zone`, as RFC 5545 wants it, so that it moves no appointment in or out when read
 * elsewhere. `first` is the first appointment where that is not `start`.
 */
export function ruleOf(repeats: Repeats, start: WallTime, zone: string, first: WallTime = start): string {
  if (repeats.unit === "rule") return repeats.rule;
  const endless = endlessRule(repeats, wallToMillis(start));
  if (repeats.until === null) return endless;
  if (!dateSchema.safeParse(repeats.until).success) return `${endless};UNTIL=${repeats.until}`;
  const last = lastUpTo(endless, wallToMillis(first), repeats.until);
  return `${endless};UNTIL=${writeUntil(wallMillisToInstant(last, zone))}`;
}

/** How a series repeats, in the terms of the form; null for a single appointment. */
export function repeatsOf({ rule: text, start, zone }: Pick<Series, "rule" | "start" | "zone">): Repeats | null {
  if (text === null) return null;
  const rule = readRule(text);
  const until = rule.end === null ? null : wallTimeOfEnd(rule.end, zone).slice(0, 10);
  const plain = rule.count === null ? plainRepeats(rule, wallToMillis(start), until) : null;
  return plain ?? { unit: "rule", rule: text };
}

/**
 * The first date of a series whose pattern becomes `rule`: the earliest one from `from` on with which the appointment at
 * `shown` is one of the series.
 */
export function firstOfPattern(rule: string, from: WallTime, shown: WallTime): WallTime {
  const endless = readRule(writeRuleParts(withParts(readRule(rule).parts, { UNTIL: null, COUNT: null })));
  const last = wallToMillis(shown);
  const timeOfDay = last - dayOfWall(last) * day;
  for (let wall = dayOfDate(from.slice(0, 10)) * day + timeOfDay; wall < last; wall += day) {
    if (isWallStart(endless, wall, wall) && isWallStart(endless, wall, last)) return millisToWall(wall);
  }
  return shown;
}

function endlessRule(repeats: Exclude<Repeats, { readonly unit: "rule" }>, first: WallMillis): string {
  const interval = repeats.every === 1 ? [] : [`INTERVAL=${repeats.every}`];
  switch (repeats.unit) {
    case "week": {
      const days =
        repeats.weekdays.length > 0 ? weekOrder.filter((one) => repeats.weekdays.includes(one)) : [weekdayOf(first)];
      const weekStart = repeats.every === 1 ? [] : ["WKST=MO"];
      return ["FREQ=WEEKLY", ...interval, `BYDAY=${days.join(",")}`, ...weekStart].join(";");
    }
    case "month":
      return ["FREQ=MONTHLY", ...interval, dayInMonth(repeats.on, first)].join(";");
    case "year":
      return ["FREQ=YEARLY", ...interval].join(";");
  }
}

function dayInMonth(on: (Repeats & { readonly unit: "month" })["on"], first: WallMillis): string {
  switch (on) {
    case "date":
      return `BYMONTHDAY=${new Date(first).getUTCDate()}`;
    case "weekday":
      return `BYDAY=${Math.ceil(new Date(first).getUTCDate() / 7)}${weekdayOf(first)}`;
    case "last-weekday":
      return `BYDAY=-1${weekdayOf(first)}`;
    case "last-day":
      return "BYMONTHDAY=-1";
  }
}

/** The calendar goes further, but nobody looks further back from a last date for the appointment before it. */
const furthest = 399 * 365 * day;

function lastUpTo(endless: string, first: WallMillis, until: string): WallMillis {
  const end = (dayOfDate(until) + 1) * day - 1;
  // No appointment at all: the start of the date itself lets `parseRule` see that the series ends before it begins.
  const none = dayOfDate(until) * day;
  if (!readRuleParts(endless).ok) return none;
  return wallStarts(readRule(endless), first, Math.max(first, end - furthest), end).at(-1) ?? none;
}

function plainRepeats(rule: Rule, first: WallMillis, until: string | null): Repeats | null {
  const { parts, interval } = rule;
  if (interval > 52) return null;
  const own = weekdayOf(first);
  switch (rule.frequency) {
    case "WEEKLY": {
      if (rule.weekly === null) return null;
      const named = (rule.weekly.weekdays ?? []).map((one) => weekOrder[one] ?? own);
      const weekdays = named.length === 1 && named[0] === own ? [] : weekOrder.filter((one) => named.includes(one));
      // Where two weeks are counted from another day than Monday, other dates come out.
      if (interval > 1 && weekdays.length > 0 && rule.weekly.weekStart !== 0) return null;
      return { unit: "week", every: interval, weekdays, until };
    }
    case "MONTHLY": {
      const on = dayInMonthOf(rule, first);
      return on === null ? null : { unit: "month", every: interval, on, until };
    }
    case "YEARLY":
      return hasOnly(parts, []) ? { unit: "year", every: interval, until } : null;
    case "DAILY":
    case "HOURLY":
    case "MINUTELY":
    case "SECONDLY":
      return null;
  }
}

function dayInMonthOf({ parts }: Rule, first: WallMillis): (Repeats & { readonly unit: "month" })["on"] | null {
  if (hasOnly(parts, [])) return "date";
  const date = new Date(first).getUTCDate();
  const [dayOfMonth, ...otherDates] = numbersOf(parts, "BYMONTHDAY") ?? [];
  const [weekday, ...otherDays] = weekdaysOf(parts) ?? [];
  if (hasOnly(parts, ["BYMONTHDAY"]) && otherDates.length === 0)
    return dayOfMonth === date ? "date" : dayOfMonth === -1 ? "last-day" : null;
  if (!hasOnly(parts, ["BYDAY"]) || otherDays.length > 0 || weekday === undefined) return null;
  return weekday.nth === -1 ? "last-weekday" : weekday.nth === Math.ceil(date / 7) ? "weekday" : null;
}

function weekdayOf(wall: WallMillis): Weekday {
  const weekday = weekOrder[weekdayOfDay(dayOfWall(wall))];
  if (weekday === undefined) throw new RangeError(`no weekday at ${wall}`);
  return weekday;
}
