import { and, asc, count, desc, eq, gt, gte, inArray, isNull, lte, max, min, ne, or, sql } from "drizzle-orm";
import { type ReplyKind, replyKinds, type Suppression } from "../domain/replies/reply.ts";
import { isNews, manyAttempts } from "../domain/replies/undelivered.ts";
import type { ReplyHistory } from "../domain/replies/reply-facts.ts";
import type { Instant } from "../domain/time/instant.ts";
import { tellAgain } from "./alerts.ts";
import type { Database } from "./database.ts";
import { outboxTable } from "./schema.ts";

export type StoredReply = typeof outboxTable.$inferSelect;

const automatic = inArray(outboxTable.kind, [...replyKinds]);

export function insertReply(db: Database, reply: typeof outboxTable.$inferInsert): void {
  db.insert(outboxTable).values(reply).run();
}

/**
 * What was answered by itself so far, for the reply rules. Suppressed replies do not count; refused ones do, but for when
 * one was last sent, so that a refused safety reply does not silence the next; what was written by hand never does. `addresses` are all those of one sender; what was queued after `until` is left out.
 */
export function replyHistory(db: Database, addresses: readonly string[], until?: Instant): ReplyHistory {
  const byThen = until === undefined ? undefined : lte(outboxTable.createdAt, until);
  const real = and(automatic, ne(outboxTable.state, "suppressed"), byThen);
  const toSender = inArray(outboxTable.recipient, [...addresses]);
  const numberOf = (since: Instant, ...more: Parameters<typeof and>) =>
    db
      .select({ n: count() })
      .from(outboxTable)
      .where(and(real, gte(outboxTable.createdAt, since), ...more))
      .get()?.n ?? 0;
  return {
    told: (key) =>
      db
        .select({ id: outboxTable.id })
        .from(outboxTable)
        .where(and(real, eq(outboxTable.replyKey, key)))
        .get() !== undefined,
    lastAt: (kind: ReplyKind) =>
      db
        .select({ at: outboxTable.createdAt })
        .from(outboxTable)
        .where(and(real, toSender, eq(outboxTable.kind, kind), ne(outboxTable.state, "failed")))
        .orderBy(desc(outboxTable.createdAt))
        .limit(1)
        .get()?.at ?? null,
    lastByHandAt: (addresses, now) =>
      db
        .select({ at: max(outboxTable.sentAt) })
        .from(outboxTable)
        .where(
          and(
            eq(outboxTable.kind, "by-hand"),
            eq(outboxTable.state, "sent"),
            lte(outboxTable.sentAt, now),
            inArray(outboxTable.recipient, [...addresses]),
          ),
        )
        .get()?.at ?? null,
    toSenderSince: (since) => numberOf(since, toSender),
    toAllSince: (since) => numberOf(since),
  };
}

/** The texts of the last `most` automatic replies to any of these addresses, newest first. */
export function repliesTo(db: Database, addresses: readonly string[], most: number): string[] {
  return db
    .select({ text: outboxTable.text })
    .from(outboxTable)
    .where(and(automatic, ne(outboxTable.state, "suppressed"), inArray(outboxTable.recipient, [...addresses])))
    .orderBy(desc(outboxTable.createdAt))
    .limit(most)
    .all()
    .map(({ text }) => text);
}

/**
 * The next queued reply whose turn has come, oldest first. None that is to leave now is ever put off beyond `farthest`, so
 * one that waits for a later instant was put off by a clock that has been set back since.
 */
export function nextQueued(db: Database, now: Instant, farthest: Instant): StoredReply | null {
  return (
    db
      .select()
      .from(outboxTable)
      .where(
        and(
          eq(outboxTable.state, "queued"),
          or(
            lte(outboxTable.nextAttemptAt, now),
            and(eq(outboxTable.timing, "now"), gt(outboxTable.nextAttemptAt, farthest)),
          ),
        ),
      )
      .orderBy(asc(outboxTable.nextAttemptAt), asc(outboxTable.createdAt))
      .limit(1)
      .get() ?? null
  );
}

/** When the outbox next has something to do; null when nothing is queued. */
export function nextAttempt(db: Database): Instant | null {
  return (
    db
      .select({ at: min(outboxTable.nextAttemptAt) })
      .from(outboxTable)
      .where(eq(outboxTable.state, "queued"))
      .get()?.at ?? null
  );
}

/** Changes a reply. Where it makes known that a safety reply reaches nobody, its message is told of once more. */
export function updateReply(db: Database, id: string, change: Partial<StoredReply>): void {
  const changed = db.update(outboxTable).set(change).where(eq(outboxTable.id, id)).returning().all();
  if (change.state !== undefined) tellOf(db, changed);
}

/** What the safety replies among these tell of the messages they answer. */
function tellOf(db: Database, replies: readonly StoredReply[]): void {
  const news = replies.filter(isNews).flatMap(({ messageId }) => (messageId === null ? [] : [messageId]));
  if (news.length > 0) tellAgain(db, news);
}

/**
 * Replies that a crash caught between `sending` and an answer: nobody can say whether they left. They become
 * `unconfirmed` and are never sent again by themselves (promise 4). Returns how many.
 */
export function confirmNothing(db: Database, reason: string): number {
  const changed = db
    .update(outboxTable)
    .set({ state: "unconfirmed", reason })
    .where(eq(outboxTable.state, "sending"))
    .returning()
    .all();
  tellOf(db, changed);
  return changed.length;
}

export function replyById(db: Database, id: string): StoredReply | null {
  return db.select().from(outboxTable).where(eq(outboxTable.id, id)).get() ?? null;
}

/** The last `most` automatic replies that were not suppressed, newest first. */
export function recentReplies(db: Database, most: number): StoredReply[] {
  return db
    .select()
    .from(outboxTable)
    .where(and(automatic, ne(outboxTable.state, "suppressed")))
    .orderBy(desc(outboxTable.createdAt), desc(outboxTable.id))
    .limit(most)
    .all();
}

/** Replies that did not go out, or may not have, and of which the therapist has not taken note. */
export function unsettledReplies(db: Database): StoredReply[] {
  return db
    .select()
    .from(outboxTable)
    .where(and(inArray(outboxTable.state, ["failed", "unconfirmed"]), isNull(outboxTable.settledAt)))
    .orderBy(desc(outboxTable.createdAt))
    .all();
}

/**
 * Lets what was tried in vain through a mailbox leave at once: whatever stood in its way may be gone. What was not tried yet
 * waits for an instant of its own.
 */
export function hurryReplies(db: Database, accountId: string, now: Instant): void {
  db.update(outboxTable)
    .set({ nextAttemptAt: now })
    .where(
      and(
        eq(outboxTable.state, "queued"),
        eq(outboxTable.timing, "now"),
        gt(outboxTable.attempts, 0),
        eq(outboxTable.accountId, accountId),
      ),
    )
    .run();
}

/**
 * The automatic reply to a message, or the reason for none; where there are several, the one stored last, whatever the clock
 * said.
 */
export function replyTo(db: Database, messageId: string): StoredReply | null {
  return (
    db
      .select()
      .from(outboxTable)
      .where(and(automatic, eq(outboxTable.messageId, messageId)))
      .orderBy(desc(sql`rowid`))
      .limit(1)
      .get() ?? null
  );
}

/** Takes back automatic replies of these kinds to these addresses that have not left yet. */
export function suppressQueued(
  db: Database,
  recipients: readonly string[],
  reason: Suppression,
  kinds: readonly ReplyKind[],
): void {
  const changed = db
    .update(outboxTable)
    .set({ state: "suppressed", reason })
    .where(
      and(
        inArray(outboxTable.kind, [...kinds]),
        eq(outboxTable.state, "queued"),
        inArray(outboxTable.recipient, [...recipients]),
      ),
    )
    .returning()
    .all();
  tellOf(db, changed);
}

/** The last safety reply that was meant for any of these addresses, whatever became of it; null when there was none. */
export function lastSafetyReply(db: Database, recipients: readonly string[]): StoredReply | null {
  return (
    db
      .select()
      .from(outboxTable)
      .where(
        and(
          eq(outboxTable.kind, "safety"),
          ne(outboxTable.state, "suppressed"),
          inArray(outboxTable.recipient, [...recipients]),
        ),
      )
      .orderBy(desc(sql`rowid`))
      .limit(1)
      .get() ?? null
  );
}

/** The newest `most` safety replies that have not reached anybody as far as is known, and of which nobody took note. */
export function openSafetyReplies(db: Database, most: number): StoredReply[] {
  return db
    .select()
    .from(outboxTable)
    .where(
      and(
        eq(outboxTable.kind, "safety"),
        isNull(outboxTable.settledAt),
        or(
          inArray(outboxTable.state, ["failed", "unconfirmed", "suppressed"]),
          and(eq(outboxTable.state, "queued"), gte(outboxTable.attempts, manyAttempts)),
        ),
      ),
    )
    .orderBy(desc(sql`rowid`))
    .limit(most)
    .all();
}

/** Did the therapist write to any of these addresses, or have something sent there, since `since`? */
export function wroteSince(db: Database, recipients: readonly string[], since: Instant): boolean {
  const row = db
    .select({ id: outboxTable.id })
    .from(outboxTable)
    .where(
      and(
        inArray(outboxTable.kind, ["by-hand", "notice"]),
        gte(outboxTable.sentAt, since),
        inArray(outboxTable.recipient, [...recipients]),
      ),
    )
    .get();
  return row !== undefined;
}
