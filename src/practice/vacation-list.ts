import { availabilityOf } from "../domain/availability/open-spans.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { Instant } from "../domain/time/instant.ts";
import { dateAt } from "../domain/time/practice-zone.ts";
import type { VacationPlan } from "../domain/vacation/arrangements.ts";
import type { Database } from "../store/database.ts";
import type { StoredReply } from "../store/outbox.ts";
import { currentPolicy } from "../store/policies.ts";
import { allVacations, noticesOf, revisionOf, type StoredVacation } from "../store/vacations.ts";
import { namesIn } from "./inbox-list.ts";
import { leavesAt } from "./leaving-at-opening.ts";
import { type Names, presentReply } from "./present.ts";
import { checklistOfPlan, outdatedIn } from "./vacation-checklist.ts";
import { arrangedPresenter } from "./vacation-draft-view.ts";
import type { NoticeView, VacationsView, VacationView } from "./vacation-views.ts";

/** What was begun, and every vacation that was planned, the next one first and those that are over last. */
export function listVacations(db: Database, now: Instant): VacationsView {
  const { policy } = currentPolicy(db);
  const all = allVacations(db);
  const begun = all.find(({ plan }) => plan === null);
  return {
    begun:
      begun?.draft === null || begun === undefined
        ? null
        : { id: begun.id, firstDate: begun.draft.firstDate, lastDate: begun.draft.lastDate },
    vacations: all
      .flatMap((vacation) =>
        vacation.plan === null ? [] : [presentVacation(db, vacation, vacation.plan, policy, now)],
      )
      .toSorted((one, other) => one.firstDate.localeCompare(other.firstDate)),
  };
}

function presentVacation(
  db: Database,
  { id, draft }: StoredVacation,
  plan: VacationPlan,
  policy: Policy,
  now: Instant,
): VacationView {
  const names = namesIn(db);
  const notices = noticesOf(db, id);
  const zones = availabilityOf(policy);
  const standing = standingOf(id, plan, policy, now);
  return {
    id,
    standing,
    firstDate: plan.firstDate,
    lastDate: plan.lastDate,
    label: plan.label,
    cover: plan.cover,
    withoutCover: plan.withoutCover,
    arranged: plan.arranged.map(arrangedPresenter(db, zones, now)),
    notices: notices.map((notice) => presentNotice(notice, names, plan, standing)),
    outdated: outdatedIn(plan, notices).map((clientId) => ({
      clientId,
      name: names.get(clientId)?.preferredName ?? "A client",
    })),
    checklist: standing === "ahead" || standing === "away" ? checklistOfPlan(db, plan, notices, policy, now) : [],
    beingChanged: draft !== null,
  };
}

/** Where a vacation stands. Its closure can have been removed by going back to an earlier version of the policy. */
export function standingOf(id: string, plan: VacationPlan, policy: Policy, now: Instant): VacationView["standing"] {
  if (plan.ended !== null) return plan.ended;
  const today = dateAt(availabilityOf(policy), now);
  const closure = policy.closures.find((one) => one.id === id);
  if (plan.lastDate < today) return "over";
  if (closure === undefined || closure.firstDate !== plan.firstDate || closure.lastDate !== plan.lastDate)
    return "not-in-hours";
  return today < plan.firstDate ? "ahead" : "away";
}

const withheld = "The vacation is not in your hours any more, so this notice waits.";

function presentNotice(
  notice: StoredReply,
  names: Names,
  plan: VacationPlan,
  standing: VacationView["standing"],
): NoticeView {
  const { id, to, state, subject, text, reason } = presentReply(notice, names);
  const client = notice.clientId === null ? undefined : names.get(notice.clientId);
  const waits = state === "queued" && standing === "not-in-hours";
  return {
    replyId: id,
    clientId: notice.clientId,
    name: client?.preferredName ?? to,
    state,
    subject,
    text,
    at: waits ? null : state === "queued" ? leavesAt(notice) : (notice.sentAt ?? notice.createdAt),
    reason: waits ? withheld : reason,
    current: revisionOf(notice) >= plan.saysSince,
  };
}
