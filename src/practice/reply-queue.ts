import { decideReply } from "../domain/replies/decide-reply.ts";
import type { ReplyDecision } from "../domain/replies/reply.ts";
import { accountById } from "../store/accounts.ts";
import { clientById } from "../store/clients.ts";
import type { Database } from "../store/database.ts";
import { judgedMessage } from "../store/messages.ts";
import { insertReply, replyTo, type StoredReply, updateReply } from "../store/outbox.ts";
import { currentPolicy } from "../store/policies.ts";
import type { PracticeContext } from "./context.ts";
import { faultName } from "./fault-name.ts";
import { type Answerable, gatherReplyFacts } from "./reply-facts.ts";

/**
 * Decides about the automatic reply to a message and puts the result into the outbox, within the caller's transaction:
 * queued, or suppressed with its reason. A message that calls for no reply leaves no row.
 */
export function queueReply(context: PracticeContext, db: Database, answerable: Answerable): void {
  store(context, db, answerable, decideAbout(context, db, answerable));
}

/**
 * Decides again about a reply that has not left, within the caller's transaction: it stays, is worded anew, is taken back
 * or makes room for one that says what is so now. Without a queued reply to this message nothing happens.
 */
export function renewReply(context: PracticeContext, db: Database, messageId: string): void {
  const reply = replyTo(db, messageId);
  if (reply?.state !== "queued") return;
  // A confirmation stays true whatever the hours are.
  if (reply.kind === "opt-out" || reply.kind === "opt-in") return;
  const now = context.clock.now();
  const judged = judgedMessage(db, messageId);
  const account = accountById(db, reply.accountId);
  if (judged === null || account === null) throw new Error(`A reply without its message or mailbox: ${reply.id}`);
  const { message, current } = judged;
  const client = message.clientId === null ? null : clientById(db, message.clientId);
  const { policy } = currentPolicy(db);
  const { verdict, facts: gate } = current;
  const answerable = { message, verdict, gate, client, account: account.settings, policy, now };

  const takeBack = (reason: string) => updateReply(db, reply.id, { state: "suppressed", reason });
  if (reply.expiresAt !== null && reply.expiresAt <= now) return takeBack(whyTooLate(reply));
  // Taken back first, so that it does not count as a reply that was sent before itself.
  takeBack("superseded");
  const decision = decideAbout(context, db, answerable);
  if (decision.kind === "suppressed") return takeBack(decision.suppression);
  if (decision.kind === "none") return takeBack("superseded");
  if (!saysTheSame(reply, decision)) return store(context, db, answerable, decision);
  const { subject, text } = decision;
  updateReply(db, reply.id, { state: "queued", reason: reply.reason, subject, text });
}

/** Why a reply whose truth has ended is not sent. */
export function whyTooLate(reply: StoredReply): "open-by-now" | "not-sent-in-time" {
  return reply.attempts === 0 ? "open-by-now" : "not-sent-in-time";
}

/** Safety replies are named by the instant at which they were decided, so their names say nothing here. */
function saysTheSame(reply: StoredReply, decision: ReplyDecision & { readonly kind: "send" }): boolean {
  if (decision.reply !== reply.kind || decision.to !== reply.recipient) return false;
  return reply.kind === "safety" || decision.key === reply.replyKey;
}

/** A fault of the app leaves a message without an answer, but never unstored or held. */
function decideAbout(context: PracticeContext, db: Database, answerable: Answerable): ReplyDecision {
  try {
    return decideWith(context, db, answerable);
  } catch (error) {
    context.log(`the answer to ${answerable.message.id} failed: ${faultName(error)}`);
    const reply = answerable.verdict.kind === "hold" ? "availability" : "safety";
    return { kind: "suppressed", reply, key: `fault:${answerable.message.id}`, suppression: "fault" };
  }
}

function decideWith({ words }: PracticeContext, db: Database, answerable: Answerable): ReplyDecision {
  return decideReply(gatherReplyFacts(db, words, answerable), answerable.policy);
}

function store({ newId }: PracticeContext, db: Database, answerable: Answerable, decision: ReplyDecision): void {
  if (decision.kind === "none") return;
  const { message, account, now } = answerable;
  const id = newId();
  const common = {
    id,
    messageId: message.id,
    accountId: message.accountId,
    kind: decision.reply,
    replyKey: decision.key,
    externalId: `<${id}@${account.address.slice(account.address.lastIndexOf("@") + 1)}>`,
    createdAt: now,
    attempts: 0,
    nextAttemptAt: now,
  };
  insertReply(
    db,
    decision.kind === "send"
      ? {
          ...common,
          state: "queued",
          recipient: decision.to,
          subject: decision.subject,
          text: decision.text,
          expiresAt: decision.expiresAt,
        }
      : {
          ...common,
          state: "suppressed",
          recipient: message.sender,
          subject: "",
          text: "",
          reason: decision.suppression,
          expiresAt: now,
        },
  );
}
