import { availabilityOf } from "../domain/availability/open-spans.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { repeatsOf } from "../domain/recurrence/repeats.ts";
import { describeRule } from "../domain/recurrence/rule.ts";
import type { Series } from "../domain/scheduling/series.ts";
import type { Instant } from "../domain/time/instant.ts";
import { zoneAt } from "../domain/time/practice-zone.ts";
import { zoneInWords } from "../domain/time/say.ts";
import type { SeriesView } from "./calendar-views.ts";

/** A series as the form shows it, with its zone where the practice keeps another one now. */
export function presentSeries(series: Series, policy: Policy, now: Instant): SeriesView {
  const { id, clientId, title, start, zone, durationMinutes, rule } = series;
  const elsewhere = zone === zoneAt(availabilityOf(policy), now) ? "" : ` (${zoneInWords(zone)})`;
  return {
    id,
    clientId,
    title,
    start,
    zone,
    durationMinutes,
    rule,
    words: rule === null ? "once" : `${describeRule(rule, start, zone, policy.practice.locale)}${elsewhere}`,
    repeats: repeatsOf(series),
  };
}
