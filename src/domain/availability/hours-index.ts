import { spanIndex } from "../time/span-index.ts";
import type { SpanIndex } from "../time/span-index.ts";
import type { Interval } from "../time/instant.ts";
import { openSpans } from "./open-spans.ts";
import type { Availability } from "./open-spans.ts";

/** The open spans of a stretch of time, to be asked often (`isInside`: open at; `startAfter`: next opening; `endAfter`). */
export function hoursIndex(availability: Availability, covers: Interval): SpanIndex {
  return spanIndex(openSpans(availability, covers), covers);
}
