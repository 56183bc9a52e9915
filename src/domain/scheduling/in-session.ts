import { contains, merge, minute } from "../time/instant.ts";
import type { Instant, Interval } from "../time/instant.ts";
import type { Occurrence } from "./series.ts";

/** A session with its buffers: the time in which the therapist must not be disturbed. */
export interface BusyTime {
  readonly interval: Interval;
  readonly occurrence: Occurrence;
}

/**
 * The busy time around each session, in order of its start. Only occurrences with a client are sessions. Buffers are minutes
 * before and after. To know the busy time at `t`, pass the occurrences that meet `[t - bufferAfter, t + bufferBefore + 1 ms)`.
 */
export function busyAround(occurrences: readonly Occurrence[], bufferBefore: number, bufferAfter: number): BusyTime[] {
  return occurrences
    .filter((occurrence) => occurrence.clientId !== null)
    .map((occurrence) => ({
      interval: { start: occurrence.start - bufferBefore * minute, end: occurrence.end + bufferAfter * minute },
      occurrence,
    }))
    .toSorted((a, b) => a.interval.start - b.interval.start);
}

/**
 * The busy interval in force at an instant, sessions whose busy times overlap or touch taken as one; null outside. Its end is
 * true only if the occurrences given reach past it, so pass those of the whole day.
 */
export function sessionAt(
  occurrences: readonly Occurrence[],
  bufferBefore: number,
  bufferAfter: number,
  at: Instant,
): Interval | null {
  const busy = merge(busyAround(occurrences, bufferBefore, bufferAfter).map((one) => one.interval));
  return busy.find((interval) => contains(interval, at)) ?? null;
}
