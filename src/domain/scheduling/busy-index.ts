import { occurrences } from "../recurrence/occurrences.ts";
import { ruleInZone, startsBetween } from "../recurrence/starts.ts";
import { minute } from "../time/instant.ts";
import type { Interval } from "../time/instant.ts";
import { spanIndex } from "../time/span-index.ts";
import type { SpanIndex } from "../time/span-index.ts";
import type { Series } from "./series.ts";

/** The time that series take up in a stretch of time, overrides applied, to be asked often. */
export function busyIndex(all: readonly Series[], covers: Interval): SpanIndex {
  return spanIndex(
    all.flatMap((series) => busyTimes(series, covers)),
    covers,
  );
}

function busyTimes(series: Series, covers: Interval): readonly Interval[] {
  if (series.overrides.length > 0) return occurrences(series, covers);
  const length = series.durationMinutes * minute;
  const planned = ruleInZone(series.rule, series.start, series.zone);
  return startsBetween(planned, { start: covers.start - length + 1, end: covers.end }).map((start) => ({
    start,
    end: start + length,
  }));
}
