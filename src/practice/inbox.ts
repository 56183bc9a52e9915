import { surface } from "../domain/gate/verdict.ts";
import { endAlerts } from "../store/alerts.ts";
import { clientById, updateClient } from "../store/clients.ts";
import { addVerdict, judgedMessage, threadOf, unlinkedMessages, updateMessage } from "../store/messages.ts";
import { replyById, updateReply } from "../store/outbox.ts";
import { currentPolicy } from "../store/policies.ts";
import { linkingOf } from "./answer-addresses.ts";
import type { PracticeContext } from "./context.ts";
import { decideHeldAgain } from "./decide-again.ts";
import { gatherFacts, gatherMoment } from "./facts.ts";
import { inboxList, namesIn } from "./inbox-list.ts";
import { done, refused } from "./outcome.ts";
import type { InboxService } from "./message-services.ts";
import type { MailboxService } from "./practice.ts";
import { presentMessage } from "./present.ts";
import { openSafetyRepliesBeside, standings } from "./standing.ts";
import { takeOver } from "./opting-out.ts";
import { today } from "./today.ts";
import type { MessageDetail } from "./message-views.ts";
import type { Wake } from "./wake.ts";
import { why } from "./why.ts";

const gone = () => refused("This message is not there.");

/** Reading the inbox, and what the therapist does with one message. */
export function inboxService(context: PracticeContext, wake: Wake, mailboxes: MailboxService): InboxService {
  const { db, clock, newId } = context;

  return {
    today: () => today(context, mailboxes),
    list: () => inboxList(context),
    open: (id) => detail(context, id),

    markRead(id, read) {
      if (judgedMessage(db, id) === null) return gone();
      // What is to be read again is not put off.
      updateMessage(db, id, read ? { readAt: clock.now() } : { readAt: null, snoozedUntil: null });
      if (read) endAlerts(db, id);
      context.changed("messages", "light");
      return done(null);
    },

    surfaceNow(id) {
      const judged = judgedMessage(db, id);
      if (judged === null) return gone();
      if (judged.current.verdict.kind === "surface") return done(null);
      db.transaction((transaction) => {
        const now = clock.now();
        const { version, policy } = currentPolicy(transaction);
        addVerdict(transaction, {
          id: newId(),
          messageId: id,
          decidedAt: now,
          verdict: surface("by-hand", "by-hand"),
          policyVersion: version,
          facts: gatherFacts(transaction, policy, gatherMoment(transaction, policy, now), {
            ...judged.message,
            client: judged.message.clientId === null ? null : clientById(transaction, judged.message.clientId),
          }),
        });
        updateMessage(transaction, id, { notifiedAt: now });
      });
      context.changed("messages", "light");
      return done(null);
    },

    archive(id, archived) {
      const judged = judgedMessage(db, id);
      if (judged === null) return gone();
      if (archived && judged.current.verdict.kind === "hold")
        return refused("A held message has not been read yet. Surface it first.");
      updateMessage(db, id, { archivedAt: archived ? clock.now() : null, snoozedUntil: null });
      context.changed("messages", "light");
      return done(null);
    },

    linkToClient(id, clientId) {
      const message = judgedMessage(db, id)?.message;
      const client = clientById(db, clientId);
      if (message === undefined) return gone();
      if (client === null) return refused("This client is not there.", "clientId");
      if (message.clientId !== null) return refused("The sender is a client already.");
      if (message.sender === "") return refused("The mail names no sender.");
      const { possible, note } = linkingOf(db, message);
      if (!possible) return refused(note ?? "");
      db.transaction((transaction) => {
        const linked = { ...client, emails: [...client.emails, message.sender] };
        updateClient(transaction, takeOver(transaction, linked, client, clock.now()));
        for (const unlinked of unlinkedMessages(transaction, message.channel, message.sender)) {
          updateMessage(transaction, unlinked.message.id, { clientId });
        }
        decideHeldAgain(context, transaction);
      });
      context.changed("messages", "clients", "light");
      void wake.now();
      return done(null);
    },

    settleReply(replyId) {
      const reply = replyById(db, replyId);
      if (reply === null) return refused("This reply is not there.");
      const settling = reply.kind === "safety" ? openSafetyRepliesBeside(db, reply) : [reply];
      if (!settling.some(({ kind, state }) => kind === "safety" || state === "failed" || state === "unconfirmed"))
        return refused("There is nothing to settle.");
      for (const { id } of settling) updateReply(db, id, { settledAt: clock.now() });
      context.changed("replies");
      return done(null);
    },
  };
}

function detail({ db, clock }: PracticeContext, id: string): MessageDetail | null {
  const judged = judgedMessage(db, id);
  if (judged === null) return null;
  const names = namesIn(db);
  const standingOf = standings(db);
  const { message } = judged;
  return {
    ...presentMessage(judged, names, standingOf(judged)),
    text: message.text,
    unreadable: message.unreadable,
    attachments: message.attachments,
    linking: linkingOf(db, message),
    why: why(db, judged, names, clock.now()),
    thread: threadOf(db, message).map((one) => ({
      ...presentMessage(one, names, standingOf(one)),
      text: one.message.readAt === null && one.current.verdict.kind === "surface" ? one.message.text : null,
    })),
  };
}
