import { day, minute } from "../time/instant.ts";
import type { Instant, Interval } from "../time/instant.ts";
import { nextJump, zoneAt } from "../time/practice-zone.ts";
import { instantToWallMillis } from "../time/zone.ts";
import { placeEndingAfter, spanIndex } from "../time/span-index.ts";
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
  const nextAligned = gridOf(request);
  const found: Instant[] = [];
  let taken = placeEndingAfter(busy, earliest - before);
  for (let place = placeEndingAfter(open, earliest); request.count > 0; place += 1) {
    const from = open.starts[place] ?? Number.POSITIVE_INFINITY;
    if (from >= limit) break;
    const last = Math.min((open.ends[place] ?? Number.NaN) - duration, limit - 1);
    let start = nextAligned(Math.max(from, earliest));
    while (start <= last) {
      // Starts only ever grow, so what is over by one is over by all that follow.
      while ((busy.ends[taken] ?? Number.POSITIVE_INFINITY) <= start - before) taken += 1;
      if ((busy.starts[taken] ?? Number.POSITIVE_INFINITY) < start + duration + after) {
        start = nextAligned(Math.max(start + minute, (busy.ends[taken] ?? Number.NaN) + before));
      } else {
        if (found.push(start) >= request.count) return found;
        start = nextAligned(start + minute);
      }
    }
  }
  return found;
}

function searched(request: Pick<SlotRequest, "from" | "minNotice" | "horizonDays">): Interval {
  return {
    start: Math.ceil(request.from / minute) * minute + request.minNotice * minute,
    end: Math.floor(request.from / minute) * minute + Math.min(request.horizonDays, furthest) * day,
  };
}

/** So far ahead of what is asked about a jump of the clock is looked for. */
const steadyAhead = 30 * day;

/** The first whole minute at or after an instant whose local time of day is a multiple of the granularity. */
function gridOf({ availability, granularity: asked }: Pick<SlotRequest, "availability" | "granularity">) {
  const granularity = Math.min(Math.max(Math.trunc(asked), 1), 24 * 60);
  const step = granularity * minute;
  // Where it does not go into a day evenly, the last step of a day ends at midnight.
  const isEven = (24 * 60) % granularity === 0;
  // A clock that jumps shifts the grid: between two jumps it is reckoned, at one it is looked for anew.
  let offset = 0;
  let steadyFrom = Number.POSITIVE_INFINITY;
  let steadyTo = Number.NEGATIVE_INFINITY;
  return (at: Instant): Instant => {
    let candidate = Math.ceil(at / minute) * minute;
    for (;;) {
      if (candidate < steadyFrom || candidate >= steadyTo) {
        offset = instantToWallMillis(candidate, zoneAt(availability, candidate)) - candidate;
        steadyFrom = candidate;
        steadyTo = nextJump(availability, candidate, candidate + steadyAhead);
      }
      const wall = candidate + offset;
      const sinceMidnight = isEven ? wall : wall - Math.floor(wall / day) * day;
      // Zones of long ago were off by seconds: what counts is the minute that the clock shows.
      const past = sinceMidnight - Math.floor(sinceMidnight / step) * step;
      if (past < minute) return candidate;
      const left = Math.min(
        step - (past - (past % minute)),
        isEven ? step : day - (sinceMidnight - (sinceMidnight % minute)),
      );
      candidate = candidate + left < steadyTo ? candidate + left : Math.ceil(steadyTo / minute) * minute;
    }
  };
}
