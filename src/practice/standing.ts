import { undelivered, type Undelivered } from "../domain/replies/undelivered.ts";
import { clientById } from "../store/clients.ts";
import type { Database } from "../store/database.ts";
import { type JudgedMessage, messageById, threadOf } from "../store/messages.ts";
import { lastSafetyReply, openSafetyReplies, replyTo, type StoredReply } from "../store/outbox.ts";
import { blockedSenders, senderOf } from "../store/senders.ts";

/** More than anybody could have left unsettled. */
const mostSettled = 10_000;

/** What holds for a message besides its verdict. */
export interface Standing {
  /** Its sender is blocked and it is no safety message: it stands apart, without a notification and uncounted. */
  readonly blocked: boolean;
  /** Its sender gets no automatic replies; told of unclear messages only. */
  readonly optedOut: boolean;
  /** That the safety reply reached nobody, and whether the therapist has dealt with it. */
  readonly undelivered: (Undelivered & { readonly settled: boolean }) | null;
}

export type StandingOf = (judged: JudgedMessage) => Standing;

/** Reads how messages stand; what holds for all of them is asked once. */
export function standings(db: Database): StandingOf {
  const blocked = new Set(blockedSenders(db).map(({ channel, address }) => `${channel}:${address}`));
  return ({ message, current }) => {
    const safety = current.verdict.rule === "safety";
    return {
      blocked: !safety && message.clientId === null && blocked.has(`${message.channel}:${message.sender}`),
      optedOut: isOptedOut(db, message),
      undelivered: safety ? undeliveredTo(db, message) : null,
    };
  };
}

function isOptedOut(db: Database, { keyword, clientId, channel, sender }: JudgedMessage["message"]): boolean {
  // Asked only where it matters: lists are long.
  if (keyword !== "unclear") return false;
  const client = clientId === null ? null : clientById(db, clientId);
  const optedOutAt = senderOf(db, channel, sender)?.optedOutAt ?? null;
  return client === null ? optedOutAt !== null : client.optedOut;
}

function undeliveredTo(db: Database, message: JudgedMessage["message"]): Standing["undelivered"] {
  const reply = replyTo(db, message.id);
  if (reply === null) return null;
  const found = undelivered(
    reply,
    reply.reason === "already-told" ? lastSafetyReply(db, addressesOf(db, message)) : null,
    {
      isClient: message.clientId !== null,
      hasAddress: message.sender !== "" && (message.channel !== "email" || message.envelope.returnPath !== null),
    },
  );
  return found === null ? null : { ...found, settled: reply.settledAt !== null };
}

const addressesOf = (db: Database, { clientId, sender }: JudgedMessage["message"]): readonly string[] => {
  const client = clientId === null ? null : clientById(db, clientId);
  return [sender, ...(client?.emails ?? [])];
};

/** The safety replies to the same person that reached nobody and are not settled yet. */
export function openSafetyRepliesBeside(db: Database, reply: StoredReply): StoredReply[] {
  const message = reply.messageId === null ? null : messageById(db, reply.messageId);
  if (message === null) return [];
  const thread = new Set(threadOf(db, message).map((judged) => judged.message.id));
  return openSafetyReplies(db, mostSettled).filter(({ messageId }) => messageId !== null && thread.has(messageId));
}
