/** A point on the time line: epoch milliseconds, UTC. */
export type Instant = number;

/** A half-open stretch of time `[start, end)` in instants. */
export interface Interval {
  readonly start: Instant;
  readonly end: Instant;
}

/** A range whose end lies before its start, or whose ends are no instants. An empty one is fine. */
export class UpsideDownRangeError extends RangeError {
  override readonly name = "UpsideDownRangeError";
  readonly field = "range";
}

/** Throws an `UpsideDownRangeError` for a range that no question can be asked about. */
export function requireRange(range: Interval): void {
  if (!(range.start <= range.end)) throw new UpsideDownRangeError(`not a range: ${range.start} to ${range.end}`);
}

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Is `at` inside `[start, end)`? */
export function contains(interval: Interval, at: Instant): boolean {
  return interval.start <= at && at < interval.end;
}

/**
 * The union of intervals as sorted, disjoint intervals. Overlapping and touching ones become one;
 * empty and upside-down ones are dropped.
 */
export function merge(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.filter((one) => one.start < one.end).toSorted((a, b) => a.start - b.start);
  const merged: { start: Instant; end: Instant }[] = [];
  for (const next of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && next.start <= last.end) last.end = Math.max(last.end, next.end);
    else merged.push({ start: next.start, end: next.end });
  }
  return merged;
}
