import { day } from "../time/instant.ts";
import type { WallMillis } from "../time/wall.ts";
import { closedFormOf, closedWallStarts } from "./closed-form.ts";
import type { ClosedForm } from "./closed-form.ts";
import { RRule } from "./rrule-package.ts";
import type { RRuleOptions } from "./rrule-package.ts";
import { frequencyOf, intervalOf, readUntil, trustedRuleParts, withParts, writeRuleParts } from "./rule-text.ts";
import type { Frequency, RuleEnd, RuleParts } from "./rule-text.ts";
import type { WeeklyShape } from "./weekly.ts";

/** A rule made ready for use. Its occurrences are wall times; `end` and time zones belong to the caller. */
export interface Rule {
  readonly text: string;
  readonly parts: RuleParts;
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count: number | null;
  readonly end: RuleEnd | null;
  /** Null: rrule has to search for its dates. */
  readonly closed: ClosedForm | null;
  /** The same, where it is a weekly one. */
  readonly weekly: WeeklyShape | null;
  /** For rrule.js, without start and end. */
  readonly options: RRuleOptions;
}

/** Rules already read, by text. Reading is pure, so this is only memory; it is emptied before it grows large. */
const known = new Map<string, Rule>();
const lastOfCount = new WeakMap<Rule, Map<WallMillis, WallMillis>>();
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
  const closed = closedFormOf(parts);
  return {
    text,
    parts,
    frequency: frequencyOf(parts),
    interval: intervalOf(parts),
    count: count === undefined ? null : Number(count),
    end: until === undefined ? null : readUntil(until),
    closed,
    weekly: closed?.kind === "weekly" ? closed : null,
    options: RRule.parseString(writeRuleParts(withParts(parts, { COUNT: null, UNTIL: null }))),
  };
}

/**
 * The occurrences of a rule in `[from, to]` on the wall clock, ascending, COUNT applied, UNTIL not: that is an instant.
 * `start` is the first occurrence. Throws a RangeError for a window longer than 400 years.
 */
export function wallStarts(rule: Rule, start: WallMillis, from: WallMillis, to: WallMillis): WallMillis[] {
  const window = countedWindow(rule, start, from, to);
  if (window.from > window.to) return [];
  if (rule.closed !== null) return closedWallStarts(rule.closed, start, window.from, window.to);
  return calendarWallStarts(rule, start, window.from, window.to);
}

/** The part of `[from, to]` on the wall clock that a rule reaches: from its start to the last by COUNT. Throws as `wallStarts`. */
export function countedWindow(
  rule: Rule,
  start: WallMillis,
  from: WallMillis,
  to: WallMillis,
): { readonly from: WallMillis; readonly to: WallMillis } {
  // Written so that a bound that is not a number is refused as well.
  if (!(to - from <= cycle)) throw new RangeError("too long a time to look for occurrences in");
  const last = rule.count === null ? to : Math.min(to, lastByCount(rule, rule.count, start));
  return { from: Math.max(from, start), to: last };
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

/** The wall time of the last occurrence by COUNT; infinite when the count is not reached for centuries: then it ends nothing. */
export function lastByCount(rule: Rule, count: number, start: WallMillis): WallMillis {
  let known = lastOfCount.get(rule);
  if (known === undefined) {
    known = new Map();
    lastOfCount.set(rule, known);
  }
  let last = known.get(start);
  if (last === undefined) {
    last = rule.closed === null ? lastByCounting(rule, count, start) : nthOfClosedForm(rule.closed, rule, count, start);
    remember(known, start, last);
  }
  return last;
}

function nthOfClosedForm(form: ClosedForm, rule: Rule, count: number, start: WallMillis): WallMillis {
  let left = count;
  let from = start;
  // Most rules keep every date of their period: the first stretch then holds all that is counted.
  for (let length = (count + 1) * longestPeriod(rule); from - start <= cycle; length *= 4) {
    const to = Math.min(from + length, start + 2 * cycle);
    const found = closedWallStarts(form, start, from, to);
    const last = found[left - 1];
    if (last !== undefined) return last;
    left -= found.length;
    from = to + 1;
  }
  return Number.POSITIVE_INFINITY;
}

function lastByCounting(rule: Rule, count: number, start: WallMillis): WallMillis {
  const shift = toLastCycle(start);
  const all = new RRule({ ...rule.options, dtstart: new Date(start + shift), count }, true).all();
  const counted = all.length < count ? undefined : all.at(-1);
  return counted === undefined ? Number.POSITIVE_INFINITY : counted.getTime() - shift;
}

/** The longest that one period of a rule can last, in milliseconds. */
export function longestPeriod(rule: Rule): number {
  switch (rule.frequency) {
    case "DAILY":
      return rule.interval * day;
    case "WEEKLY":
      return rule.interval * 7 * day;
    case "MONTHLY":
      return rule.interval * 31 * day;
    case "YEARLY":
      return rule.interval * 366 * day;
    case "HOURLY":
    case "MINUTELY":
    case "SECONDLY":
      // Refused when the rule was read.
      return day;
  }
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

function remember<Key, Value>(memory: Map<Key, Value>, key: Key, value: Value): void {
  if (memory.size >= mostRemembered) memory.clear();
  memory.set(key, value);
}
