import type { Occurrence, Override, Series, WallTime } from "../scheduling/series.ts";
import { day, minute, requireRange } from "../time/instant.ts";
import type { Instant, Interval } from "../time/instant.ts";
import { millisToWall, wallToMillis } from "../time/wall.ts";
import type { WallMillis } from "../time/wall.ts";
import { wallMillisToInstant, wallsToInstants, wallToInstant } from "../time/zone.ts";
import { wallsAround } from "./starts.ts";
import { readRule } from "./wall-starts.ts";

/** A rule as calendar files write it. `dtstart` is its first instance; `rule` is null for the one date alone. */
export interface RecurrenceSet {
  readonly dtstart: WallTime;
  readonly zone: string;
  readonly rule: string | null;
  /** Wall times in `zone`, or instants in UTC when they end in `Z`. */
  readonly exdates: readonly string[];
  readonly rdates: readonly string[];
}

/** An instance of a rule by its two names: what was agreed on the wall clock, and when that is. */
export interface PlannedStart {
  readonly wall: WallMillis;
  readonly at: Instant;
}

/**
 * The starts of a recurrence set in `[range.start, range.end)`, ascending, none twice: (rule and RDATE) without EXDATE,
 * compared by instant (vectors/README). Throws a RangeError for a range longer than about 400 years or upside down.
 */
export function recurrenceStarts(set: RecurrenceSet, range: Interval): Instant[] {
  requireRange(range);
  const excluded = new Set(set.exdates.map((entry) => instantOf(entry, set.zone)));
  const planned = plannedStarts(set.rule, wallToMillis(set.dtstart), set.zone, range).map((one) => one.at);
  const added = set.rdates
    .map((entry) => instantOf(entry, set.zone))
    .filter((at) => range.start <= at && at < range.end);
  return [...new Set([...planned, ...added])].filter((at) => !excluded.has(at)).toSorted((a, b) => a - b);
}

/**
 * The occurrences of a series that meet `[range.start, range.end)`, overrides applied, in order of their start. One that
 * began before the range and still runs is among them. Throws a RangeError for a range longer than about 400 years or upside down.
 */
export function occurrences(series: Series, range: Interval): Occurrence[] {
  requireRange(range);
  const overridden = new Set(series.overrides.map((one) => one.recurrenceId));
  const length = series.durationMinutes * minute;
  const found: Occurrence[] = [];
  const add = (recurrenceId: WallTime, start: Instant, end: Instant, moved: boolean) => {
    if (start >= range.end || end <= range.start) return;
    found.push({
      seriesId: series.id,
      recurrenceId,
      clientId: series.clientId,
      title: series.title,
      start,
      end,
      moved,
    });
  };
  for (const planned of plannedStarts(series.rule, wallToMillis(series.start), series.zone, {
    start: range.start - length,
    end: range.end,
  })) {
    const recurrenceId = millisToWall(planned.wall);
    if (!overridden.has(recurrenceId)) add(recurrenceId, planned.at, planned.at + length, false);
  }
  for (const override of series.overrides) {
    if (override.kind === "cancelled" || isFarFrom(range, override)) continue;
    const start = wallToInstant(override.start, series.zone);
    const end = start + override.durationMinutes * minute;
    if (start < range.end && end > range.start && hasOccurrence(series, override.recurrenceId))
      add(override.recurrenceId, start, end, true);
  }
  return found.toSorted((a, b) => a.start - b.start || compareText(a.recurrenceId, b.recurrenceId));
}

// No zone is a day away from UTC.
const widestOffset = day;

/** A first look that no zone is needed for: most of what was moved in ten years lies far from what is asked about. */
function isFarFrom(range: Interval, { start, durationMinutes }: Override & { readonly kind: "moved" }): boolean {
  const wall = wallToMillis(start);
  return wall - widestOffset >= range.end || wall + durationMinutes * minute + widestOffset <= range.start;
}

/** Does the rule of a series name this occurrence, be it moved or cancelled by an override or not? */
export function hasOccurrence(series: Series, recurrenceId: WallTime): boolean {
  const wall = wallToMillis(recurrenceId);
  const at = wallMillisToInstant(wall, series.zone);
  return plannedStarts(series.rule, wallToMillis(series.start), series.zone, { start: at, end: at + 1 }).some(
    (one) => one.wall === wall,
  );
}

/** What a rule plans in `[range.start, range.end)`, before any exception, in order; two at one instant are one. */
export function plannedStarts(rule: string | null, start: WallMillis, zone: string, range: Interval): PlannedStart[] {
  const walls = wallsAround({ rule: rule === null ? null : readRule(rule), start, zone }, range);
  const instants = wallsToInstants(walls, zone);
  const found: PlannedStart[] = [];
  let isSorted = true;
  let last = Number.NEGATIVE_INFINITY;
  for (const [place, wall] of walls.entries()) {
    const at = instants[place];
    if (at === undefined || at < range.start || at >= range.end) continue;
    found.push({ wall, at });
    isSorted &&= at > last;
    last = at;
  }
  return isSorted ? found : inOrder(found);
}

/** Wall times come in order; where one is skipped by the clock, its instant may pass or meet that of the next. */
function inOrder(found: readonly PlannedStart[]): PlannedStart[] {
  const sorted = found.toSorted((a, b) => a.at - b.at || a.wall - b.wall);
  return sorted.filter((one, position) => one.at !== sorted[position - 1]?.at);
}

function instantOf(entry: string, zone: string): Instant {
  return entry.endsWith("Z") ? wallToMillis(entry.slice(0, -1)) : wallToInstant(entry, zone);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
