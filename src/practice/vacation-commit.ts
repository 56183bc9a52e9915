import { isDeepStrictEqual } from "node:util";
import type { Closure } from "../domain/policy/hours.ts";
import type { Series } from "../domain/scheduling/series.ts";
import { type Instant, minute } from "../domain/time/instant.ts";
import type { Database } from "../store/database.ts";
import { currentPolicy } from "../store/policies.ts";
import { saveSeries, seriesById } from "../store/series.ts";
import { putVacation, removeVacation, type StoredVacation, vacationById } from "../store/vacations.ts";
import { policyChanger } from "./change-policy.ts";
import type { PracticeContext } from "./context.ts";
import { decideHeldAgain } from "./decide-again.ts";
import { effectOf } from "./effect.ts";
import { done, type Outcome, refused } from "./outcome.ts";
import type { Effect } from "./light-service.ts";
import { withClosure } from "./vacation-dates.ts";
import { haveLeft, letWaitAgain, takeBackAll } from "./vacation-notices.ts";
import type { VacationChange } from "./vacation-views.ts";
import type { Wake } from "./wake.ts";

const undoWithin = 10 * minute;

/** All that belongs to one change of a vacation. */
export interface VacationStep {
  readonly vacation: StoredVacation;
  /** What the closure becomes; null for none. */
  readonly closure: Closure | null;
  readonly series: readonly Series[];
  /** Queues and takes back notices, and says which. */
  readonly notices: (transaction: Database) => {
    readonly queued: readonly string[];
    readonly takenBack: readonly string[];
  };
}

interface Before {
  readonly id: string;
  readonly vacation: StoredVacation | null;
  readonly closure: Closure | null;
  readonly series: readonly Series[];
  /** What the change made of them: as long as they are so, taking it back takes nothing else with it. */
  readonly left: readonly Series[];
  readonly after: StoredVacation;
  readonly queued: readonly string[];
  readonly takenBack: readonly string[];
  readonly until: Instant;
}

/** Changes hours, sessions, notices and what is known of a vacation in ONE transaction, and takes it all back the same way. */
export function vacationCommitter(context: PracticeContext, wake: Wake) {
  const { db, clock, newId } = context;
  const changePolicy = policyChanger(context, wake);
  const undoable = new Map<string, Before>();

  /** A closure that stays as it is makes no new version of the policy. */
  const apply = (id: string, closure: Closure | null, act: (transaction: Database) => void): Outcome<Effect> => {
    if (isDeepStrictEqual(closureOf(id), closure)) {
      const effect = db.transaction((transaction) => {
        act(transaction);
        return effectOf(context, transaction, decideHeldAgain(context, transaction));
      });
      context.changed("vacations", "clients", "calendar", "light", "messages", "replies");
      void wake.now();
      return done({ effect });
    }
    const changed = changePolicy((policy) => withClosure(policy, closure, id), act);
    if (!changed.ok) return changed;
    context.changed("vacations", "clients");
    return done({ effect: changed.value.effect });
  };

  const closureOf = (id: string): Closure | null =>
    currentPolicy(db).policy.closures.find((one) => one.id === id) ?? null;

  const commit = ({ vacation, closure, series, notices }: VacationStep): Outcome<VacationChange> => {
    const { id } = vacation;
    const before = {
      id,
      vacation: vacationById(db, id),
      closure: closureOf(id),
      series: series.flatMap((one) => seriesById(db, one.id) ?? []),
    };
    let sent: ReturnType<VacationStep["notices"]> = { queued: [], takenBack: [] };
    const changed = apply(id, closure, (transaction) => {
      for (const one of series) saveSeries(transaction, one, clock.now());
      sent = notices(transaction);
      putVacation(transaction, vacation);
    });
    if (!changed.ok) return changed;
    const undo = newId();
    undoable.set(undo, { ...before, left: series, after: vacation, ...sent, until: clock.now() + undoWithin });
    return done({ id, undo, ...changed.value });
  };

  const undo = (token: string): Outcome<Effect> => {
    const before = undoable.get(token);
    if (before === undefined || before.until < clock.now()) return refused("It is too late to take this back.");
    const { id, vacation, closure, series, left, after, queued, takenBack } = before;
    const changedSince =
      left.some((one) => !isDeepStrictEqual(one, seriesById(db, one.id))) ||
      !isDeepStrictEqual(vacationById(db, id), after);
    if (changedSince) return refused("It was changed again since. Take that back first.");
    if (haveLeft(db, queued)) return refused("A notice has left already. Change or remove the vacation instead.");
    const changed = apply(id, closure, (transaction) => {
      for (const one of series) saveSeries(transaction, one, clock.now());
      takeBackAll(transaction, queued);
      letWaitAgain(transaction, takenBack);
      if (vacation === null) removeVacation(transaction, id);
      else putVacation(transaction, vacation);
    });
    if (changed.ok) undoable.delete(token);
    return changed;
  };

  return { commit, undo };
}
