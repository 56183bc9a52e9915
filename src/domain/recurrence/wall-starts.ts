import { day } from "../time/instant.ts";
import type { WallMillis } from "../time/wall.ts";
import { RRule } from "./rrule-package.ts";
import type { RRuleOptions } from "./rrule-package.ts";
import { frequencyOf, intervalOf, readUntil, trustedRuleParts, withParts, writeRuleParts } from "./rule-text.ts";
import type { Frequency, RuleEnd, RuleParts } from "./rule-text.ts";
import { weeklyShapeOf, weeklyWallStarts } from "./weekly.ts";
import type { WeeklyShape } from "./weekly.ts";

/** A rule made ready for use. Its occurrences are wall times; `end` and time zones belong to the caller. */
export interface Rule {
  readonly text: string;
  readonly parts: RuleParts;
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count: number | null;
  readonly end: RuleEnd | null;
  readonly weekly: WeeklyShape | null;
  /** For rrule.js, without start and end. */
  readonly options: RRuleOptions;
}

/** Rules already read, by text. Reading is pure, so this is only memory; it is emptied before it grows large. */
const known = new Map<string, Rule>();
const lastOfCount = new Map<string, WallMillis>();
const mostRemembered = 1000;

/**
 * Reads a rule that was checked when it was entered. Throws a RangeError for a text that is no rule, and for one that
 * repeats within a day.
 */
export function readRule(text: string): Rule {
  let rule = known.get(text);
  if (rule === undefined) {
    rule = ruleOf(text, trustedRuleParts(text));
    remember(known, text, rule);
  }
  return rule;
}

/** Such rules have no place in a calendar of sessions, and a short text could ask for millions of occurrences. */
export function repeatsWithinDay(frequency: Frequency): boolean {
  return frequency === "HOURLY" || frequency === "MINUTELY" || frequency === "SECONDLY";
}

function ruleOf(text: string, parts: RuleParts): Rule {
  if (repeatsWithinDay(frequencyOf(parts))) throw new RangeError(`repeats too often for a calendar: ${text}`);
  const count = parts.get("COUNT");
  const until = parts.get("UNTIL");
  return {
    text,
    parts,
    frequency: frequencyOf(parts),
    interval: intervalOf(parts),
    count: count === undefined ? null : Number(count),
    end: until === undefined ? null : readUntil(until),
    weekly: weeklyShapeOf(parts),
    options: RRule.parseString(writeRuleParts(withParts(parts, { COUNT: null, UNTIL: null }))),
  };
}

/**
 * The occurrences of a rule in `[from, to]` on the wall clock, ascending, COUNT applied, UNTIL not: that is an instant.
 * `start` is the first occurrence. Throws a RangeError for a window longer than 400 years.
 */
export function wallStarts(rule: Rule, start: WallMillis, from: WallMillis, to: WallMillis): WallMillis[] {
  // Written so that a bound that is not a number is refused as well.
  if (!(to - from <= cycle)) throw new RangeError("too long a time to look for occurrences in");
  const until = rule.count === null ? to : Math.min(to, lastByCount(rule, rule.count, start));
  const earliest = Math.max(from, start);
  if (earliest > until) return [];
  if (rule.weekly !== null) return weeklyWallStarts(rule.weekly, start, earliest, until);
  return calendarWallStarts(rule, start, earliest, until);
}

/** Is `wall` an occurrence by the rule (UNTIL aside)? */
export function isWallStart(rule: Rule, start: WallMillis, wall: WallMillis): boolean {
  return wallStarts(rule, start, wall, wall).length > 0;
}

// The Gregorian calendar repeats, weekdays included, every 400 years.
const cycle = 146_097 * day;
const lastYear = 9999;

/**
 * rrule.js gives up on a rule that never matches only after the year 9999, which takes it ten seconds for a daily rule.
 * Asked about the same dates of the last 400 years it can count, it gives the same answer and stops twenty times sooner.
 */
function toLastCycle(wall: WallMillis): number {
  const year = new Date(wall).getUTCFullYear();
  return Math.floor((lastYear - year) / 400) * cycle;
}

function calendarWallStarts(rule: Rule, start: WallMillis, from: WallMillis, to: WallMillis): WallMillis[] {
  const shift = toLastCycle(to);
  const window = [new Date(from + shift), new Date(to + shift)] as const;
  const options = fastForward(rule, start + shift, from + shift);
  return new RRule(options, true).between(...window, true).map((one) => one.getTime() - shift);
}

function lastByCount(rule: Rule, count: number, start: WallMillis): WallMillis {
  const key = `${rule.text} ${start}`;
  let last = lastOfCount.get(key);
  if (last === undefined) {
    const shift = toLastCycle(start);
    const all = new RRule({ ...rule.options, dtstart: new Date(start + shift), count }, true).all();
    // Fewer than asked for means that the count is not reached for centuries: then it ends nothing.
    const counted = all.length < count ? undefined : all.at(-1);
    last = counted === undefined ? Number.POSITIVE_INFINITY : counted.getTime() - shift;
    remember(lastOfCount, key, last);
  }
  return last;
}

/**
 * Options whose start lies shortly before `from`, a whole number of periods after the real one (ENGINE 6): an old series
 * costs no more than a new one.
 */
function fastForward(rule: Rule, start: WallMillis, from: WallMillis): RRuleOptions {
  const original = { ...rule.options, dtstart: new Date(start) };
  switch (rule.frequency) {
    case "DAILY":
      return { ...original, dtstart: new Date(start + wholePeriods(from - start, rule.interval * day)) };
    case "WEEKLY":
      return { ...original, dtstart: new Date(start + wholePeriods(from - start, rule.interval * 7 * day)) };
    case "MONTHLY":
    case "YEARLY": {
      const first = new Date(start);
      const months = monthsBetween(first, new Date(from));
      const period = rule.frequency === "MONTHLY" ? rule.interval : rule.interval * 12;
      const ahead = wholePeriods(months, period);
      if (ahead === 0) return original;
      const month = rule.frequency === "MONTHLY" ? first.getUTCMonth() + ahead : ahead;
      const moved = new Date(Date.UTC(first.getUTCFullYear(), month, 1) + (start - Math.floor(start / day) * day));
      return { ...withDayOfStart(rule, first), dtstart: moved };
    }
    case "HOURLY":
    case "MINUTELY":
    case "SECONDLY":
      // Refused when the rule was read.
      return original;
  }
}

/** The most whole periods in `distance` that leave one period to spare, or 0. */
function wholePeriods(distance: number, period: number): number {
  return Math.max(0, Math.floor(distance / period) - 1) * period;
}

function monthsBetween(first: Date, second: Date): number {
  return (second.getUTCFullYear() - first.getUTCFullYear()) * 12 + second.getUTCMonth() - first.getUTCMonth();
}

/** What a monthly or yearly rule takes from its start when it names no day, written out before the start is moved. */
function withDayOfStart(rule: Rule, first: Date): RRuleOptions {
  const namesDay = ["BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO"].some((name) => rule.parts.has(name));
  if (namesDay) return rule.options;
  const bymonth = rule.options.bymonth ?? (rule.frequency === "YEARLY" ? first.getUTCMonth() + 1 : null);
  return { ...rule.options, bymonth, bymonthday: first.getUTCDate() };
}

function remember<Value>(memory: Map<string, Value>, key: string, value: Value): void {
  if (memory.size >= mostRemembered) memory.clear();
  memory.set(key, value);
}
