import type { ChannelKind } from "../domain/message/inbound.ts";
import { clientById } from "../store/clients.ts";
import { accountById } from "../store/accounts.ts";
import type { Database } from "../store/database.ts";
import { type JudgedMessage, judgedMessage, unlinkedMessages, updateMessage, verdictsOf } from "../store/messages.ts";
import { suppressQueued } from "../store/outbox.ts";
import { currentPolicy } from "../store/policies.ts";
import { noteSender, senderOf } from "../store/senders.ts";
import type { PracticeContext } from "./context.ts";
import { decideTheseAgain } from "./decide-again.ts";
import type { BlockingService } from "./message-services.ts";
import { done, refused } from "./outcome.ts";
import { queueReply } from "./reply-queue.ts";
import type { Wake } from "./wake.ts";

/** Marking senders as spam. Their messages stand apart, without a word, but for those that surface for safety (FIELD C2). */
export function blockingService(context: PracticeContext, wake: Wake): BlockingService {
  const { db, clock } = context;
  const told = () => {
    context.changed("messages", "replies", "light");
    void wake.now();
  };
  return {
    block(messageId) {
      const message = judgedMessage(db, messageId)?.message;
      if (message === undefined) return refused("This message is not there.");
      if (message.clientId !== null)
        return refused("Clients are not blocked: a message of theirs could be missed. Archive the client instead.");
      if (message.sender === "") return refused("The message names no sender.");
      const { channel, sender: address } = message;
      db.transaction((transaction) => {
        noteSender(transaction, channel, address, { blockedAt: clock.now() });
        suppressQueued(transaction, [address], "blocked", ["availability", "opt-out", "opt-in"]);
        decideTheseAgain(context, transaction, ofSender(transaction, channel, address).filter(isHeld));
      });
      told();
      return done({ channel, address });
    },

    unblock(channel, address) {
      const blockedAt = senderOf(db, channel, address)?.blockedAt ?? null;
      if (blockedAt === null) return refused("This sender is not blocked.");
      db.transaction((transaction) => {
        noteSender(transaction, channel, address, { blockedAt: null });
        const waiting = ofSender(transaction, channel, address).filter((judged) =>
          waited(transaction, judged, clock.now()),
        );
        decideTheseAgain(context, transaction, waiting);
        for (const { message } of waiting) {
          // Nobody was told of it while its sender was blocked; at its release somebody is.
          updateMessage(transaction, message.id, { notifiedAt: null });
          answerAfterAll(context, transaction, message.id);
        }
      });
      told();
      return done(null);
    },
  };
}

const ofSender = (db: Database, channel: ChannelKind, address: string) => unlinkedMessages(db, channel, address);

const isHeld = ({ current }: JudgedMessage): boolean => current.verdict.kind === "hold";

/** Would it still be held, had the sender not been blocked? What came in meanwhile is simply in the inbox. */
function waited(db: Database, { message, current }: JudgedMessage, now: number): boolean {
  if (current.verdict.rule !== "blocked") return false;
  const before = verdictsOf(db, message.id).at(-2)?.verdict;
  return before?.kind === "hold" && before.until > now;
}

/** The answer that blocking took back is decided about anew. */
function answerAfterAll(context: PracticeContext, db: Database, messageId: string): void {
  const judged = judgedMessage(db, messageId);
  if (judged === null || !isHeld(judged)) return;
  const { message, current } = judged;
  const account = accountById(db, message.accountId);
  if (account === null) return;
  queueReply(context, db, {
    message,
    verdict: current.verdict,
    gate: current.facts,
    client: message.clientId === null ? null : clientById(db, message.clientId),
    account: account.settings,
    policy: currentPolicy(db).policy,
    now: context.clock.now(),
  });
}
