import { isDeepStrictEqual } from "node:util";
import { availabilityOf } from "../domain/availability/open-spans.ts";
import type { Closure } from "../domain/policy/hours.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { Occurrence } from "../domain/scheduling/series.ts";
import type { Instant, Interval } from "../domain/time/instant.ts";
import { instantOfWall } from "../domain/time/practice-zone.ts";
import { type Decision, nameOf, type VacationDraft } from "../domain/vacation/arrangements.ts";
import { type CalendarAnswer, type Decided, planSessions } from "../domain/vacation/plan-sessions.ts";
import { spanOf } from "../domain/vacation/sessions.ts";
import type { Database } from "../store/database.ts";
import { currentPolicy } from "../store/policies.ts";
import { allSeries } from "../store/series.ts";
import type { DraftedVacation } from "../store/vacations.ts";
import { closureOfDraft, withClosure } from "./vacation-dates.ts";
import { type Leaving, leavingOf } from "./vacation-leaving.ts";
import { type Recipient, recipientsOf } from "./vacation-recipients.ts";
import type { VacationProblem } from "./vacation-views.ts";

/** Everything that follows from a draft, the calendar and the policy as they are now. */
export interface Reckoning {
  readonly vacation: DraftedVacation;
  readonly now: Instant;
  /** Null when the dates cannot be understood, and where the vacation is over and clients are only told so. */
  readonly closure: Closure | null;
  readonly span: Interval | null;
  /** The policy with this vacation in it. */
  readonly policy: Policy;
  readonly calendar: CalendarAnswer | null;
  /** Dates or cover are others than those that hold. */
  readonly saysOtherwise: boolean;
  readonly recipients: readonly Recipient[];
  readonly leaving: Leaving;
  readonly problems: readonly VacationProblem[];
}

/** Works out what finishing a draft would do; nothing is changed by it. */
export function reckon(db: Database, vacation: DraftedVacation, now: Instant): Reckoning {
  const { id, draft, plan } = vacation;
  const inForce = currentPolicy(db).policy;
  const telling = draft.stage === "tell";
  const asked = telling ? { closure: null, problems: [] } : closureOfDraft(id, draft, inForce, now);
  const { closure } = asked;
  const policy = closure === null ? inForce : withClosure(inForce, closure, id);
  const zones = availabilityOf(policy);
  const span = closure === null ? null : spanOf(zones, closure);
  const moves = decisionsOf(draft, policy, now);
  const calendar =
    span === null
      ? null
      : planSessions({
          all: allSeries(db),
          span,
          now,
          arranged: plan?.arranged ?? [],
          notBack: new Set(draft.notBack),
          decided: (occurrence) => moves.decided(occurrence),
        });
  const saysOtherwise =
    plan === null ||
    (closure !== null &&
      (closure.firstDate !== plan.firstDate ||
        closure.lastDate !== plan.lastDate ||
        !isDeepStrictEqual(closure.cover, plan.cover)));
  const letters = { vacation, closure, span, policy, calendar, saysOtherwise, now };
  const recipients = telling || closure !== null ? recipientsOf(db, letters) : [];
  const leaving = leavingOf(db, letters);
  const chosen = recipients.filter((one) => one.chosen);
  return {
    ...letters,
    recipients,
    leaving,
    problems: [
      ...asked.problems,
      ...(calendar === null ? [] : moves.problemsOf(calendar.inTheWay)),
      ...(chosen.length === 0 ? [] : leaving.problems),
    ],
  };
}

function decisionsOf(draft: VacationDraft, policy: Policy, now: Instant) {
  const decisions = new Map(draft.decisions.map((one) => [nameOf(one), one.decision]));
  const startOf = (decision: Decision & { readonly kind: "move" }): Instant | null => {
    try {
      return instantOfWall(availabilityOf(policy), decision.start);
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
  };
  return {
    decided(occurrence: Occurrence): Decided {
      const decision = decisions.get(nameOf(occurrence)) ?? null;
      if (decision?.kind !== "move") return decision;
      const start = startOf(decision);
      return start === null || start <= now ? null : { kind: "move", start };
    },
    problemsOf(inTheWay: readonly Occurrence[]): VacationProblem[] {
      return inTheWay.flatMap((occurrence) => {
        const decision = decisions.get(nameOf(occurrence));
        if (decision?.kind !== "move") return [];
        const start = startOf(decision);
        const field = `session ${nameOf(occurrence)}`;
        if (start === null) return [{ field, sentence: "There is no such date." }];
        return start <= now ? [{ field, sentence: "Choose a time that is still to come." }] : [];
      });
    },
  };
}
