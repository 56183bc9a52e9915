import { dateSchema, weekdays as weekOrder } from "../policy/hours.ts";
import type { Weekday } from "../policy/hours.ts";
import { wallTimeSchema } from "../scheduling/series.ts";
import type { WallTime } from "../scheduling/series.ts";
import { day, hour } from "../time/instant.ts";
import { dayOfDate, dayOfWall, wallToMillis, weekdayOfDay } from "../time/wall.ts";
import type { WallMillis } from "../time/wall.ts";
import { wallMillisToInstant } from "../time/zone.ts";
import { listOf, weekdayNames } from "./describe.ts";
import { fault, frequencyOf, readRuleParts, writeUntil } from "./rule-text.ts";
import type { RuleFault, RuleParts } from "./rule-text.ts";
import { isWallStart, readRule, repeatsWithinDay, wallStarts } from "./wall-starts.ts";
import type { Rule } from "./wall-starts.ts";

export { describeRule } from "./describe.ts";
export type { RuleFault } from "./rule-text.ts";
export type { Rule } from "./wall-starts.ts";

const longestEvery = 520;
const mostAppointments = 1000;

/** A weekly rule as the form asks for it. `every` 2 is every second week; `until` is the last possible date, or null. */
export interface WeeklyPlan {
  readonly every: number;
  readonly until: string | null;
  /** Empty: the weekday of the first appointment. */
  readonly weekdays: readonly Weekday[];
}

/**
 * Checks a rule as it was entered, together with the wall time of the first appointment. A rule that passes expands quickly
 * and has its start as first occurrence (RFC 5545 3.8.5.3). A refusal names the form field and says why in plain words.
 */
export function parseRule(text: string, start: WallTime): { readonly ok: true; readonly rule: Rule } | RuleFault {
  const first = readStart(start);
  if (first === null) return fault("start");
  const read = readRuleParts(text);
  if (!read.ok) return read;
  const refusal = refuseParts(read.parts);
  if (refusal !== null) return refusal;
  const rule = readRule(text);
  if (rule.interval > longestEvery) return fault("every", `“Every” goes up to ${longestEvery}.`);
  if (rule.count !== null && rule.count > mostAppointments)
    return fault("count", `A series has at most ${mostAppointments} appointments.`);
  if (endsBefore(rule, first)) return fault("until", "The series ends before its first appointment.");
  if (!fallsOnNamedDay(read.parts, first) || !isWallStart(rule, first, first))
    return fault("start", missedStart(rule, first));
  return { ok: true, rule };
}

/**
 * The RRULE value of a weekly plan, to be checked with `parseRule`. UNTIL becomes the instant of the last appointment on or
 * before that date in `zone`, as RFC 5545 wants it, so that it moves no appointment in or out when read elsewhere.
 */
export function weeklyRule(plan: WeeklyPlan, start: WallTime, zone: string): string {
  const first = wallToMillis(start);
  const days = plan.weekdays.length > 0 ? weekOrder.filter((one) => plan.weekdays.includes(one)) : [weekdayOf(first)];
  const endless = [
    "FREQ=WEEKLY",
    plan.every === 1 ? "" : `INTERVAL=${plan.every}`,
    `BYDAY=${days.join(",")}`,
    plan.every === 1 ? "" : "WKST=MO",
  ]
    .filter((part) => part !== "")
    .join(";");
  if (plan.until === null) return endless;
  if (!dateSchema.safeParse(plan.until).success) return `${endless};UNTIL=${plan.until}`;
  return `${endless};UNTIL=${writeUntil(wallMillisToInstant(lastAppointment(endless, first, plan), zone))}`;
}

function lastAppointment(endless: string, first: WallMillis, plan: WeeklyPlan): WallMillis {
  const lastDay = dayOfDate(plan.until ?? "");
  const endOfLastDay = (lastDay + 1) * day - 1;
  const isReadable = readRuleParts(endless).ok;
  const onePeriod = (plan.every + 1) * 7 * day;
  const found = isReadable
    ? wallStarts(readRule(endless), first, Math.max(first, endOfLastDay - onePeriod), endOfLastDay)
    : [];
  // No appointment at all: the start of the date itself lets `parseRule` see that the series ends before it begins.
  return found.at(-1) ?? lastDay * day;
}

function readStart(start: WallTime): WallMillis | null {
  if (!wallTimeSchema.safeParse(start).success) return null;
  try {
    return wallToMillis(start);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function refuseParts(parts: RuleParts): RuleFault | null {
  const frequency = frequencyOf(parts);
  if (repeatsWithinDay(frequency)) {
    return fault("rule", "A series repeats daily, weekly, monthly or yearly, not within a day.");
  }
  if (["BYHOUR", "BYMINUTE", "BYSECOND"].some((name) => parts.has(name))) {
    return fault("rule", "A series has one time of day, the one of its first appointment.");
  }
  const isShort = frequency === "DAILY" || frequency === "WEEKLY";
  if (isShort && parts.has("BYSETPOS")) {
    return fault("rule", "Picking single appointments out of a period works for monthly and yearly series only.");
  }
  if (isShort && /\d/.test(parts.get("BYDAY") ?? "")) {
    return fault("weekdays", "“The second Tuesday” works for monthly and yearly series only.");
  }
  return null;
}

/** Without the zone of the series, only what is before the start in every zone counts as before it. */
function endsBefore(rule: Rule, first: WallMillis): boolean {
  if (rule.end === null) return false;
  switch (rule.end.kind) {
    case "wall":
      return rule.end.wall < first;
    case "instant":
      return rule.end.at + 14 * hour < first;
  }
}

/** A cheap look at month, day and weekday first: it spares the long search for a date that cannot come, like 30 February. */
function fallsOnNamedDay(parts: RuleParts, first: WallMillis): boolean {
  const date = new Date(first);
  const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  const names = (part: string, ...values: readonly number[]) => {
    const wanted = parts.get(part)?.split(",").map(Number);
    return wanted === undefined || wanted.some((one) => values.includes(one));
  };
  const bareWeekdays = parts
    .get("BYDAY")
    ?.split(",")
    .map((one) => one.slice(-2));
  return (
    names("BYMONTH", date.getUTCMonth() + 1) &&
    names("BYMONTHDAY", date.getUTCDate(), date.getUTCDate() - length - 1) &&
    (bareWeekdays === undefined || bareWeekdays.includes(weekdayOf(first)))
  );
}

function missedStart(rule: Rule, first: WallMillis): string {
  const days = rule.weekly?.weekdays ?? null;
  if (days === null) return "The first appointment is not on a day of this rule.";
  const repeats = listOf(days.map((one) => weekdayNames[one] ?? ""));
  return `The first appointment is on a ${weekdayNames[weekdayOfDay(dayOfWall(first))]}, but the series repeats on ${repeats}.`;
}

function weekdayOf(wall: WallMillis): Weekday {
  const weekday = weekOrder[weekdayOfDay(dayOfWall(wall))];
  if (weekday === undefined) throw new RangeError(`no weekday at ${wall}`);
  return weekday;
}
