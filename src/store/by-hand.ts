import { and, asc, eq, inArray, ne, or } from "drizzle-orm";
import type { Instant } from "../domain/time/instant.ts";
import type { Database } from "./database.ts";
import { inThreadOf, type StoredMessage } from "./messages.ts";
import type { StoredReply } from "./outbox.ts";
import { draftTable, messageTable, outboxTable } from "./schema.ts";

/** What is being written in answer to a message; `""` when nothing is. */
export function draftOf(db: Database, messageId: string): string {
  return (
    db.select({ text: draftTable.text }).from(draftTable).where(eq(draftTable.messageId, messageId)).get()?.text ?? ""
  );
}

/** Keeps what is being written; an empty draft is none. */
export function keepDraft(db: Database, messageId: string, text: string, now: Instant): void {
  if (text.trim() === "") {
    db.delete(draftTable).where(eq(draftTable.messageId, messageId)).run();
    return;
  }
  db.insert(draftTable)
    .values({ messageId, text, writtenAt: now })
    .onConflictDoUpdate({ target: draftTable.messageId, set: { text, writtenAt: now } })
    .run();
}

/**
 * How often the draft of a message was replaced by something else than typing: it was sent, taken back, or taken up again after
 * it was sent in vain. What is kept under an earlier turn is out of date.
 */
export function draftTurn(db: Database, messageId: string): number {
  return db
    .select({ state: outboxTable.state, settledAt: outboxTable.settledAt })
    .from(outboxTable)
    .where(and(eq(outboxTable.kind, "by-hand"), eq(outboxTable.messageId, messageId)))
    .all()
    .reduce((turn, { state, settledAt }) => turn + (state === "suppressed" || settledAt !== null ? 2 : 1), 0);
}

/** Everything that was sent, or is to be sent, to whoever wrote a message; oldest first. */
export function repliesInThread(db: Database, message: StoredMessage): StoredReply[] {
  const answers = inArray(
    outboxTable.messageId,
    db.select({ id: messageTable.id }).from(messageTable).where(inThreadOf(message)),
  );
  return db
    .select()
    .from(outboxTable)
    .where(
      and(
        ne(outboxTable.state, "suppressed"),
        message.clientId === null ? answers : or(answers, eq(outboxTable.clientId, message.clientId)),
      ),
    )
    .orderBy(asc(outboxTable.createdAt))
    .all();
}

/** What was written by hand and has not left, in the order in which it leaves. */
export function waitingByHand(db: Database): StoredReply[] {
  return db
    .select()
    .from(outboxTable)
    .where(and(eq(outboxTable.kind, "by-hand"), eq(outboxTable.state, "queued")))
    .orderBy(asc(outboxTable.nextAttemptAt), asc(outboxTable.createdAt))
    .all();
}

/** What leaves when the practice opens. */
export function waitingForOpening(db: Database): StoredReply[] {
  return db
    .select()
    .from(outboxTable)
    .where(and(eq(outboxTable.timing, "opening"), eq(outboxTable.state, "queued")))
    .orderBy(asc(outboxTable.createdAt))
    .all();
}
