import { type Instant, minute } from "../domain/time/instant.ts";
import { noticeWaitsUntil, openingForNotice } from "../domain/vacation/leaving.ts";
import { activeAccounts } from "../store/accounts.ts";
import { clientById } from "../store/clients.ts";
import type { Database } from "../store/database.ts";
import { insertReply, replyById, type StoredReply, updateReply } from "../store/outbox.ts";
import { currentPolicy } from "../store/policies.ts";
import { noticeKey, noticesOf, vacationById, vacationIdOf } from "../store/vacations.ts";
import type { PracticeContext } from "./context.ts";
import { quietAt } from "./facts.ts";
import { done, type Outcome, refused } from "./outcome.ts";
import { standingOf } from "./vacation-list.ts";
import type { Reckoning } from "./vacation-plan.ts";
import { whyUnreachable } from "./vacation-recipients.ts";

const takenBack = "You took it back.";
const replaced = "It was replaced by a newer one before it left.";
/** How often it is asked whether days that left the hours are back in them. */
const whileNotInHours = 15 * minute;

/** Puts the notices of a draft into the outbox, within the caller's transaction. Returns their ids. */
export function queueNotices(
  { newId }: PracticeContext,
  db: Database,
  { vacation, recipients, leaving, span, now }: Reckoning,
  revision: number,
): readonly string[] {
  const chosen = recipients.filter((one) => one.chosen);
  const [account] = activeAccounts(db);
  if (chosen.length === 0) return [];
  if (account === undefined || leaving.at === null) throw new Error(`Notices that cannot leave: ${vacation.id}`);
  const { address } = account.settings;
  const nextAttemptAt = leaving.at;
  return chosen.map(({ client, address: recipient, subject, text }) => {
    const id = newId();
    insertReply(db, {
      id,
      messageId: null,
      clientId: client.id,
      accountId: account.id,
      kind: "notice",
      timing: vacation.draft.notices.leaves.kind,
      state: "queued",
      recipient: recipient ?? "",
      replyKey: noticeKey(vacation.id, client.id, revision),
      subject,
      text,
      externalId: `<${id}@${address.slice(address.lastIndexOf("@") + 1)}>`,
      createdAt: now,
      // What tells of days away is told before they are over.
      expiresAt: span?.end ?? null,
      attempts: 0,
      nextAttemptAt,
    });
    return id;
  });
}

/** Takes back the notices of a vacation that have not left and that `isMeant`; returns their ids. */
export function takeBackWaiting(
  db: Database,
  vacationId: string,
  isMeant: (notice: StoredReply) => boolean = () => true,
): readonly string[] {
  return noticesOf(db, vacationId)
    .filter((notice) => notice.state === "queued" && isMeant(notice))
    .map(({ id }) => {
      updateReply(db, id, { state: "suppressed", reason: replaced });
      return id;
    });
}

/** Lets notices wait again that were taken back; those whose place was taken since stay taken back. */
export function letWaitAgain(db: Database, ids: readonly string[]): void {
  for (const id of ids) updateReply(db, id, { state: "queued", reason: null });
}

/** Has one of these left, or begun to? */
export function haveLeft(db: Database, ids: readonly string[]): boolean {
  return ids.some((id) => {
    const state = replyById(db, id)?.state;
    return state !== "queued" && state !== "suppressed";
  });
}

/** Takes notices back that have not left. */
export function takeBackAll(db: Database, ids: readonly string[]): void {
  for (const id of ids) updateReply(db, id, { state: "suppressed", reason: takenBack });
}

/** Takes back one notice that has not left. */
export function takeBackNotice({ db }: PracticeContext, replyId: string): Outcome<null> {
  const notice = replyById(db, replyId);
  if (notice?.kind !== "notice" || notice.state === "suppressed") return refused("This notice is not there any more.");
  if (notice.state !== "queued") return refused("It has left already and cannot be taken back.");
  updateReply(db, replyId, { state: "suppressed", reason: takenBack });
  return done(null);
}

/** Lets a notice that did not arrive, or may not have, leave again at the next opening: the same one, not another. */
export function sendNoticeAgain({ db, clock }: PracticeContext, replyId: string): Outcome<null> {
  const notice = replyById(db, replyId);
  const inVain = notice?.state === "failed" || notice?.state === "unconfirmed";
  if (notice?.kind !== "notice" || !inVain) return refused("There is nothing to send again.");
  const [account] = activeAccounts(db);
  if (account === undefined) return refused("No mailbox is connected, so nothing can be sent.");
  const now = clock.now();
  if (notice.expiresAt !== null && notice.expiresAt <= now) return refused("These days are over already.");
  if (tellsOfOtherDays(db, notice, now)) return refused("The vacation is not in your hours any more.");
  const quiet = quietAt(db, currentPolicy(db).policy, now);
  const waits = noticeWaitsUntil(quiet, "opening", now);
  const nextAttemptAt = waits === null ? now : Math.min(openingForNotice(quiet, now) ?? waits, waits);
  updateReply(db, replyId, {
    state: "queued",
    accountId: account.id,
    timing: "opening",
    reason: null,
    settledAt: null,
    attempts: 0,
    nextAttemptAt,
  });
  return done(null);
}

/** What keeps a notice that is due from leaving: for good with a reason, or until an instant; null when nothing does. */
export function whatKeepsNotice(
  db: Database,
  notice: StoredReply,
  now: Instant,
): { readonly reason: string } | { readonly until: Instant } | null {
  const client = notice.clientId === null ? null : clientById(db, notice.clientId);
  const unreachable = client === null ? null : whyUnreachable(client);
  if (unreachable !== null) return { reason: unreachable };
  if (client !== null && !client.emails.includes(notice.recipient))
    return { reason: "This is not one of the client's addresses any more." };
  if (tellsOfOtherDays(db, notice, now)) return { until: now + whileNotInHours };
  const until = noticeWaitsUntil(quietAt(db, currentPolicy(db).policy, now), notice.timing, now);
  return until === null ? null : { until };
}

/** Going back to an earlier version of the policy can take the days of a vacation out of the hours, and bring them back. */
function tellsOfOtherDays(db: Database, notice: StoredReply, now: Instant): boolean {
  const id = vacationIdOf(notice);
  const plan = vacationById(db, id)?.plan ?? null;
  return plan !== null && standingOf(id, plan, currentPolicy(db).policy, now) === "not-in-hours";
}
