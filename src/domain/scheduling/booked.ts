import { occurrences } from "../recurrence/occurrences.ts";
import { day, minute, requireRange } from "../time/instant.ts";
import type { Interval } from "../time/instant.ts";
import type { Occurrence, Series } from "./series.ts";

/** What is remembered of some series: their occurrences by the stretch of time in which they start. */
interface Booked {
  /** No occurrence runs longer, in milliseconds. */
  readonly longest: number;
  readonly stretches: Map<number, readonly Occurrence[]>;
}

/** Occurrences follow from the series alone, so keeping them is no state; they go with the list they were made of. */
const known = new WeakMap<readonly Series[], Booked>();
const stretchLength = 28 * day;
/** Some fifteen years. */
const mostStretches = 200;

/**
 * The occurrences of all series that meet `[range.start, range.end)`, overrides applied, in order of their start. Asked
 * again about the same list, it costs no more than the answer, however many years the list goes back. Throws an
 * `UpsideDownRangeError`.
 */
export function bookedIn(all: readonly Series[], range: Interval): Occurrence[] {
  requireRange(range);
  const booked = known.get(all) ?? remembered(all);
  const first = Math.floor((range.start - booked.longest) / stretchLength);
  const last = Math.floor(range.end / stretchLength);
  const found: Occurrence[] = [];
  for (let stretch = first; stretch <= last; stretch += 1) {
    for (const one of startingIn(all, booked, stretch)) {
      if (one.start >= range.end) break;
      if (one.end > range.start) found.push(one);
    }
  }
  return found;
}

function remembered(all: readonly Series[]): Booked {
  const minutes = all.flatMap(({ durationMinutes, overrides }) => [
    durationMinutes,
    ...overrides.map((one) => (one.kind === "moved" ? one.durationMinutes : 0)),
  ]);
  const booked = { longest: Math.max(0, ...minutes) * minute, stretches: new Map() };
  known.set(all, booked);
  return booked;
}

function startingIn(all: readonly Series[], { stretches }: Booked, stretch: number): readonly Occurrence[] {
  let found = stretches.get(stretch);
  if (found === undefined) {
    const range = { start: stretch * stretchLength, end: (stretch + 1) * stretchLength };
    found = all
      .flatMap((series) => occurrences(series, range))
      .filter((one) => one.start >= range.start)
      .toSorted((a, b) => a.start - b.start);
    if (stretches.size >= mostStretches) stretches.clear();
    stretches.set(stretch, found);
  }
  return found;
}
