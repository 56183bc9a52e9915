import { availabilityOf } from "../domain/availability/open-spans.ts";
import type { Closure } from "../domain/policy/hours.ts";
import { occurrences } from "../domain/recurrence/occurrences.ts";
import { conflictsOf, mostReported } from "../domain/scheduling/conflicts.ts";
import { daysAwayOf } from "../domain/scheduling/days-away.ts";
import type { Occurrence } from "../domain/scheduling/series.ts";
import { day, type Instant } from "../domain/time/instant.ts";
import { sayInstant } from "../domain/time/say.ts";
import { wallToInstant } from "../domain/time/zone.ts";
import { allClients } from "../store/clients.ts";
import { currentPolicy } from "../store/policies.ts";
import { allSeries } from "../store/series.ts";
import { newSeries } from "./booking-check.ts";
import type { Booking, Changing } from "./calendar-services.ts";
import type { ConflictsView, ConflictView } from "./calendar-views.ts";
import type { PracticeContext } from "./context.ts";
import { presentSession } from "./present.ts";

/** Series are compared with what is booked, and with days away, this far ahead. */
const horizon = 2 * 365 * day;
const horizonInWords = "in the next two years";

/**
 * Where a booking would meet what is booked already, and the days away it lies on, in words: a hint, which forbids nothing.
 * What a change replaces is no obstacle to it.
 */
export function bookingConflicts(context: PracticeContext, booking: Booking, changing: Changing | null): ConflictsView {
  const { db, clock } = context;
  const candidate = newSeries(context, booking, "candidate");
  if (!candidate.ok) return { conflicts: [], note: null };
  const { policy } = currentPolicy(db);
  const zones = availabilityOf(policy);
  const now = clock.now();
  const begins = wallToInstant(candidate.value.start, candidate.value.zone);
  // What a series would have met in the past cannot be changed any more.
  const start = booking.repeats === null ? begins : Math.max(begins, now);
  const range = { start, end: start + horizon };
  const say = (at: Instant) => sayInstant(at, now, zones, policy.practice.locale);
  const names = new Map(allClients(db).map((client) => [client.id, client]));
  const met = conflictsOf(candidate.value, allSeries(db), range, isReplacedBy(changing)).map(
    ({ candidate: mine, other }): ConflictView => {
      const { name, startWall, endWall } = presentSession(other, names, zones, false);
      const sentence = `${say(mine.start)} meets ${name}, ${startWall.slice(11)}–${endWall.slice(11)}.`;
      return { kind: "appointment", sentence, start: mine.start };
    },
  );
  const away = daysAwayOf(candidate.value, zones, range).map(({ candidate: mine, closure }): ConflictView => {
    const { kind, label } = closure;
    const sentence = `${say(mine.start)} is ${placeInWords(kind)}${label === "" ? "" : ` (${label})`}.`;
    return { kind, sentence, start: mine.start };
  });
  const conflicts = [...met, ...away].toSorted((one, other) => one.start - other.start).slice(0, mostReported);
  const goesOn = occurrences(candidate.value, { start: range.end, end: range.end + horizon }).length > 0;
  return { conflicts, note: noteOn(conflicts.length, goesOn) };
}

function isReplacedBy(changing: Changing | null): (booked: Occurrence) => boolean {
  if (changing === null) return () => false;
  const { seriesId, recurrenceId, scope } = changing;
  return (booked) => {
    if (booked.seriesId !== seriesId) return false;
    switch (scope) {
      case "this":
        return booked.recurrenceId === recurrenceId;
      case "following":
        return booked.recurrenceId >= recurrenceId;
      case "all":
        return true;
      default:
        return scope satisfies never;
    }
  };
}

function placeInWords(kind: Closure["kind"]): string {
  switch (kind) {
    case "vacation":
      return "within a vacation";
    case "day-off":
      return "on a day off";
    case "holiday":
      return "on a holiday";
    case "changed-hours":
      return "on a day with other hours";
    default:
      return kind satisfies never;
  }
}

function noteOn(found: number, goesOn: boolean): string | null {
  if (found === 0) return `Nothing is in the way${goesOn ? ` ${horizonInWords}` : ""}.`;
  return found < mostReported ? null : `These are the first ${mostReported} ${horizonInWords}.`;
}
