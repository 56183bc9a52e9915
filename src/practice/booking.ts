import { isDeepStrictEqual } from "node:util";
import { availabilityOf, closureOn, openSpans } from "../domain/availability/open-spans.ts";
import type { Closure } from "../domain/policy/hours.ts";
import type { Policy } from "../domain/policy/policy.ts";
import {
  cancelOccurrence,
  changeAll,
  endBefore,
  moveOccurrence,
  needsNewRule,
  type SeriesChange,
  splitAt,
  startForAll,
} from "../domain/recurrence/editing.ts";
import { hasOccurrence } from "../domain/recurrence/occurrences.ts";
import { parseRule, weeklyRule } from "../domain/recurrence/rule.ts";
import { conflictsOf } from "../domain/scheduling/conflicts.ts";
import type { Series } from "../domain/scheduling/series.ts";
import { day, type Instant, minute } from "../domain/time/instant.ts";
import { sayInstant } from "../domain/time/say.ts";
import {
  boundaryOfDay,
  cutAtZoneChanges,
  instantOfWall,
  type PracticeZones,
  wallAt,
  zoneAt,
  zoneOfDate,
} from "../domain/time/practice-zone.ts";
import { dayOfDate } from "../domain/time/wall.ts";
import { instantToWall, wallToInstant } from "../domain/time/zone.ts";
import { allClients, clientById } from "../store/clients.ts";
import { currentPolicy } from "../store/policies.ts";
import { allSeries, deleteSeries, saveSeries, seriesById } from "../store/series.ts";
import type { PracticeContext } from "./context.ts";
import { decideHeldAgain } from "./decide-again.ts";
import { effectOf } from "./effect.ts";
import { occurrencesIn } from "./facts.ts";
import {
  type Booking,
  type BookingService,
  done,
  type Effect,
  type Outcome,
  type Refusal,
  refused,
} from "./practice.ts";
import { presentSession } from "./present.ts";
import { planOf, presentSeries } from "./series-view.ts";
import type { CalendarView, ConflictView } from "./views.ts";
import type { Wake } from "./wake.ts";

const longestRange = 120 * day;
/** Series without an end are compared with others this far ahead. */
const conflictHorizon = 2 * 365 * day;
const undoWithin = 10 * minute;

/** What undo puts back: series as they were, and series that did not exist. */
interface Before {
  readonly restore: readonly Series[];
  readonly remove: readonly string[];
  readonly until: Instant;
  /** What the change made of them: as long as they are so, taking it back takes nothing else with it. */
  readonly left: ReadonlyMap<string, Series | null>;
}

const noSeries = (): Refusal => refused("This appointment is not there any more.");

/** Booking, moving, cancelling; every change can be taken back for ten minutes. */
export function bookingService(context: PracticeContext, wake: Wake): BookingService {
  const { db, clock, newId } = context;
  const undoable = new Map<string, Before>();

  /** Stores a change of the calendar; held messages are decided again with it, and what that did is said. */
  const commit = (save: readonly Series[], remove: readonly string[]): string | null => {
    const effect = db.transaction((transaction) => {
      for (const series of save) saveSeries(transaction, series, clock.now());
      for (const id of remove) deleteSeries(transaction, id);
      return effectOf(context, transaction, decideHeldAgain(context, transaction));
    });
    context.changed("calendar", "light", "messages", "clients");
    void wake.now();
    return effect;
  };

  const commitUndoable = (
    before: Series,
    after: Series | null,
    added: Series | null,
  ): Outcome<{ readonly undo: string } & Effect> => {
    const save = [after, added].filter((series) => series !== null);
    const effect = commit(save, after === null ? [before.id] : []);
    const token = newId();
    const touched = added === null ? [before.id] : [before.id, added.id];
    undoable.set(token, {
      left: new Map(touched.map((id) => [id, seriesById(db, id)])),
      restore: [before],
      remove: added === null ? [] : [added.id],
      until: clock.now() + undoWithin,
    });
    return done({ undo: token, effect });
  };

  return {
    calendar: (firstDate, lastDate) => calendar(context, firstDate, lastDate),

    series(id) {
      const series = seriesById(db, id);
      return series === null ? null : presentSeries(series, currentPolicy(db).policy, clock.now());
    },

    conflicts(booking, exceptSeriesId) {
      const series = newSeries(context, booking, exceptSeriesId ?? "new");
      return series.ok ? conflicts(context, series.value) : [];
    },

    book(booking) {
      const series = newSeries(context, booking, newId());
      if (!series.ok) return series;
      const effect = commit([series.value], []);
      return done({ seriesId: series.value.id, effect });
    },

    change(seriesId, recurrenceId, scope, asked) {
      const series = seriesById(db, seriesId);
      if (series === null || !hasOccurrence(series, recurrenceId)) return noSeries();
      const checked = newSeries(context, asked, seriesId);
      if (!checked.ok) return checked;
      const change = onClockOf(series, recurrenceId, asked, zonesOf(context));
      if (scope === "this" && series.rule !== null) {
        if (change.clientId !== series.clientId || change.title !== series.title)
          return refused(
            "Whose appointment it is can be changed for all of them, or for this and all following.",
            "clientId",
          );
        const { start, durationMinutes } = change;
        return commitUndoable(series, moveOccurrence(series, recurrenceId, start, durationMinutes), null);
      }
      if (scope === "following") {
        const wanted = changeOf(series, change, change.start);
        if (!fits({ ...series, start: recurrenceId }, wanted))
          return refused("The series repeats in a way that does not fit this start.", "start");
        const { before, after } = splitAt(series, recurrenceId, wanted, newId());
        return commitUndoable(series, before, after);
      }
      const wanted = changeOf(series, change, startForAll(series, recurrenceId, change.start));
      if (!fits(series, wanted)) return refused("The series repeats in a way that does not fit this start.", "start");
      return commitUndoable(series, changeAll(series, wanted), null);
    },

    cancel(seriesId, recurrenceId, scope) {
      const series = seriesById(db, seriesId);
      if (series === null || !hasOccurrence(series, recurrenceId)) return noSeries();
      if (scope === "all" || series.rule === null) return commitUndoable(series, null, null);
      if (scope === "following") return commitUndoable(series, endBefore(series, recurrenceId), null);
      return commitUndoable(series, cancelOccurrence(series, recurrenceId), null);
    },

    undo(token) {
      const before = undoable.get(token);
      if (before === undefined || before.until < clock.now()) return refused("It is too late to take this back.");
      if ([...before.left].some(([id, series]) => !isDeepStrictEqual(series, seriesById(db, id))))
        return refused("It was changed again since. Take that back first.");
      undoable.delete(token);
      return done({ effect: commit(before.restore, before.remove) });
    },
  };
}

const zonesOf = ({ db }: PracticeContext): PracticeZones => availabilityOf(currentPolicy(db).policy);

/** A booking said on the practice's clock, on that of its series, whose zone may be another one. */
function onClockOf(series: Series, recurrenceId: string, booking: Booking, zones: PracticeZones): Booking {
  const override = series.overrides.find((one) => one.recurrenceId === recurrenceId);
  const agreed = override?.kind === "moved" ? override.start : recurrenceId;
  // Left where it was shown, it stays, also where that time is there twice because the clock or the zone went back.
  if (booking.start === wallAt(zones, wallToInstant(agreed, series.zone))) return { ...booking, start: agreed };
  return { ...booking, start: instantToWall(instantOfWall(zones, booking.start), series.zone) };
}

/** Only what differs is changed, so that a rule the form cannot show is kept. */
function changeOf(series: Series, booking: Booking, start: string): SeriesChange {
  const plan = planOf(series);
  const samePlan = plan.everyWeeks === booking.everyWeeks && plan.until === booking.until;
  const rule =
    booking.everyWeeks === null
      ? null
      : weeklyRule({ every: booking.everyWeeks, until: booking.until, weekdays: [] }, start, series.zone);
  const { durationMinutes, title, clientId } = booking;
  return { start, durationMinutes, title, clientId, ...(samePlan ? {} : { rule }) };
}

const fits = (series: Series, change: SeriesChange): boolean => !needsNewRule(series, change);

/** A booking as a series, or what is wrong with it. */
function newSeries(context: PracticeContext, booking: Booking, id: string): Outcome<Series> {
  const { clientId, title, start, durationMinutes, everyWeeks, until } = booking;
  // What was agreed on a trip was agreed on the clock there.
  const zone = zoneOfDate(zonesOf(context), start.slice(0, 10));
  if (clientId !== null && clientById(context.db, clientId) === null)
    return refused("This client is not there.", "clientId");
  if (clientId === null && title === "") return refused("Choose a client, or give the appointment a name.", "clientId");
  try {
    wallToInstant(start, zone);
  } catch (error) {
    if (error instanceof RangeError) return refused("There is no such date.", "start");
    throw error;
  }
  const rule = everyWeeks === null ? null : weeklyRule({ every: everyWeeks, until, weekdays: [] }, start, zone);
  if (rule !== null) {
    const parsed = parseRule(rule, start);
    if (!parsed.ok) return refused(parsed.sentence, parsed.field === "every" ? "everyWeeks" : parsed.field);
  }
  const series: Series = { id, clientId, title, start, zone, durationMinutes, rule, overrides: [] };
  if (!hasOccurrence(series, start)) return refused("The series ends before its first appointment.", "until");
  return done(series);
}

function conflicts({ db, clock }: PracticeContext, candidate: Series): ConflictView[] {
  const { policy } = currentPolicy(db);
  const zones = availabilityOf(policy);
  const names = new Map(allClients(db).map((client) => [client.id, client]));
  const now = clock.now();
  const from = wallToInstant(candidate.start, candidate.zone);
  return conflictsOf(candidate, allSeries(db), { start: from, end: from + conflictHorizon }).map(
    ({ candidate: mine, other }) => {
      const { name, startWall, endWall } = presentSession(other, names, zones, false);
      return {
        sentence: `${sayInstant(mine.start, now, zones, policy.practice.locale)} meets ${name}, ${startWall.slice(11)}–${endWall.slice(11)}.`,
        start: mine.start,
      };
    },
  );
}

function calendar({ db }: PracticeContext, firstDate: string, lastDate: string): CalendarView {
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
