import { isDeepStrictEqual } from "node:util";
import {
  cancelOccurrence,
  changeAll,
  endBefore,
  moveOccurrence,
  needsNewRule,
  splitAt,
} from "../domain/recurrence/editing.ts";
import { hasOccurrence } from "../domain/recurrence/occurrences.ts";
import type { Series } from "../domain/scheduling/series.ts";
import { type Instant, minute } from "../domain/time/instant.ts";
import { currentPolicy } from "../store/policies.ts";
import { deleteSeries, saveSeries, seriesById } from "../store/series.ts";
import { bookingInWords, changeOf, newSeries, onClockOf } from "./booking-check.ts";
import { bookingConflicts } from "./booking-conflicts.ts";
import { calendar } from "./calendar-view.ts";
import type { PracticeContext } from "./context.ts";
import { decideHeldAgain } from "./decide-again.ts";
import { effectOf } from "./effect.ts";
import { nextFree } from "./free-time.ts";
import type { BookingService } from "./calendar-services.ts";
import { done, type Outcome, type Refusal, refused } from "./outcome.ts";
import type { Effect } from "./light-service.ts";
import { presentSeries } from "./series-view.ts";
import type { Wake } from "./wake.ts";

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

    conflicts: (booking, changing) => bookingConflicts(context, booking, changing),
    nextFree: (question) => nextFree(context, question),
    inWords: (booking) => bookingInWords(context, booking),

    book(booking) {
      const series = newSeries(context, booking, newId());
      if (!series.ok) return series;
      const effect = commit([series.value], []);
      return done({ seriesId: series.value.id, effect });
    },

    change(seriesId, recurrenceId, scope, asked) {
      const series = seriesById(db, seriesId);
      if (series === null || !hasOccurrence(series, recurrenceId)) return noSeries();
      const checked = newSeries(context, { ...asked, repeats: null }, seriesId);
      if (!checked.ok) return checked;
      const change = onClockOf(context, series, recurrenceId, asked);
      if (scope === "this" && series.rule !== null) {
        if (change.clientId !== series.clientId || change.title !== series.title)
          return refused(
            "Whose appointment it is can be changed for all of them, or for this and all following.",
            "clientId",
          );
        const { start, durationMinutes } = change;
        return commitUndoable(series, moveOccurrence(series, recurrenceId, start, durationMinutes), null);
      }
      const wanted = changeOf(series, recurrenceId, scope, change);
      if (!wanted.ok) return wanted;
      const changed = scope === "following" ? { ...series, start: recurrenceId } : series;
      if (needsNewRule(changed, wanted.value))
        return refused("The series repeats in a way that does not fit this start.", "start");
      if (scope !== "following") return commitUndoable(series, changeAll(series, wanted.value), null);
      const { before, after } = splitAt(series, recurrenceId, wanted.value, newId());
      return commitUndoable(series, before, after);
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
