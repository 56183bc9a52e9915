import { availabilityOf } from "../domain/availability/open-spans.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { describeRule } from "../domain/recurrence/rule.ts";
import { readRule } from "../domain/recurrence/wall-starts.ts";
import type { Series } from "../domain/scheduling/series.ts";
import { wallTimeOfEnd } from "../domain/recurrence/rule-end.ts";
import type { Instant } from "../domain/time/instant.ts";
import { zoneAt } from "../domain/time/practice-zone.ts";
import { zoneInWords } from "../domain/time/say.ts";
import type { SeriesView } from "./views.ts";

/** A series as the form shows it, with its zone where the practice keeps another one now; a rule the form cannot show has `everyWeeks` null and keeps its words. */
export function presentSeries(series: Series, policy: Policy, now: Instant): SeriesView {
  const { id, clientId, title, start, zone, durationMinutes, rule } = series;
  const plan = planOf(series);
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
    ...plan,
  };
}

/** Weeks between occurrences and last date, where the rule is that simple. */
export function planOf({ rule, zone }: Series): { readonly everyWeeks: number | null; readonly until: string | null } {
  if (rule === null) return { everyWeeks: null, until: null };
  const { weekly, end, count } = readRule(rule);
  const simple = weekly !== null && count === null && (weekly.weekdays === null || weekly.weekdays.length === 1);
  return {
    everyWeeks: simple ? weekly.interval : null,
    until: end === null ? null : wallTimeOfEnd(end, zone).slice(0, 10),
  };
}
