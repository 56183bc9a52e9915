import { cancelOccurrence, moveOccurrence } from "../recurrence/editing.ts";
import { hasOccurrence } from "../recurrence/occurrences.ts";
import { bookedIn } from "../scheduling/booked.ts";
import type { Occurrence, Override, Series, WallTime } from "../scheduling/series.ts";
import { type Instant, type Interval, minute } from "../time/instant.ts";
import { boundaryOfDay, type PracticeZones } from "../time/practice-zone.ts";
import { dayOfDate } from "../time/wall.ts";
import { instantToWall } from "../time/zone.ts";

/** Dates `[firstDate, lastDate]`, both included, on the practice's clock (FIELD T9). */
export interface Dates {
  readonly firstDate: string;
  readonly lastDate: string;
}

/** What becomes of one occurrence that is in the way; `start` is the instant it is moved to. */
export type Change = { readonly kind: "cancel" } | { readonly kind: "move"; readonly start: Instant };

/** One occurrence by its name, and the override it has under it; null where it is as planned. */
interface Standing {
  readonly recurrenceId: WallTime;
  readonly override: Override | null;
}

/** What was changed about one occurrence: enough to put it back, as long as nobody has changed it again since. */
export interface Arranged {
  readonly seriesId: string;
  readonly clientId: string | null;
  readonly title: string;
  /** When it was to be. */
  readonly start: Instant;
  readonly end: Instant;
  /** When it is now; null where it was cancelled. */
  readonly movedTo: Interval | null;
  readonly before: Standing;
  readonly after: Standing;
}

/** A vacation from the first midnight to the last, in instants. */
export function spanOf(zones: PracticeZones, { firstDate, lastDate }: Dates): Interval {
  return {
    start: boundaryOfDay(zones, dayOfDate(firstDate), 0),
    end: boundaryOfDay(zones, dayOfDate(lastDate) + 1, 0),
  };
}

/** Whatever begins during a vacation and is not over at `now`, in order of its start. */
export function inTheWay(all: readonly Series[], span: Interval, now: Instant): readonly Occurrence[] {
  return bookedIn(all, span).filter(({ start, end }) => span.start <= start && end > now);
}

/** Cancels or moves one occurrence and no other. Throws a RangeError where the series has no such occurrence. */
export function arrange(
  series: Series,
  occurrence: Occurrence,
  change: Change,
): { readonly series: Series; readonly arranged: Arranged } {
  const { recurrenceId, start, end, clientId, title } = occurrence;
  const length = end - start;
  const changed = changedBy(series, occurrence, change);
  const name = change.kind === "move" && series.rule === null ? changed.start : recurrenceId;
  return {
    series: changed,
    arranged: {
      seriesId: series.id,
      clientId,
      title,
      start,
      end,
      movedTo: change.kind === "cancel" ? null : { start: change.start, end: change.start + length },
      before: { recurrenceId, override: overrideOf(series, recurrenceId) },
      after: { recurrenceId: name, override: overrideOf(changed, name) },
    },
  };
}

function changedBy(series: Series, { recurrenceId, start, end }: Occurrence, change: Change): Series {
  if (change.kind === "cancel") return cancelOccurrence(series, recurrenceId);
  const wall = instantToWall(change.start, series.zone);
  const durationMinutes = (end - start) / minute;
  if (series.rule !== null) return moveOccurrence(series, recurrenceId, wall, durationMinutes);
  // A single appointment is its own rule: moved, it is planned for another time, and can be moved again like any other.
  const overrides: readonly Override[] =
    durationMinutes === series.durationMinutes
      ? []
      : [{ recurrenceId: wall, kind: "moved", start: wall, durationMinutes }];
  return { ...series, start: wall, overrides };
}

/** Puts an occurrence back as it was before; null when it was changed again since, or is there no more. */
export function takeBack(series: Series | null, { before, after }: Arranged): Series | null {
  if (series === null || !stands(series, after)) return null;
  if (before.recurrenceId === after.recurrenceId) return withStanding(series, before);
  return withStanding({ ...series, start: before.recurrenceId, overrides: [] }, before);
}

function stands(series: Series, { recurrenceId, override }: Standing): boolean {
  return hasOccurrence(series, recurrenceId) && isSame(overrideOf(series, recurrenceId), override);
}

function withStanding(series: Series, { recurrenceId, override }: Standing): Series {
  const others = series.overrides.filter((one) => one.recurrenceId !== recurrenceId);
  const overrides = override === null ? others : [...others, override];
  return { ...series, overrides: overrides.toSorted((a, b) => (a.recurrenceId < b.recurrenceId ? -1 : 1)) };
}

function overrideOf(series: Series, recurrenceId: WallTime): Override | null {
  return series.overrides.find((one) => one.recurrenceId === recurrenceId) ?? null;
}

function isSame(one: Override | null, other: Override | null): boolean {
  if (one === null || other === null) return one === other;
  if (one.kind === "cancelled" || other.kind === "cancelled") return one.kind === other.kind;
  return one.start === other.start && one.durationMinutes === other.durationMinutes;
}

/** What else is booked in a stretch of time: the session itself is no obstacle to itself. */
export function meets(
  all: readonly Series[],
  span: Interval,
  itself: { readonly seriesId: string; readonly recurrenceId: WallTime },
): readonly Occurrence[] {
  return bookedIn(all, span).filter(
    (one) => one.seriesId !== itself.seriesId || one.recurrenceId !== itself.recurrenceId,
  );
}
