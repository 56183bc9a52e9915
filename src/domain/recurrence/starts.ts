import type { WallTime } from "../scheduling/series.ts";
import { day, requireRange } from "../time/instant.ts";
import type { Instant, Interval } from "../time/instant.ts";
import { wallToMillis } from "../time/wall.ts";
import type { WallMillis } from "../time/wall.ts";
import { instantToWallMillis, stepsToInstants, wallMillisToInstant, wallsToInstants } from "../time/zone.ts";
import { evenStepsOf } from "./closed-form.ts";
import type { EvenSteps } from "./closed-form.ts";
import { countedWindow, lastByCount, longestPeriod, readRule, wallStarts } from "./wall-starts.ts";
import type { Rule } from "./wall-starts.ts";

/** A rule with its first occurrence and zone, read once, to be asked often. No rule: the one date alone. */
export interface RuleInZone {
  readonly rule: Rule | null;
  readonly start: WallMillis;
  readonly zone: string;
}

// No zone is further from UTC than this, gaps included.
const widestOffset = 2 * day;
const furthest = 399 * 365 * day;

/** Reads a rule that was checked when it was entered. Throws a RangeError for a text, wall time or zone that is none. */
export function ruleInZone(rule: string | null, start: WallTime, zone: string): RuleInZone {
  return { rule: rule === null ? null : readRule(rule), start: wallToMillis(start), zone };
}

/**
 * What a rule plans in `[range.start, range.end)`, ascending, none twice. Throws a RangeError beyond about 400 years or
 * upside down.
 */
export function startsBetween(planned: RuleInZone, range: Interval): Instant[] {
  requireRange(range);
  const { rule, start, zone } = planned;
  const form = rule?.closed ?? null;
  const steps = form === null ? null : evenStepsOf(form, start);
  // Steps of more than a day stay in order whatever the clocks do; of single days two can meet (Apia, 30 December 2011).
  if (rule !== null && steps !== null && steps.step > day && rule.end?.kind !== "wall") {
    const end = rule.end?.kind === "instant" ? Math.min(range.end, rule.end.at + 1) : range.end;
    return evenStarts(rule, steps, planned, { start: range.start, end });
  }
  return inOrder(wallsToInstants(wallsAround(planned, range), zone), range);
}

function evenStarts(rule: Rule, { anchor, step }: EvenSteps, { start, zone }: RuleInZone, range: Interval): Instant[] {
  const { from, to } = countedWindow(rule, start, range.start - widestOffset, range.end + widestOffset);
  let first = anchor + Math.ceil((from - anchor) / step) * step;
  let last = anchor + Math.floor((to - anchor) / step) * step;
  while (first <= last && wallMillisToInstant(first, zone) < range.start) first += step;
  while (first <= last && wallMillisToInstant(last, zone) >= range.end) last -= step;
  return stepsToInstants(first, step, last, zone);
}

/** The first start after an instant; null when there is none within 399 years. */
export function nextStart(planned: RuleInZone, after: Instant): Instant | null {
  const start = Math.max(after + 1, planned.start - widestOffset);
  const period = planned.rule === null ? day : longestPeriod(planned.rule);
  for (let length = period + widestOffset; ; length *= 8) {
    const end = start + Math.min(length, furthest);
    const first = startsBetween(planned, { start, end })[0];
    if (first !== undefined) return first;
    if (length >= furthest || end - widestOffset > lastPossible(planned)) return null;
  }
}

/** The wall times of a rule whose instants may lie in a range, UNTIL and COUNT applied, ascending. */
export function wallsAround(planned: RuleInZone, range: Interval): WallMillis[] {
  const { rule, start, zone } = planned;
  if (rule === null) return [start];
  const from = range.start - widestOffset;
  const to = range.end + widestOffset;
  if (rule.end === null) return wallStarts(rule, start, from, to);
  const last = latestWall(rule, zone) + widestOffset;
  const walls = wallStarts(rule, start, from, Math.min(to, last));
  // Nearly always the end is far from the range: then it needs no second look.
  return to <= last - 2 * widestOffset ? walls : walls.filter((wall) => isBeforeEnd(rule, wall, zone));
}

/** Wall times come in order; where the clock skips one, its instant may pass or meet that of the next. */
function inOrder(found: readonly Instant[], range: Interval): Instant[] {
  const inRange = found.filter((at) => range.start <= at && at < range.end);
  const isSorted = inRange.every((at, position) => position === 0 || at > (inRange[position - 1] ?? at));
  if (isSorted) return inRange;
  const sorted = inRange.toSorted((a, b) => a - b);
  return sorted.filter((at, position) => at !== sorted[position - 1]);
}

/** No start comes after this wall time. */
function lastPossible({ rule, start, zone }: RuleInZone): WallMillis {
  if (rule === null) return start;
  const byCount = rule.count === null ? Number.POSITIVE_INFINITY : lastByCount(rule, rule.count, start);
  return Math.min(byCount, latestWall(rule, zone));
}

function latestWall(rule: Rule, zone: string): WallMillis {
  if (rule.end === null) return Number.POSITIVE_INFINITY;
  return rule.end.kind === "wall" ? rule.end.wall : instantToWallMillis(rule.end.at, zone);
}

/** UNTIL is inclusive and, being an instant, is compared with instants (ENGINE 5). */
function isBeforeEnd(rule: Rule, wall: WallMillis, zone: string): boolean {
  if (rule.end === null) return true;
  return rule.end.kind === "wall" ? wall <= rule.end.wall : wallMillisToInstant(wall, zone) <= rule.end.at;
}
