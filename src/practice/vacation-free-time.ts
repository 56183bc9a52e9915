import { availabilityOf } from "../domain/availability/open-spans.ts";
import { day, type Instant, minute } from "../domain/time/instant.ts";
import { instantOfWall, wallAt } from "../domain/time/practice-zone.ts";
import { nameOf } from "../domain/vacation/arrangements.ts";
import { bookingNotice, firstFreeTime } from "./free-time.ts";
import { done, type Outcome, refused } from "./outcome.ts";
import type { Reckoning } from "./vacation-plan.ts";
import type { FreeTimeAround } from "./vacation-views.ts";

/** Before a vacation, its last days are looked at first: a session moved there stays close to where it was. */
const closeBefore = 7 * day;

/**
 * A free time before or after a vacation for a session that is in its way; asked again with the last answer, the one after
 * it. Everything that is already decided in the draft is taken into account.
 */
export function freeTimeAround(reckoning: Reckoning, question: FreeTimeAround): Outcome<string> {
  const { calendar, span, policy, now } = reckoning;
  const occurrence = calendar?.inTheWay.find((one) => nameOf(one) === question.key);
  if (calendar === null || span === null || occurrence === undefined)
    return refused("This appointment is not in the way any more.");
  const zones = availabilityOf(policy);
  const durationMinutes = (occurrence.end - occurrence.start) / minute;
  const earliest = now + bookingNotice;
  const beyond = question.beyond === null ? null : instantOf(question.beyond, reckoning);
  const find = (from: Instant) =>
    firstFreeTime(
      policy,
      calendar.all,
      { from: Math.max(from, earliest), durationMinutes },
      // Where it was moved to by the draft so far, it does not stand in its own way.
      (one) => one.seriesId !== occurrence.seriesId || one.recurrenceId !== occurrence.recurrenceId,
    );
  const candidates =
    question.side === "after"
      ? [Math.max(span.end, beyond === null ? 0 : beyond + minute)]
      : beyond === null || beyond >= span.start
        ? [span.start - closeBefore, earliest]
        : [beyond + minute, span.start - closeBefore, earliest];
  for (const from of candidates) {
    const start = find(from);
    if (start !== null && (question.side === "after" || start < span.start)) return done(wallAt(zones, start));
  }
  return refused(
    question.side === "after"
      ? `No ${durationMinutes} minutes are free within your message hours in the time after the vacation.`
      : `No ${durationMinutes} minutes are free within your message hours before the vacation.`,
  );
}

function instantOf(wall: string, { policy }: Reckoning): Instant | null {
  try {
    return instantOfWall(availabilityOf(policy), wall);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
