import { day, minute } from "../time/instant.ts";
import type { Instant, Interval } from "../time/instant.ts";
import { nextJump, zoneAt } from "../time/practice-zone.ts";
import { instantToWallMillis } from "../time/zone.ts";
import { spanIndex, overlapWith } from "../time/span-index.ts";
import type { SpanIndex } from "../time/span-index.ts";
import { hoursIndex } from "./hours-index.ts";
import { horizonDays as furthest } from "./open-spans.ts";
import type { Availability } from "./open-spans.ts";

/** A question for free session times. Durations, buffers and notice are minutes that pass, not minutes on the clock. */
export interface SlotRequest {
  readonly availability: Availability;
  /** Taken time; it has no buffers of its own. */
  readonly booked: readonly Interval[];
  readonly bufferBefore: number;
  readonly bufferAfter: number;
  readonly duration: number;
  /** Starts lie on multiples of this many minutes since local midnight; 1 to 1440. */
  readonly granularity: number;
  readonly minNotice: number;
  readonly from: Instant;
  /** How many starts are wanted at most. */
  readonly count: number;
  /** How far ahead to look; at most 400. */
  readonly horizonDays: number;
}

/**
 * The first `count` starts, ascending, at which a session fits inside one open span and keeps its buffers clear of booked
 * time. They are alternatives and may overlap each other (vectors/README, "slots").
 */
export function freeSlots(request: SlotRequest): Instant[] {
  const asked = searched(request);
  // Notice beyond the horizon leaves nothing to offer.
  if (asked.start >= asked.end) return [];
  const open = hoursIndex(request.availability, asked);
  return freeSlotsIn(open, spanIndex(request.booked, asked), request);
}

/** `freeSlots` on indexes made before, of the hours and of all taken time; both have to cover notice and horizon. */
export function freeSlotsIn(open: SpanIndex, busy: SpanIndex, request: Omit<SlotRequest, "booked">): Instant[] {
  const { start: earliest, end: limit } = searched(request);
  const duration = request.duration * minute;
  const before = request.bufferBefore * minute;
  const after = request.bufferAfter * minute;
  const found: Instant[] = [];
  let at = earliest;
  for (;;) {
    const span = overlapWith(open, at, limit);
    if (span === null || request.count < 1) return found;
    const last = Math.min(span.end - duration, limit - 1);
    let start = nextAligned(Math.max(span.start, earliest), request);
    while (start <= last) {
      const inTheWay = overlapWith(busy, start - before, start + duration + after);
      if (inTheWay === null) {
        if (found.push(start) >= request.count) return found;
        start = nextAligned(start + minute, request);
      } else {
        start = nextAligned(Math.max(start + minute, inTheWay.end + before), request);
      }
    }
    at = span.end;
  }
}

function searched(request: Pick<SlotRequest, "from" | "minNotice" | "horizonDays">): Interval {
  return {
    start: Math.ceil(request.from / minute) * minute + request.minNotice * minute,
    end: Math.floor(request.from / minute) * minute + Math.min(request.horizonDays, furthest) * day,
  };
}

/** The first whole minute at or after `at` whose local time of day is a multiple of the granularity. */
function nextAligned(at: Instant, request: Pick<SlotRequest, "availability" | "granularity">): Instant {
  const { availability } = request;
  const granularity = Math.min(Math.max(Math.trunc(request.granularity), 1), 24 * 60);
  let candidate = Math.ceil(at / minute) * minute;
  for (;;) {
    const wall = instantToWallMillis(candidate, zoneAt(availability, candidate));
    const sinceMidnight = Math.floor((((wall % day) + day) % day) / minute);
    if (sinceMidnight % granularity === 0) return candidate;
    const step = Math.min(granularity - (sinceMidnight % granularity), 24 * 60 - sinceMidnight);
    // A clock change on the way shifts the grid: go no further than the change and look again.
    candidate = Math.ceil(nextJump(availability, candidate, candidate + step * minute) / minute) * minute;
  }
}
