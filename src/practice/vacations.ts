import { availabilityOf } from "../domain/availability/open-spans.ts";
import { dateAt } from "../domain/time/practice-zone.ts";
import { dateOfDay, dayOfDate } from "../domain/time/wall.ts";
import { draftOf, emptyDraft, nameOfArranged, type VacationPlan } from "../domain/vacation/arrangements.ts";
import { bringBack } from "../domain/vacation/plan-sessions.ts";
import { currentPolicy } from "../store/policies.ts";
import { allSeries } from "../store/series.ts";
import {
  allVacations,
  type DraftedVacation,
  putVacation,
  removeVacation,
  type StoredVacation,
  vacationById,
} from "../store/vacations.ts";
import type { PracticeContext } from "./context.ts";
import { done, type Outcome, type Refusal, refused } from "./outcome.ts";
import type { VacationService } from "./calendar-services.ts";
import { vacationCommitter } from "./vacation-commit.ts";
import { presentDraft } from "./vacation-draft-view.ts";
import { freeTimeAround } from "./vacation-free-time.ts";
import { listVacations, standingOf } from "./vacation-list.ts";
import { queueNotices, sendNoticeAgain, takeBackNotice, takeBackWaiting } from "./vacation-notices.ts";
import { reckon } from "./vacation-plan.ts";
import type { VacationChange } from "./vacation-views.ts";
import type { Wake } from "./wake.ts";
import { finishedPlan } from "./vacation-finish.ts";

const gone = (): Refusal => refused("This vacation is not there any more.");

/** Planning vacations, changing them, and coming back early. What is begun is kept; finishing does all of it at once. */
export function vacationService(context: PracticeContext, wake: Wake): VacationService {
  const { db, clock, newId } = context;
  const { commit, undo } = vacationCommitter(context, wake);

  const drafted = (id: string): DraftedVacation | null => {
    const vacation = vacationById(db, id);
    return vacation?.draft ? { ...vacation, draft: vacation.draft } : null;
  };

  const put = (vacation: StoredVacation): void => {
    putVacation(db, vacation);
    context.changed("vacations");
  };

  /** Ends a vacation that was planned: `closure` is what is left of its days. */
  const end = (id: string, back: readonly string[], how: "withdrawn" | "returned"): Outcome<VacationChange> => {
    const vacation = vacationById(db, id);
    if (vacation?.plan?.ended !== null) return gone();
    const { plan } = vacation;
    const now = clock.now();
    const { policy } = currentPolicy(db);
    const standing = standingOf(id, plan, policy, now);
    if (how === "returned" && standing !== "away") return refused("You are not away.");
    const ahead = plan.arranged.filter((one) => one.start > now && (one.movedTo === null || one.movedTo.start > now));
    const wanted = new Set(back);
    const restored = bringBack(allSeries(db), ahead, wanted);
    const names = new Set(restored.back.map(nameOfArranged));
    const ended: VacationPlan = {
      ...plan,
      arranged: plan.arranged.filter((one) => !names.has(nameOfArranged(one))),
      back: [...plan.back, ...restored.back.map(({ clientId, start }) => ({ clientId, start }))],
      revision: plan.revision + 1,
      saysSince: plan.revision + 1,
      ended: how,
    };
    const yesterday = dateOfDay(dayOfDate(dateAt(availabilityOf(policy), now)) - 1);
    const closure = policy.closures.find((one) => one.id === id) ?? null;
    const shortened = closure !== null && closure.firstDate <= yesterday ? { ...closure, lastDate: yesterday } : null;
    return commit({
      vacation: { ...vacation, draft: null, plan: ended, endedAt: now },
      // Days that were spent away stay as they were.
      closure: standing === "away" ? shortened : standing === "over" ? closure : null,
      series: restored.changed,
      notices: (transaction) => ({ queued: [], takenBack: takeBackWaiting(transaction, id) }),
    });
  };

  return {
    list: () => listVacations(db, clock.now()),

    begin() {
      const begun = allVacations(db).find(({ plan }) => plan === null);
      if (begun !== undefined) return done({ id: begun.id });
      const now = clock.now();
      const today = dateAt(availabilityOf(currentPolicy(db).policy), now);
      const id = newId();
      const inAWeek = dayOfDate(today) + 7;
      const draft = emptyDraft({ firstDate: dateOfDay(inAWeek), lastDate: dateOfDay(inAWeek + 6) });
      put({ id, createdAt: now, endedAt: null, draft, plan: null });
      return done({ id });
    },

    reopen(id) {
      const vacation = vacationById(db, id);
      const plan = vacation?.plan;
      if (!vacation || !plan) return gone();
      if (plan.ended === null && standingOf(id, plan, currentPolicy(db).policy, clock.now()) === "over")
        return refused("This vacation is over.");
      if (vacation.draft === null) put({ ...vacation, draft: draftOf(plan) });
      return done({ id });
    },

    draft(id) {
      const vacation = drafted(id);
      return vacation === null ? null : presentDraft(db, reckon(db, vacation, clock.now()));
    },

    keepDraft(id, draft) {
      const vacation = drafted(id);
      if (vacation === null) return gone();
      const kept = { ...vacation, draft: { ...draft, stage: vacation.draft.stage } };
      putVacation(db, kept);
      return done(presentDraft(db, reckon(db, kept, clock.now())));
    },

    discard(id) {
      const vacation = vacationById(db, id);
      if (vacation === null) return gone();
      if (vacation.plan === null) {
        removeVacation(db, id);
        context.changed("vacations");
      } else put({ ...vacation, draft: null });
      return done(null);
    },

    freeTime(question) {
      const vacation = drafted(question.id);
      return vacation === null ? gone() : freeTimeAround(reckon(db, vacation, clock.now()), question);
    },

    finish(id) {
      const vacation = drafted(id);
      if (vacation === null) return gone();
      const reckoning = reckon(db, vacation, clock.now());
      const [problem] = reckoning.problems;
      if (problem !== undefined) return refused(problem.sentence, problem.field);
      const plan = finishedPlan(reckoning);
      const chosen = new Set(reckoning.recipients.flatMap((one) => (one.chosen ? [one.client.id] : [])));
      const closure = currentPolicy(db).policy.closures.find((one) => one.id === id) ?? null;
      return commit({
        vacation: { ...vacation, draft: null, plan },
        closure: vacation.draft.stage === "tell" ? closure : reckoning.closure,
        series: reckoning.calendar?.changed ?? [],
        notices: (transaction) => {
          const isOutdated = ({ clientId }: { readonly clientId: string | null }) =>
            reckoning.saysOtherwise || (clientId !== null && chosen.has(clientId));
          const takenBack = takeBackWaiting(transaction, id, isOutdated);
          return { queued: queueNotices(context, transaction, reckoning, plan.revision), takenBack };
        },
      });
    },

    remove: (id, back) => end(id, back, "withdrawn"),
    comeBack: (id, back) => end(id, back, "returned"),
    undo,

    takeBackNotice(replyId) {
      const outcome = takeBackNotice(context, replyId);
      if (outcome.ok) context.changed("replies", "vacations");
      return outcome;
    },

    sendNoticeAgain(replyId) {
      const outcome = sendNoticeAgain(context, replyId);
      if (outcome.ok) {
        context.changed("replies", "vacations");
        void wake.now();
      }
      return outcome;
    },
  };
}
