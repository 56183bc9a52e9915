import { minute } from "../domain/time/instant.ts";
import type { OutgoingReply, SendOutcome, Submission } from "../channels/channel.ts";
import type { EmailAccount } from "../channels/email/account.ts";
import { withLineInForce } from "../domain/replies/line-in-force.ts";
import { accountById, activeAccounts } from "../store/accounts.ts";
import { messageById } from "../store/messages.ts";
import { confirmNothing, nextQueued, type StoredReply, updateReply } from "../store/outbox.ts";
import { currentPolicy } from "../store/policies.ts";
import type { PracticeContext } from "./context.ts";
import { faultName } from "./fault-name.ts";
import { mustWaitForOpening } from "./leaving-at-opening.ts";
import { renewReply, whyTooLate } from "./reply-queue.ts";
import { whatKeepsNotice } from "./vacation-notices.ts";

/** Sends what is queued, one reply at a time. */
export interface OutboxSender {
  /** Sends all that is due; a call while sending goes on joins it. */
  flush(): Promise<void>;
  /** Is something being sent just now? */
  busy(): boolean;
  /** Finishes the reply in hand and sends no further one. */
  stop(): Promise<void>;
}

const longestPause = 15 * minute;

/** Pause before attempt number `attempts + 1`: half a minute, doubling up to a quarter of an hour. */
const pauseAfter = (attempts: number): number => Math.min(longestPause, (minute / 2) * 2 ** Math.max(0, attempts - 1));

/**
 * The outbox marks `sending` and commits before it hands a reply over, so a crash leaves `sending` behind; that becomes
 * `unconfirmed` here, at the next start, and is never sent again by itself (promise 4).
 */
export function outboxSender(context: PracticeContext): OutboxSender {
  if (confirmNothing(context.db, "crashed-while-sending") > 0) context.changed("replies");
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  const mayGoOn = () => !stopped;
  return {
    busy: () => running !== null,
    async stop() {
      stopped = true;
      await running;
    },
    flush() {
      again = true;
      running ??= (async () => {
        try {
          while (again && !stopped) {
            again = false;
            await sendAllDue(context, mayGoOn);
          }
        } finally {
          running = null;
        }
      })();
      return running;
    },
  };
}

async function sendAllDue(context: PracticeContext, mayGoOn: () => boolean): Promise<void> {
  while (mayGoOn()) {
    const now = context.clock.now();
    const reply = nextQueued(context.db, now, now + longestPause);
    if (reply === null) return;
    await sendOne(context, reply);
    context.changed("replies");
  }
}

async function sendOne(context: PracticeContext, reply: StoredReply): Promise<void> {
  const { db, clock, step } = context;
  if (reply.expiresAt !== null && reply.expiresAt <= clock.now()) {
    const reason = reply.kind === "notice" ? "The vacation was over before it could be sent." : whyTooLate(reply);
    updateReply(db, reply.id, { state: "suppressed", reason });
    return;
  }
  if (reply.kind === "notice") {
    if (isKeptBack(context, reply)) return;
  } else if (mustWaitForOpening(context, reply)) return;
  const account = accountById(db, reply.accountId);
  const answered = reply.messageId === null ? null : messageById(db, reply.messageId);
  if (account === null || !activeAccounts(db).some((active) => active.id === reply.accountId)) {
    updateReply(db, reply.id, {
      state: "failed",
      reason: "The mailbox was disconnected before the reply could be sent.",
    });
    return;
  }
  const text = textToSend(context, reply);
  updateReply(db, reply.id, {
    state: "sending",
    attempts: reply.attempts + 1,
    ...(text === reply.text ? {} : { text }),
  });
  step("reply-sending");
  const { messageId, references } = answered?.envelope ?? { messageId: null, references: [] };
  const outcome = await attempt(context, account.settings, {
    submission: submissionOf(reply.kind),
    messageId: reply.externalId,
    to: reply.recipient,
    subject: reply.subject,
    text,
    inReplyTo: messageId,
    references:
      messageId === null ? references : [...references.filter((reference) => reference !== messageId), messageId],
    date: clock.now(),
  });
  step("reply-handed-over");
  db.transaction((transaction) => {
    updateReply(transaction, reply.id, afterAttempt(outcome, reply.attempts + 1, clock.now()));
    // Hours and clients may have changed during the attempt.
    if (reply.messageId !== null) renewReply(context, transaction, reply.messageId);
  });
  step("reply-noted");
}

/** A reply may have waited while the practice moved to another region. What was written by hand stays word for word. */
function textToSend({ db, words }: PracticeContext, { kind, text }: StoredReply): string {
  return kind === "by-hand" ? text : withLineInForce(text, currentPolicy(db).policy.practice.region, words, "mail");
}

/** A notice whose client asked for none since is not sent, and one that is due at night waits for the day. */
function isKeptBack({ db, clock }: PracticeContext, notice: StoredReply): boolean {
  const keeps = whatKeepsNotice(db, notice, clock.now());
  if (keeps === null) return false;
  updateReply(
    db,
    notice.id,
    "reason" in keeps ? { state: "suppressed", reason: keeps.reason } : { nextAttemptAt: keeps.until },
  );
  return true;
}

function submissionOf(kind: StoredReply["kind"]): Submission {
  switch (kind) {
    case "by-hand":
      return "by-hand";
    case "notice":
      return "auto-generated";
    case "availability":
    case "safety":
    case "opt-out":
    case "opt-in":
      return "auto-replied";
    default:
      return kind satisfies never;
  }
}

/** A channel that breaks leaves a reply of which nobody can say whether it left. */
async function attempt(context: PracticeContext, account: EmailAccount, reply: OutgoingReply): Promise<SendOutcome> {
  try {
    return await context.email.send(account, reply);
  } catch (error) {
    context.log(`sending ${reply.messageId} broke: ${faultName(error)}`);
    return { kind: "unconfirmed", fault: { code: "protocol", sentence: "The app made a mistake while sending it." } };
  }
}

function afterAttempt(outcome: SendOutcome, attempts: number, now: number): Partial<StoredReply> {
  switch (outcome.kind) {
    case "sent":
      return { state: "sent", sentAt: now, reason: null };
    case "try-again":
      return { state: "queued", reason: outcome.fault.sentence, nextAttemptAt: now + pauseAfter(attempts) };
    case "failed":
      return { state: "failed", reason: outcome.fault.sentence };
    case "unconfirmed":
      return { state: "unconfirmed", reason: outcome.fault.sentence };
    default:
      return outcome satisfies never;
  }
}
