import { wallTimeSchema } from "../scheduling/series.ts";
import type { WallTime } from "../scheduling/series.ts";
import { hour } from "../time/instant.ts";
import { dayOfWall, wallToMillis, weekdayOfDay } from "../time/wall.ts";
import type { WallMillis } from "../time/wall.ts";
import { listOf, weekdayNames } from "./describe-dates.ts";
import { describeRepeats } from "./describe.ts";
import { fault, frequencyOf, readRuleParts, weekdayIndex } from "./rule-text.ts";
import type { RuleFault, RuleParts } from "./rule-text.ts";
import { isWallStart, readRule, repeatsWithinDay } from "./wall-starts.ts";
import type { Rule } from "./wall-starts.ts";

export { describeRule } from "./describe.ts";
export type { RuleFault } from "./rule-text.ts";
export type { Rule } from "./wall-starts.ts";

const longestEvery = 520;
const mostAppointments = 1000;

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
    (bareWeekdays === undefined || bareWeekdays.some((one) => weekdayIndex(one) === weekdayOfDay(dayOfWall(first))))
  );
}

function missedStart(rule: Rule, first: WallMillis): string {
  const days = rule.weekly?.weekdays ?? null;
  if (days === null) {
    const date = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: "UTC" }).format(first);
    return `The first appointment is on ${date}, but the series repeats ${describeRepeats(rule, first, "en-GB")}.`;
  }
  const repeats = listOf(days.map((one) => weekdayNames[one] ?? ""));
  return `The first appointment is on a ${weekdayNames[weekdayOfDay(dayOfWall(first))]}, but the series repeats on ${repeats}.`;
}
