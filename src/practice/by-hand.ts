import { factsOfMoment } from "../domain/gate/moment.ts";
import { practiceLight } from "../domain/light.ts";
import { takeBackFor } from "../domain/replies/leaving.ts";
import { day, type Instant } from "../domain/time/instant.ts";
import { activeAccounts, accountById, type StoredAccount } from "../store/accounts.ts";
import { draftOf, draftTurn, keepDraft, repliesInThread } from "../store/by-hand.ts";
import { clientById } from "../store/clients.ts";
import type { Database } from "../store/database.ts";
import { messageById, type StoredMessage } from "../store/messages.ts";
import { insertReply, replyById, updateReply } from "../store/outbox.ts";
import { currentPolicy } from "../store/policies.ts";
import { senderOf } from "../store/senders.ts";
import { answerAddresses, isMailAddress } from "./answer-addresses.ts";
import type { AnsweringView, ComposerView, LeavingTime } from "./by-hand-views.ts";
import type { PracticeContext } from "./context.ts";
import { gatherMoment } from "./facts.ts";
import { namesIn } from "./inbox-list.ts";
import { openingFor } from "./leaving-at-opening.ts";
import type { ByHandService } from "./message-services.ts";
import { done, type Outcome, refused } from "./outcome.ts";
import { presentThreadReply } from "./present-by-hand.ts";
import type { Wake } from "./wake.ts";

/** A reply can be put off for so long. */
const longestDelay = 366 * day;

const sentAllTheSame = "They asked for no automatic messages. What you write yourself is sent all the same.";

const gone = () => refused("This message is not there.");

/** Answering by hand: what the therapist writes to one person, and when it leaves. */
export function byHandService(context: PracticeContext, wake: Wake): ByHandService {
  const { db, clock, newId } = context;

  /** Puts words into the composer of their message, above what stands there already. */
  const backIntoComposer = (transaction: Database, messageId: string | null, text: string) => {
    if (messageId === null) return;
    const draft = draftOf(transaction, messageId);
    keepDraft(transaction, messageId, draft === "" ? text : `${text}\n\n${draft}`, clock.now());
  };

  return {
    open: (messageId) => view(context, messageId),

    keepDraft(messageId, text, turn) {
      if (messageById(db, messageId) === null) return gone();
      if (turn !== draftTurn(db, messageId)) return done({ kept: false });
      keepDraft(db, messageId, text, clock.now());
      return done({ kept: true });
    },

    send({ messageId, text, to, leaves }) {
      const message = messageById(db, messageId);
      if (message === null) return gone();
      const composer = composerFor(db, message);
      if (!composer.ready) return refused(composer.sentence);
      const account = accountToAnswerFrom(db, message);
      if (account === null) throw new Error(`A composer without a mailbox: ${messageId}`);
      if (text.trim() === "") return refused("There is nothing to send yet.", "text");
      if (!composer.addresses.includes(to)) return refused("This is not one of the client's addresses.", "to");
      const now = clock.now();
      const instant = whenItLeaves(db, leaves, now);
      if (!instant.ok) return instant;
      const replyId = newId();
      const nextAttemptAt = Math.max(instant.value, now + takeBackFor);
      const { address } = account.settings;
      db.transaction((transaction) => {
        insertReply(transaction, {
          id: replyId,
          messageId,
          clientId: message.clientId,
          accountId: account.id,
          kind: "by-hand",
          timing: leaves.kind,
          state: "queued",
          recipient: to,
          replyKey: `by-hand:${replyId}`,
          subject: composer.subject,
          text: text.trimEnd(),
          externalId: `<${replyId}@${address.slice(address.lastIndexOf("@") + 1)}>`,
          createdAt: now,
          attempts: 0,
          nextAttemptAt,
        });
        keepDraft(transaction, messageId, "", now);
      });
      context.changed("replies");
      void wake.now();
      return done({ replyId, leavesAt: nextAttemptAt });
    },

    takeBack(replyId) {
      const reply = replyById(db, replyId);
      if (reply?.kind !== "by-hand" || reply.state === "suppressed")
        return refused("This reply is not there any more.");
      if (reply.state !== "queued") return refused("It has left already and cannot be taken back.");
      db.transaction((transaction) => {
        updateReply(transaction, replyId, { state: "suppressed", reason: "You took it back." });
        backIntoComposer(transaction, reply.messageId, reply.text);
      });
      context.changed("replies");
      return done({ messageId: reply.messageId });
    },

    writeAgain(replyId) {
      const reply = replyById(db, replyId);
      const inVain = reply?.state === "failed" || reply?.state === "unconfirmed";
      if (reply?.kind !== "by-hand" || !inVain || reply.settledAt !== null)
        return refused("There is nothing to write again.");
      db.transaction((transaction) => {
        updateReply(transaction, replyId, { settledAt: clock.now() });
        backIntoComposer(transaction, reply.messageId, reply.text);
      });
      context.changed("replies");
      return done({ messageId: reply.messageId });
    },
  };
}

function view({ db, clock }: PracticeContext, messageId: string): AnsweringView | null {
  const message = messageById(db, messageId);
  if (message === null) return null;
  const now = clock.now();
  const { policy } = currentPolicy(db);
  const { state } = practiceLight(policy, factsOfMoment(gatherMoment(db, policy, now)));
  const opening = openingFor(db, now);
  const names = namesIn(db);
  return {
    composer: composerFor(db, message),
    draft: draftOf(db, messageId),
    turn: draftTurn(db, messageId),
    byDefault: state === "open" || opening === null ? "now" : "opening",
    opening,
    latest: now + longestDelay,
    replies: repliesInThread(db, message).map((reply) => presentThreadReply(db, reply, names)),
  };
}

function composerFor(db: Database, message: StoredMessage): ComposerView {
  if (message.sender === "") return { ready: false, sentence: "The mail names no sender, so it cannot be answered." };
  if (!isMailAddress(message.sender))
    return { ready: false, sentence: "The sender's address cannot be used for mail, so it cannot be answered." };
  const account = accountToAnswerFrom(db, message);
  if (account === null)
    return { ready: false, sentence: "No mailbox is connected, so nothing can be sent. Connect one under Settings." };
  const client = message.clientId === null ? null : clientById(db, message.clientId);
  const optedOut = client?.optedOut ?? (senderOf(db, message.channel, message.sender)?.optedOutAt ?? null) !== null;
  const { addresses, note } = answerAddresses(db, message, client);
  return {
    ready: true,
    from: account.settings.address,
    addresses,
    subject: answering(message.subject),
    note: optedOut ? `${note === null ? "" : `${note} `}${sentAllTheSame}` : note,
  };
}

/** The mailbox the message came to, or, when that was disconnected, the one that is in use now. */
function accountToAnswerFrom(db: Database, message: StoredMessage): StoredAccount | null {
  const active = activeAccounts(db);
  const former = accountById(db, message.accountId)?.settings.address;
  return (
    active.find(({ id }) => id === message.accountId) ??
    active.find(({ settings }) => settings.address === former) ??
    active[0] ??
    null
  );
}

/** RFC 5322 3.6.5: one "Re: " however long the conversation is. */
function answering(subject: string): string {
  return /^re:/i.test(subject.trim()) ? subject.trim() : `Re: ${subject.trim()}`.trim();
}

function whenItLeaves(db: Database, leaves: LeavingTime, now: Instant): Outcome<Instant> {
  switch (leaves.kind) {
    case "now":
      return done(now);
    case "opening": {
      const opening = openingFor(db, now, leaves.shown);
      return opening === null
        ? refused("No message hours are in sight. Please choose a time.", "leaves")
        : done(opening);
    }
    case "at":
      if (leaves.at <= now) return refused("Choose a time that is still to come.", "at");
      return leaves.at > now + longestDelay ? refused("Choose a time within a year.", "at") : done(leaves.at);
    default:
      return leaves satisfies never;
  }
}
