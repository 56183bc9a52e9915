import { merge } from "./instant.ts";
import type { Instant, Interval } from "./instant.ts";

/**
 * Merged spans `[starts[i], ends[i])` of time, sorted, made once for a stretch of time and asked often: each question is a
 * binary search. Of what lies outside `covers` it knows nothing, so ask only about what lies inside.
 */
export interface SpanIndex {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly covers: Interval;
}

/** An index of intervals in any order. Touching and overlapping ones become one, empty and upside-down ones are dropped. */
export function spanIndex(intervals: readonly Interval[], covers: Interval): SpanIndex {
  const spans = merge(intervals);
  return {
    starts: Float64Array.from(spans, (span) => span.start),
    ends: Float64Array.from(spans, (span) => span.end),
    covers,
  };
}

/** Does `at` lie inside a span? */
export function isInside(index: SpanIndex, at: Instant): boolean {
  const end = index.ends[countUpTo(index.starts, at) - 1];
  return end !== undefined && at < end;
}

/** The earliest start of a span strictly after `at`, or null. */
export function startAfter(index: SpanIndex, at: Instant): Instant | null {
  return index.starts[countUpTo(index.starts, at)] ?? null;
}

/** The earliest end of a span strictly after `at`, or null. */
export function endAfter(index: SpanIndex, at: Instant): Instant | null {
  return index.ends[countUpTo(index.ends, at)] ?? null;
}

/** The latest end of a span at or before `at`, or null. */
export function endUpTo(index: SpanIndex, at: Instant): Instant | null {
  return index.ends[countUpTo(index.ends, at) - 1] ?? null;
}

/** The place of the first span that ends after `at`; their number where none does. */
export function placeEndingAfter(index: SpanIndex, at: Instant): number {
  return countUpTo(index.ends, at);
}

/** The first `most` of some ascending starts at which something of `length` milliseconds would overlap a span. */
export function startsInTheWay(index: SpanIndex, starts: readonly Instant[], length: number, most: number): Instant[] {
  const found: Instant[] = [];
  const [first] = starts;
  if (first === undefined) return found;
  let place = countUpTo(index.ends, first);
  for (const start of starts) {
    if (found.length >= most) break;
    while ((index.ends[place] ?? Number.POSITIVE_INFINITY) <= start) place += 1;
    if ((index.starts[place] ?? Number.POSITIVE_INFINITY) < start + length) found.push(start);
  }
  return found;
}

/** How many of the ascending values are at or before `at`. */
function countUpTo(values: Float64Array, at: Instant): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? Number.POSITIVE_INFINITY) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
