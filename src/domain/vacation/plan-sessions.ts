import type { Occurrence, Series } from "../scheduling/series.ts";
import type { Instant, Interval } from "../time/instant.ts";
import { nameOf, nameOfArranged } from "./arrangements.ts";
import { arrange, type Arranged, type Change, inTheWay, takeBack } from "./sessions.ts";

/** A decision with the instant in place of the wall time; null for one that is still open. */
export type Decided = Change | { readonly kind: "keep" } | null;

/** What is asked of the calendar for one vacation. */
export interface CalendarQuestion {
  readonly all: readonly Series[];
  readonly span: Interval;
  readonly now: Instant;
  /** What was arranged before, in the order in which it was arranged. */
  readonly arranged: readonly Arranged[];
  /** Those of it that shall not come back although they are not in the way any more. */
  readonly notBack: ReadonlySet<string>;
  readonly decided: (occurrence: Occurrence) => Decided;
}

/** The calendar as it would be, and what had to be done for that. */
export interface CalendarAnswer {
  readonly all: readonly Series[];
  /** Those of the series that were changed. */
  readonly changed: readonly Series[];
  readonly inTheWay: readonly (Occurrence & { readonly decided: Decided })[];
  /** Everything arranged for this vacation from then on. */
  readonly arranged: readonly Arranged[];
  /** Arranged before, not in the way of the new dates, and in the calendar again. */
  readonly back: readonly Arranged[];
  /** The same, but left as they are: by the therapist's wish, or because they were changed again since. */
  readonly left: readonly { readonly arranged: Arranged; readonly changedSince: boolean }[];
}

/** Does what the therapist decided about each occurrence in the way, and touches no other. */
export function planSessions({ all, span, now, arranged, notBack, decided }: CalendarQuestion): CalendarAnswer {
  const calendar = new Map(all.map((series) => [series.id, series]));
  const still = arranged.filter(({ start }) => span.start <= start && start < span.end);
  const away = arranged.filter((one) => !still.includes(one));
  const back: Arranged[] = [];
  const left: { readonly arranged: Arranged; readonly changedSince: boolean }[] = [];
  for (const one of away) {
    const restored = notBack.has(nameOfArranged(one)) ? undefined : takeBack(calendar.get(one.seriesId) ?? null, one);
    if (restored === undefined || restored === null) {
      left.push({ arranged: one, changedSince: restored === null });
    } else {
      calendar.set(one.seriesId, restored);
      back.push(one);
    }
  }
  const found = inTheWay(inOrder(all, calendar), span, now).map((one) => ({ ...one, decided: decided(one) }));
  const newly: Arranged[] = [];
  for (const occurrence of found) {
    const series = calendar.get(occurrence.seriesId);
    if (series === undefined || occurrence.decided === null || occurrence.decided.kind === "keep") continue;
    const done = arrange(series, occurrence, occurrence.decided);
    calendar.set(series.id, done.series);
    newly.push(done.arranged);
  }
  const after = inOrder(all, calendar);
  return {
    all: after,
    changed: after.filter((series) => !all.includes(series)),
    inTheWay: found,
    arranged: joined([...still, ...left.map((one) => one.arranged)], newly),
    back,
    left,
  };
}

/** What was arranged twice - moved, and then in the way again - goes back to where it was first. */
function joined(before: readonly Arranged[], newly: readonly Arranged[]): readonly Arranged[] {
  const names = new Map(before.map((one) => [nameOfArranged(one), one]));
  const again = newly.map((one) => {
    const first = names.get(nameOf({ seriesId: one.seriesId, ...one.before }));
    return first === undefined ? one : { ...one, before: first.before, start: first.start, end: first.end };
  });
  const replaced = new Set(newly.map((one) => nameOf({ seriesId: one.seriesId, ...one.before })));
  return [...before.filter((one) => !replaced.has(nameOfArranged(one))), ...again];
}

/** Puts back those of `arranged` that are named, the last arranged first; what was changed again since stays. */
export function bringBack(
  all: readonly Series[],
  arranged: readonly Arranged[],
  named: ReadonlySet<string>,
): { readonly changed: readonly Series[]; readonly back: readonly Arranged[] } {
  const calendar = new Map(all.map((series) => [series.id, series]));
  const back: Arranged[] = [];
  for (const one of arranged.toReversed()) {
    const restored = named.has(nameOfArranged(one)) ? takeBack(calendar.get(one.seriesId) ?? null, one) : null;
    if (restored === null) continue;
    calendar.set(one.seriesId, restored);
    back.unshift(one);
  }
  return { changed: inOrder(all, calendar).filter((series) => !all.includes(series)), back };
}

function inOrder(all: readonly Series[], calendar: ReadonlyMap<string, Series>): readonly Series[] {
  return all.map((series) => calendar.get(series.id) ?? series);
}
