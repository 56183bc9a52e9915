import type { Policy } from "../domain/policy/policy.ts";
import type { VacationPlan } from "../domain/vacation/arrangements.ts";
import { checklist, type ChecklistItem } from "../domain/vacation/checklist.ts";
import { inTheWay, meets, spanOf } from "../domain/vacation/sessions.ts";
import { availabilityOf } from "../domain/availability/open-spans.ts";
import type { Instant } from "../domain/time/instant.ts";
import { nameOf } from "../domain/vacation/arrangements.ts";
import { activeAccounts } from "../store/accounts.ts";
import type { Database } from "../store/database.ts";
import type { StoredReply } from "../store/outbox.ts";
import { allSeries } from "../store/series.ts";
import { revisionOf } from "../store/vacations.ts";
import type { Reckoning } from "./vacation-plan.ts";
import { toldSoFar } from "./vacation-recipients.ts";

/** The checklist as it would be once the draft is finished. */
export function checklistOfDraft(reckoning: Reckoning, mailbox: boolean): readonly ChecklistItem[] {
  const { closure, calendar, recipients, policy, vacation, leaving } = reckoning;
  if (calendar === null || closure === null) return [];
  const decided = (kind: "cancel" | "move" | "keep" | null) =>
    calendar.inTheWay.filter((one) => (one.decided?.kind ?? null) === kind).length;
  const chosen = recipients.filter((one) => one.chosen).length;
  return checklist({
    cover: closure.cover,
    withoutCover: vacation.draft.withoutCover.trim() || null,
    sessions: {
      cancelled: calendar.arranged.filter(({ movedTo }) => movedTo === null).length,
      moved: calendar.arranged.filter(({ movedTo }) => movedTo !== null).length,
      kept: decided("keep"),
      open: decided(null),
      inConflict: inConflict(calendar.arranged, calendar.all),
    },
    notices: {
      waiting: chosen,
      tooLate: leaving.at === null ? chosen : 0,
      sent: 0,
      failed: 0,
      unconfirmed: 0,
      outdated: 0,
      untold: recipients.filter((one) => one.sessions > 0 && !one.chosen && one.kind === "planned").length,
    },
    repliesOn: policy.replies.toClients,
    mailbox,
  });
}

/** The checklist of a vacation that is planned, by what is so now. */
export function checklistOfPlan(
  db: Database,
  plan: VacationPlan,
  notices: readonly StoredReply[],
  policy: Policy,
  now: Instant,
): readonly ChecklistItem[] {
  const all = allSeries(db);
  const span = spanOf(availabilityOf(policy), plan);
  const kept = new Set(plan.kept.map((one) => nameOf(one)));
  const found = inTheWay(all, span, now);
  const keptNow = found.filter((one) => kept.has(nameOf(one)));
  const told = toldSoFar(notices);
  const concerned = new Set(
    [...plan.arranged, ...found].flatMap(({ clientId, start }) =>
      clientId === null || start <= now ? [] : [clientId],
    ),
  );
  const inState = (state: StoredReply["state"]) =>
    notices.filter((one) => one.state === state && revisionOf(one) >= plan.saysSince && one.settledAt === null);
  const waiting = inState("queued");
  return checklist({
    cover: plan.cover,
    withoutCover: plan.withoutCover,
    sessions: {
      cancelled: plan.arranged.filter(({ movedTo }) => movedTo === null).length,
      moved: plan.arranged.filter(({ movedTo }) => movedTo !== null).length,
      kept: keptNow.length,
      open: found.length - keptNow.length,
      inConflict: inConflict(plan.arranged, all),
    },
    notices: {
      waiting: waiting.length,
      tooLate: waiting.filter(({ nextAttemptAt }) => nextAttemptAt >= span.start).length,
      sent: inState("sent").length + inState("sending").length,
      failed: inState("failed").length,
      unconfirmed: inState("unconfirmed").length,
      outdated: outdatedIn(plan, notices).length,
      untold: [...concerned].filter((id) => !told.left.has(id) && !told.waiting.has(id)).length,
    },
    repliesOn: policy.replies.toClients,
    mailbox: activeAccounts(db).length > 0,
  });
}

/** The clients whose last notice says what does not hold any more. */
export function outdatedIn(plan: VacationPlan, notices: readonly StoredReply[]): readonly string[] {
  const { left, waiting } = toldSoFar(notices);
  return [...left].flatMap(([id, revision]) =>
    revision < plan.saysSince && (waiting.get(id) ?? 0) < plan.saysSince ? [id] : [],
  );
}

function inConflict(arranged: VacationPlan["arranged"], all: ReturnType<typeof allSeries>): number {
  return arranged.filter(
    ({ movedTo, seriesId, after }) => movedTo !== null && meets(all, movedTo, { seriesId, ...after }).length > 0,
  ).length;
}
