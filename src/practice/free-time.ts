import { hoursAround } from "../domain/availability/hours-index.ts";
import { availabilityOf } from "../domain/availability/open-spans.ts";
import { freeSlotsIn } from "../domain/availability/slots.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { bookedIn } from "../domain/scheduling/booked.ts";
import type { Occurrence, Series } from "../domain/scheduling/series.ts";
import { day, type Instant, minute } from "../domain/time/instant.ts";
import { instantOfWall, wallAt } from "../domain/time/practice-zone.ts";
import { spanIndex } from "../domain/time/span-index.ts";
import { currentPolicy } from "../store/policies.ts";
import { allSeries } from "../store/series.ts";
import type { PracticeContext } from "./context.ts";
import { done, type Outcome, refused } from "./outcome.ts";
import type { FreeTimeQuestion } from "./calendar-services.ts";

/** A session is offered an hour ahead at the earliest, at the quarter hours of the wall clock. */
export const bookingNotice = 60 * minute;
const granularity = 15;
const horizonDays = 120;

/**
 * The first free time strictly after a wall time: inside message hours and with the buffers of a session clear of whatever
 * is booked. Also a wall time of the practice.
 */
export function nextFree({ db, clock }: PracticeContext, question: FreeTimeQuestion): Outcome<string> {
  const { durationMinutes, after, exceptSeriesId } = question;
  const { policy } = currentPolicy(db);
  const availability = availabilityOf(policy);
  const asked = instantOrNull(() => instantOfWall(availability, after));
  if (asked === null) return refused("There is no such date.", "start");
  const from = Math.max(asked + minute, clock.now() + bookingNotice);
  const start = firstFreeTime(
    policy,
    allSeries(db),
    { from, durationMinutes },
    ({ seriesId }) => seriesId !== exceptSeriesId,
  );
  return start === null
    ? refused(
        `No ${durationMinutes} minutes are free within your message hours ${asked > clock.now() + day ? `in the ${horizonDays} days from then` : `in the next ${horizonDays} days`}.`,
      )
    : done(wallAt(availability, start));
}

/** The first start from `from` on, within 120 days, that the hours and the appointments that count leave free; null for none. */
export function firstFreeTime(
  policy: Policy,
  all: readonly Series[],
  { from, durationMinutes }: { readonly from: Instant; readonly durationMinutes: number },
  counts: (booked: Occurrence) => boolean,
): Instant | null {
  const availability = availabilityOf(policy);
  const range = { start: from - day, end: from + (horizonDays + 1) * day };
  const booked = bookedIn(all, range).filter(counts);
  // Whichever of two neighbours comes first, its buffer and the other's lie between them, and may lie on each other.
  const between = Math.max(policy.gate.bufferBefore, policy.gate.bufferAfter);
  const [start] = freeSlotsIn(hoursAround(availability, range.start, range.end), spanIndex(booked, range), {
    availability,
    bufferBefore: between,
    bufferAfter: between,
    duration: durationMinutes,
    granularity,
    minNotice: 0,
    from,
    count: 1,
    horizonDays,
  });
  return start ?? null;
}

function instantOrNull(find: () => Instant): Instant | null {
  try {
    return find();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
