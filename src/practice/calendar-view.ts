import { availabilityOf, closureOn, openSpans } from "../domain/availability/open-spans.ts";
import type { Closure } from "../domain/policy/hours.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { day } from "../domain/time/instant.ts";
import { boundaryOfDay, cutAtZoneChanges, zoneAt } from "../domain/time/practice-zone.ts";
import { dayOfDate } from "../domain/time/wall.ts";
import { instantToWall } from "../domain/time/zone.ts";
import { allClients } from "../store/clients.ts";
import { currentPolicy } from "../store/policies.ts";
import { allSeries } from "../store/series.ts";
import type { PracticeContext } from "./context.ts";
import { occurrencesIn } from "./facts.ts";
import { presentSession } from "./present.ts";
import type { CalendarView } from "./calendar-views.ts";

const longestRange = 120 * day;

/** Sessions, message hours and closures of the dates `[firstDate, lastDate]`, 120 at most. */
export function calendar({ db }: PracticeContext, firstDate: string, lastDate: string): CalendarView {
  const { policy } = currentPolicy(db);
  const availability = availabilityOf(policy);
  const start = boundaryOfDay(availability, dayOfDate(firstDate), 0);
  const end = Math.min(boundaryOfDay(availability, dayOfDate(lastDate) + 1, 0), start + longestRange);
  const names = new Map(allClients(db).map((client) => [client.id, client]));
  const recurring = new Set(allSeries(db).flatMap((series) => (series.rule === null ? [] : [series.id])));
  return {
    sessions: occurrencesIn(db, { start, end }).map((occurrence) =>
      presentSession(occurrence, names, availability, recurring.has(occurrence.seriesId)),
    ),
    open: openSpans(availability, { start, end })
      .flatMap((span) => cutAtZoneChanges(availability, span))
      .map((span) => ({ start: Math.max(span.start, start), end: Math.min(span.end, end) }))
      .filter((span) => span.start < span.end)
      .map((span) => {
        const zone = zoneAt(availability, span.start);
        return { startWall: instantToWall(span.start, zone), endWall: instantToWall(span.end, zone) };
      }),
    closures: [
      ...policy.closures.filter((closure) => closure.firstDate <= lastDate && firstDate <= closure.lastDate),
      ...holidaysIn(policy, firstDate, lastDate),
    ],
  };
}

/** The region's holidays that decide their dates: not those worked as usual, and none under a vacation or the like. */
function holidaysIn(policy: Policy, firstDate: string, lastDate: string): Closure[] {
  const availability = availabilityOf(policy);
  return policy.holidays.days.flatMap(({ date }) => {
    if (date < firstDate || lastDate < date) return [];
    const decisive = closureOn(availability, date);
    return decisive === null || policy.closures.some(({ id }) => id === decisive.id) ? [] : [decisive];
  });
}
