import { type Availability, closureOn } from "../availability/open-spans.ts";
import type { Closure } from "../policy/hours.ts";
import { occurrences } from "../recurrence/occurrences.ts";
import type { Interval } from "../time/instant.ts";
import { dateAt } from "../time/practice-zone.ts";
import { mostReported } from "./conflicts.ts";
import type { Occurrence, Series } from "./series.ts";

/** An occurrence on a date on which the practice is closed, and what closes it. */
export interface DayAway {
  readonly candidate: Occurrence;
  readonly closure: Closure;
}

/**
 * Which occurrences of a series within `range` touch a vacation, a day off or a closed holiday, dates being those of the
 * practice's clock; the first 20 in order of their start. Days with hours of their own are none.
 */
export function daysAwayOf(candidate: Series, availability: Availability, range: Interval): DayAway[] {
  const closures = closuresMeeting(availability, range);
  const found: DayAway[] = [];
  if (closures === null) return found;
  for (const wanted of occurrences(candidate, range)) {
    const first = dateAt(availability, wanted.start);
    const last = dateAt(availability, Math.max(wanted.start, wanted.end - 1));
    const closure = awayOn(closures, first) ?? (last === first ? null : awayOn(closures, last));
    if (closure !== null) found.push({ candidate: wanted, closure });
    if (found.length === mostReported) break;
  }
  return found;
}

function awayOn(availability: Availability, date: string): Closure | null {
  const closure = closureOn(availability, date);
  return closure === null || closure.kind === "changed-hours" || closure.windows.length > 0 ? null : closure;
}

/** What is asked for every occurrence looks through no more exceptions than the range has; null where it has none. */
function closuresMeeting(availability: Availability, range: Interval): Availability | null {
  const first = dateAt(availability, range.start);
  const last = dateAt(availability, range.end);
  const closures = availability.closures.filter(({ firstDate, lastDate }) => firstDate <= last && first <= lastDate);
  const holidays = (availability.holidays ?? []).filter(({ date }) => first <= date && date <= last);
  return closures.length === 0 && holidays.length === 0 ? null : { ...availability, closures, holidays };
}
