import { and, asc, count, eq, gte, inArray, isNotNull, lt, ne, sql } from "drizzle-orm";
import { replyKinds } from "../domain/replies/reply.ts";
import type { Past, PastByHand, PastMessage, PastReply, PastSender } from "../domain/replay/past.ts";
import type { Instant, Interval } from "../domain/time/instant.ts";
import type { Database } from "./database.ts";
import { keywordThen } from "./keywords.ts";
import { accountTable, doNotDisturbTable, messageTable, outboxTable, senderTable } from "./schema.ts";

const seenWithin = ({ start, end }: Interval) => and(gte(messageTable.storedAt, start), lt(messageTable.storedAt, end));

/** How many messages the app first saw within a range. */
export function countSeen(db: Database, range: Interval): number {
  return db.select({ n: count() }).from(messageTable).where(seenWithin(range)).get()?.n ?? 0;
}

/** A message of the past, and how it is named on the screens. */
export interface SeenMessage {
  readonly message: PastMessage;
  readonly senderName: string;
}

/** The messages that the app first saw within a range, in that order. */
export function messagesSeen(db: Database, range: Interval): SeenMessage[] {
  return db
    .select({
      senderName: messageTable.senderName,
      message: {
        id: messageTable.id,
        channel: messageTable.channel,
        sender: messageTable.sender,
        clientId: messageTable.clientId,
        subject: messageTable.subject,
        text: messageTable.text,
        envelope: messageTable.envelope,
        unreadable: messageTable.unreadable,
        keyword: messageTable.keyword,
        settledAt: messageTable.keywordSettledAt,
        receivedAt: messageTable.receivedAt,
        seenAt: messageTable.storedAt,
      },
    })
    .from(messageTable)
    .where(seenWithin(range))
    .orderBy(asc(messageTable.storedAt), asc(messageTable.receivedAt))
    .all()
    .map(({ senderName, message }) => ({
      senderName,
      message: { ...message, keyword: keywordThen(message.keyword, message.settledAt) },
    }));
}

/** The automatic replies that were queued within a range and not suppressed, oldest first. */
export function repliesQueued(db: Database, { start, end }: Interval): PastReply[] {
  return db
    .select()
    .from(outboxTable)
    .where(
      and(
        inArray(outboxTable.kind, [...replyKinds]),
        ne(outboxTable.state, "suppressed"),
        gte(outboxTable.createdAt, start),
        lt(outboxTable.createdAt, end),
      ),
    )
    .orderBy(asc(outboxTable.createdAt))
    .all()
    .flatMap(({ kind, replyKey, recipient, text, createdAt }) => {
      const known = replyKinds.find((one) => one === kind);
      return known === undefined ? [] : { key: replyKey, recipient, text, kind: known, at: createdAt };
    });
}

/** What was written by hand and left within a range. */
export function sentByHand(db: Database, { start, end }: Interval): PastByHand[] {
  return db
    .select({ recipient: outboxTable.recipient, at: outboxTable.sentAt })
    .from(outboxTable)
    .where(and(eq(outboxTable.kind, "by-hand"), gte(outboxTable.sentAt, start), lt(outboxTable.sentAt, end)))
    .all()
    .flatMap(({ recipient, at }) => (at === null ? [] : { recipient, at }));
}

/** Every stretch of do-not-disturb, in the order in which they were switched on. */
export function allDoNotDisturb(db: Database): Past["doNotDisturb"] {
  return db
    .select({ start: doNotDisturbTable.start, end: doNotDisturbTable.end })
    .from(doNotDisturbTable)
    .orderBy(asc(doNotDisturbTable.start))
    .all();
}

/** Addresses that are blocked, and those of senders who are no clients and asked for no automatic replies. */
export function markedSenders(db: Database): { readonly blocked: PastSender[]; readonly optedOut: PastSender[] } {
  const since = (column: typeof senderTable.blockedAt | typeof senderTable.optedOutAt) =>
    db
      .select({ channel: senderTable.channel, address: senderTable.address, since: column })
      .from(senderTable)
      .where(isNotNull(column))
      .all()
      .flatMap(({ channel, address, since: at }) => (at === null ? [] : { channel, address, since: at }));
  return { blocked: since(senderTable.blockedAt), optedOut: since(senderTable.optedOutAt) };
}

/** The addresses of all mailboxes with their aliases, also of those disconnected since. */
export function addressesEver(db: Database): string[] {
  return db
    .select({ settings: accountTable.settings })
    .from(accountTable)
    .all()
    .flatMap(({ settings: { address, aliases } }) => [address, ...aliases]);
}

/** What first switched automatic replies to each client off or on since an instant: their words, or how they were taken. */
export function firstOptOuts(db: Database, since: Instant): Map<string, "opt-out" | "opt-in"> {
  const obeyedAt = sql`coalesce(${messageTable.keywordSettledAt}, ${messageTable.storedAt})`;
  const rows = db
    .select({ clientId: messageTable.clientId, keyword: messageTable.keyword })
    .from(messageTable)
    .where(
      and(gte(obeyedAt, since), inArray(messageTable.keyword, ["opt-out", "opt-in"]), isNotNull(messageTable.clientId)),
    )
    .orderBy(asc(obeyedAt))
    .all();
  const first = new Map<string, "opt-out" | "opt-in">();
  for (const { clientId, keyword } of rows) {
    if (clientId === null || (keyword !== "opt-out" && keyword !== "opt-in")) continue;
    if (!first.has(clientId)) first.set(clientId, keyword);
  }
  return first;
}
