import type { Override, Series, WallTime } from "../scheduling/series.ts";
import { day } from "../time/instant.ts";
import { dayOfWall, millisToWall, wallToMillis } from "../time/wall.ts";
import type { WallMillis } from "../time/wall.ts";
import { wallMillisToInstant, wallToInstant } from "../time/zone.ts";
import { hasOccurrence, plannedStarts } from "./occurrences.ts";
import type { PlannedStart } from "./occurrences.ts";
import { trustedRuleParts, withParts, writeRuleParts, writeUntil } from "./rule-text.ts";
import type { RuleParts } from "./rule-text.ts";
import { movedRule } from "./shift.ts";
import { isWallStart, readRule, wallStarts } from "./wall-starts.ts";

/** What to change for a whole series, or for all of one from an occurrence on. What is absent stays as it is. */
export interface SeriesChange {
  /** New wall time of the first occurrence concerned; the others move by as many days and to the same time of day. */
  readonly start?: WallTime;
  readonly durationMinutes?: number;
  /** A new rule, with its own end; null for a single appointment. It has to name the (new) start. */
  readonly rule?: string | null;
  readonly title?: string;
  readonly clientId?: string | null;
}

/**
 * Moves or resizes one occurrence; put back to plan, it is an ordinary one again. Throws a RangeError when the series has no
 * such occurrence, as all edits of one occurrence do (ask `hasOccurrence` first where that can happen).
 */
export function moveOccurrence(
  series: Series,
  recurrenceId: WallTime,
  start: WallTime,
  durationMinutes: number,
): Series {
  wallToMillis(start);
  if (start === recurrenceId && durationMinutes === series.durationMinutes)
    return restoreOccurrence(series, recurrenceId);
  return withOverride(series, { recurrenceId, kind: "moved", start, durationMinutes });
}

/** Takes one occurrence out of the calendar, moved before or not. */
export function cancelOccurrence(series: Series, recurrenceId: WallTime): Series {
  return withOverride(series, { recurrenceId, kind: "cancelled" });
}

/** Puts a moved or cancelled occurrence back where the rule has it. */
export function restoreOccurrence(series: Series, recurrenceId: WallTime): Series {
  requireOccurrence(series, recurrenceId);
  return { ...series, overrides: series.overrides.filter((one) => one.recurrenceId !== recurrenceId) };
}

/**
 * Ends a series before an occurrence: this and all following are gone. UNTIL becomes the instant of the last one that stays
 * (cancelled or moved ones count). Null when none stays.
 */
export function endBefore(series: Series, recurrenceId: WallTime): Series | null {
  requireOccurrence(series, recurrenceId);
  const last = plannedBefore(series, recurrenceId).at(-1);
  if (last === undefined || series.rule === null) return null;
  const rule = withParts(trustedRuleParts(series.rule), { COUNT: null, UNTIL: writeUntil(last.at) });
  return {
    ...series,
    rule: writeRuleParts(rule),
    overrides: series.overrides.filter((one) => one.recurrenceId < recurrenceId),
  };
}

/**
 * Changes this and all following occurrences: the series ends before `recurrenceId`, and a new one goes on from there with
 * the change and with the overrides of its occurrences. A count of appointments is shared out. `before` is null when the
 * first occurrence was meant. Throws like `changeAll`.
 */
export function splitAt(
  series: Series,
  recurrenceId: WallTime,
  change: SeriesChange,
  newId: string,
): { readonly before: Series | null; readonly after: Series } {
  const before = endBefore(series, recurrenceId);
  const rest: Series = {
    ...series,
    id: newId,
    start: recurrenceId,
    rule: series.rule === null ? null : withoutCounted(series.rule, plannedBefore(series, recurrenceId).length),
    // Whoever gives this occurrence a new time means it, even where it had been moved by itself before.
    overrides: series.overrides.filter(
      (one) => one.recurrenceId > recurrenceId || (one.recurrenceId === recurrenceId && change.start === undefined),
    ),
  };
  return { before, after: changeAll(rest, change) };
}

/**
 * Changes all occurrences. Moved and cancelled ones stay so under their new names (FIELD T11), moved ones keep their own
 * time; the number of occurrences stays. With a new rule, only overrides of occurrences it still has are kept. Throws a
 * RangeError when `needsNewRule`.
 */
export function changeAll(series: Series, change: SeriesChange): Series {
  const changed = changedSeries(series, change);
  if (changed === null) throw new RangeError("the series needs a new rule for its new start");
  const rename = change.rule === undefined ? renameByPosition(series, changed) : renameByShift(series, changed);
  const overrides = series.overrides.flatMap((override): Override[] => {
    const recurrenceId = rename(override.recurrenceId);
    if (recurrenceId === null) return [];
    if (override.kind === "cancelled") return [{ recurrenceId, kind: "cancelled" }];
    // One that was only moved has the length of the series; one that was resized keeps its own.
    const wasResized = override.durationMinutes !== series.durationMinutes;
    return [
      { ...override, recurrenceId, durationMinutes: wasResized ? override.durationMinutes : changed.durationMinutes },
    ];
  });
  return { ...changed, overrides };
}

/** Would `changeAll` have to guess the rule of the moved series (say "first and third Tuesday" moved by a day)? */
export function needsNewRule(series: Series, change: SeriesChange): boolean {
  return changedSeries(series, change) === null;
}

/** The start to ask of `changeAll` when all occurrences shall move as this one moves to `start`. */
export function startForAll(series: Series, recurrenceId: WallTime, start: WallTime): WallTime {
  return millisToWall(wallToMillis(series.start) + wallToMillis(start) - wallToMillis(recurrenceId));
}

function changedSeries(series: Series, change: SeriesChange): Series | null {
  const start = change.start ?? series.start;
  const rule = change.rule === undefined ? ruleForStart(series, start) : change.rule;
  if (rule === undefined) return null;
  const first = wallToMillis(start);
  if (rule !== null && !isWallStart(readRule(rule), first, first)) return null;
  return {
    ...series,
    start,
    rule,
    durationMinutes: change.durationMinutes ?? series.durationMinutes,
    title: change.title ?? series.title,
    clientId: change.clientId === undefined ? series.clientId : change.clientId,
  };
}

/** The rule of a series for another start; undefined when it cannot be moved there. UNTIL keeps the number of occurrences. */
function ruleForStart(series: Series, start: WallTime): string | null | undefined {
  if (series.rule === null || start === series.start) return series.rule;
  const from = wallToMillis(series.start);
  const to = wallToMillis(start);
  const moved = movedRule(trustedRuleParts(series.rule), from, to);
  if (moved === null) return undefined;
  if (!moved.has("UNTIL")) return writeRuleParts(moved);
  const planned = allPlanned(series);
  const last = nthWallStart(
    withParts(moved, { UNTIL: null }),
    to,
    planned.length,
    (planned.at(-1)?.wall ?? from) - from,
  );
  return writeRuleParts(withParts(moved, { UNTIL: writeUntil(wallMillisToInstant(last, series.zone)) }));
}

function nthWallStart(endless: RuleParts, start: WallMillis, nth: number, span: number): WallMillis {
  // A moved monthly date may drift by some days against the old one, a leap day by four years.
  const slack = 5 * 366 * day;
  const found = wallStarts(readRule(writeRuleParts(endless)), start, start, start + span + slack);
  return found[nth - 1] ?? found.at(-1) ?? start;
}

/** The first, second, third ... occurrence stays the first, second, third ... */
function renameByPosition(series: Series, changed: Series): (recurrenceId: WallTime) => WallTime | null {
  if (changed.start === series.start) return (recurrenceId) => recurrenceId;
  return (recurrenceId) => {
    if (!hasOccurrence(series, recurrenceId)) return null;
    const position = plannedBefore(series, recurrenceId).length;
    if (changed.rule === null) return changed.start;
    const span = wallToMillis(recurrenceId) - wallToMillis(series.start);
    const endless = withParts(trustedRuleParts(changed.rule), { UNTIL: null, COUNT: null });
    return millisToWall(nthWallStart(endless, wallToMillis(changed.start), position + 1, span));
  };
}

/** A start that lies a week and more from the old one is another date of a new pattern: then each keeps its own date. */
function renameByShift(series: Series, changed: Series): (recurrenceId: WallTime) => WallTime | null {
  const moved = wallToMillis(changed.start) - wallToMillis(series.start);
  const days = dayOfWall(wallToMillis(changed.start)) - dayOfWall(wallToMillis(series.start));
  const shift = Math.abs(days) < 7 ? moved : moved - days * day;
  return (recurrenceId) => {
    const renamed = millisToWall(wallToMillis(recurrenceId) + shift);
    return hasOccurrence(changed, renamed) ? renamed : null;
  };
}

function withoutCounted(rule: string, gone: number): string {
  const parts = trustedRuleParts(rule);
  const count = parts.get("COUNT");
  return count === undefined ? rule : writeRuleParts(withParts(parts, { COUNT: String(Number(count) - gone) }));
}

function plannedBefore(series: Series, recurrenceId: WallTime): PlannedStart[] {
  const start = wallToInstant(series.start, series.zone);
  return plannedStarts(series.rule, wallToMillis(series.start), series.zone, {
    start,
    end: wallToInstant(recurrenceId, series.zone),
  });
}

/** Every occurrence of a series that ends by UNTIL. */
function allPlanned(series: Series): PlannedStart[] {
  const start = wallToInstant(series.start, series.zone);
  const aCentury = 36_525 * day;
  return plannedStarts(series.rule, wallToMillis(series.start), series.zone, { start, end: start + aCentury });
}

function withOverride(series: Series, override: Override): Series {
  requireOccurrence(series, override.recurrenceId);
  const others = series.overrides.filter((one) => one.recurrenceId !== override.recurrenceId);
  return { ...series, overrides: [...others, override].toSorted((a, b) => (a.recurrenceId < b.recurrenceId ? -1 : 1)) };
}

function requireOccurrence(series: Series, recurrenceId: WallTime): void {
  if (!hasOccurrence(series, recurrenceId)) throw new RangeError(`the series has no occurrence ${recurrenceId}`);
}
