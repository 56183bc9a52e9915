import { occurrences } from "../recurrence/occurrences.ts";
import type { Interval } from "../time/instant.ts";
import { bookedIn } from "./booked.ts";
import type { Occurrence, Series } from "./series.ts";

/** Two occurrences that want the same time. */
export interface Conflict {
  readonly candidate: Occurrence;
  readonly other: Occurrence;
}

/** So many are named, and no more are looked for. */
export const mostReported = 20;

/**
 * Where occurrences of a new or changed series overlap those of others within `range`, the first 20 in order of the
 * candidate's start. Half-open: one session may begin as another ends. What the candidate replaces is no obstacle: all
 * of a stored series of its own id, unless told otherwise. Series without end are compared only as far as `range` goes, so show it.
 */
export function conflictsOf(
  candidate: Series,
  others: readonly Series[],
  range: Interval,
  isReplaced: (booked: Occurrence) => boolean = ({ seriesId }) => seriesId === candidate.id,
): Conflict[] {
  const taken = bookedIn(others, range).filter((one) => !isReplaced(one));
  const found: Conflict[] = [];
  let next = 0;
  let running: Occurrence[] = [];
  for (const wanted of occurrences(candidate, range)) {
    // Candidates come in order of their start: what has ended by then stands in the way of no later one either.
    running = running.filter((other) => other.end > wanted.start);
    for (let other = taken[next]; other !== undefined && other.start < wanted.end; next += 1, other = taken[next]) {
      if (other.end > wanted.start) running.push(other);
    }
    for (const other of running) {
      // An earlier, longer candidate may have brought in what begins only after this one.
      if (other.start < wanted.end) found.push({ candidate: wanted, other });
      if (found.length === mostReported) return found;
    }
  }
  return found;
}
