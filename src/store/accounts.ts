import { and, asc, eq, isNull } from "drizzle-orm";
import type { MailboxCursor } from "../channels/channel.ts";
import { type EmailAccount, emailAccountSchema } from "../channels/email/account.ts";
import type { Instant } from "../domain/time/instant.ts";
import type { Database } from "./database.ts";
import { accountTable, cursorTable } from "./schema.ts";

/** A connected mailbox. */
export interface StoredAccount {
  readonly id: string;
  readonly settings: EmailAccount;
  readonly createdAt: Instant;
}

/** The mailboxes in use. */
export function activeAccounts(db: Database): StoredAccount[] {
  return db
    .select()
    .from(accountTable)
    .where(isNull(accountTable.removedAt))
    .orderBy(asc(accountTable.createdAt))
    .all()
    .map(toAccount);
}

/** A mailbox, also one that was disconnected since. */
export function accountById(db: Database, id: string): StoredAccount | null {
  const row = db.select().from(accountTable).where(eq(accountTable.id, id)).get();
  return row === undefined ? null : toAccount(row);
}

export function insertAccount(db: Database, id: string, settings: EmailAccount, now: Instant): void {
  db.insert(accountTable).values({ id, channel: "email", settings, createdAt: now, removedAt: null }).run();
}

export function updateAccount(db: Database, id: string, settings: EmailAccount): void {
  db.update(accountTable).set({ settings }).where(eq(accountTable.id, id)).run();
}

/** Disconnects a mailbox and forgets its password; its messages stay. */
export function removeAccount(db: Database, account: StoredAccount, now: Instant): void {
  db.update(accountTable)
    .set({ removedAt: now, settings: { ...account.settings, password: "removed" } })
    .where(eq(accountTable.id, account.id))
    .run();
}

export function readCursor(db: Database, accountId: string, mailbox: string): MailboxCursor | null {
  const row = db
    .select()
    .from(cursorTable)
    .where(and(eq(cursorTable.accountId, accountId), eq(cursorTable.mailbox, mailbox)))
    .get();
  return row === undefined ? null : { uidValidity: row.uidValidity, lastUid: row.lastUid };
}

export function writeCursor(db: Database, accountId: string, mailbox: string, cursor: MailboxCursor): void {
  db.insert(cursorTable)
    .values({ accountId, mailbox, ...cursor })
    .onConflictDoUpdate({ target: [cursorTable.accountId, cursorTable.mailbox], set: cursor })
    .run();
}

function toAccount(row: typeof accountTable.$inferSelect): StoredAccount {
  return { id: row.id, createdAt: row.createdAt, settings: emailAccountSchema.parse(row.settings) };
}
