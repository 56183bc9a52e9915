import { and, asc, eq, gte, lt, ne, sql } from "drizzle-orm";
import { type Arrangements, arrangementsSchema, type VacationDraft } from "../domain/vacation/arrangements.ts";
import type { Instant, Interval } from "../domain/time/instant.ts";
import type { Database } from "./database.ts";
import { type JudgedMessage, judgedMessages } from "./messages.ts";
import type { StoredReply } from "./outbox.ts";
import { messageTable, outboxTable, vacationTable } from "./schema.ts";

/** A vacation, planned or being planned; its id is that of its closure. */
export interface StoredVacation extends Arrangements {
  readonly id: string;
  readonly createdAt: Instant;
  readonly endedAt: Instant | null;
}

/** A vacation that is being planned, changed or told of. */
export interface DraftedVacation extends StoredVacation {
  readonly draft: VacationDraft;
}

export function allVacations(db: Database): StoredVacation[] {
  return db.select().from(vacationTable).orderBy(asc(vacationTable.createdAt)).all().map(read);
}

export function vacationById(db: Database, id: string): StoredVacation | null {
  const row = db.select().from(vacationTable).where(eq(vacationTable.closureId, id)).get();
  return row === undefined ? null : read(row);
}

/** Stores a vacation as it now is: new, or in place of what was there. */
export function putVacation(db: Database, { id, createdAt, endedAt, draft, plan }: StoredVacation): void {
  const row = { createdAt, endedAt, arrangements: { draft, plan } };
  db.insert(vacationTable)
    .values({ closureId: id, ...row })
    .onConflictDoUpdate({ target: vacationTable.closureId, set: row })
    .run();
}

export function removeVacation(db: Database, id: string): void {
  db.delete(vacationTable).where(eq(vacationTable.closureId, id)).run();
}

/** The name of a notice: one client gets one of each revision of a vacation, whatever its words are. */
export const noticeKey = (vacationId: string, clientId: string, revision: number): string =>
  `${prefixOf(vacationId)}${clientId}:${revision}`;

const prefixOf = (vacationId: string): string => `notice:${vacationId}:`;

/** The revision that a notice tells of. */
export const revisionOf = ({ replyKey }: StoredReply): number => Number(replyKey.slice(replyKey.lastIndexOf(":") + 1));

/** The vacation that a notice tells of. */
export const vacationIdOf = ({ replyKey }: StoredReply): string =>
  // What follows are the client and the revision.
  replyKey.slice("notice:".length).split(":").slice(0, -2).join(":");

/** Notices of a vacation that were not taken back, oldest first. */
export function noticesOf(db: Database, vacationId: string): StoredReply[] {
  const prefix = prefixOf(vacationId);
  return db
    .select()
    .from(outboxTable)
    .where(
      and(
        eq(outboxTable.kind, "notice"),
        ne(outboxTable.state, "suppressed"),
        sql`substr(${outboxTable.replyKey}, 1, ${prefix.length}) = ${prefix}`,
      ),
    )
    .orderBy(asc(outboxTable.createdAt), asc(sql`rowid`))
    .all();
}

/** The messages that came in during a stretch of time, oldest first. */
export function receivedIn(db: Database, { start, end }: Interval): JudgedMessage[] {
  return judgedMessages(db, and(gte(messageTable.receivedAt, start), lt(messageTable.receivedAt, end)));
}

function read({ closureId, createdAt, endedAt, arrangements }: typeof vacationTable.$inferSelect): StoredVacation {
  return { id: closureId, createdAt, endedAt, ...arrangementsSchema.parse(arrangements) };
}
