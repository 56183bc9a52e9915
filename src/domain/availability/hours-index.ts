import { day } from "../time/instant.ts";
import type { Instant, Interval } from "../time/instant.ts";
import { spanIndex } from "../time/span-index.ts";
import type { SpanIndex } from "../time/span-index.ts";
import { openSpans } from "./open-spans.ts";
import type { Availability } from "./open-spans.ts";

/** The open spans of a stretch of time, to be asked often (`isInside`: open at; `startAfter`: next opening; `endAfter`). */
export function hoursIndex(availability: Availability, covers: Interval): SpanIndex {
  return spanIndex(openSpans(availability, covers), covers);
}

/** An index follows from its availability alone, so keeping it is no state; it goes with the value it was made of. */
const known = new WeakMap<Availability, SpanIndex>();

/**
 * An index that covers at least `[from, to]`, made once for a value and then only read. Asked beyond what it covers it is
 * made anew, half as long again, so that questions that go on through the years cost no more than the first ones.
 */
export function hoursAround(availability: Availability, from: Instant, to: Instant): SpanIndex {
  const former = known.get(availability);
  if (former !== undefined && former.covers.start <= from && to <= former.covers.end) return former;
  const index = hoursIndex(availability, grown(former?.covers ?? null, from, to));
  known.set(availability, index);
  return index;
}

const before = 32 * day;
const after = 96 * day;
const farAway = 800 * day;

function grown(covered: Interval | null, from: Instant, to: Instant): Interval {
  const wanted = { start: from - before, end: to + after };
  // Far from all that was asked so far, the years between would be made for nobody.
  if (covered === null || from > covered.end + farAway || to < covered.start - farAway) return wanted;
  const spare = (covered.end - covered.start) / 2;
  return {
    start: from < covered.start ? wanted.start - spare : covered.start,
    end: to > covered.end ? wanted.end + spare : covered.end,
  };
}
