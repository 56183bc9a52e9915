import { and, asc, count, desc, eq } from "drizzle-orm";
import { type LetterInLanguages, letterInLanguagesSchema } from "../domain/communication-policy/letter.ts";
import type { Instant } from "../domain/time/instant.ts";
import type { Database } from "./database.ts";
import { acknowledgementTable, editionTable } from "./schema.ts";

/** The communication policy as it was given to clients. It is never changed. */
export interface Edition {
  /** Counts from 1. */
  readonly number: number;
  readonly policyVersion: number;
  readonly issuedAt: Instant;
  readonly document: LetterInLanguages;
}

export type Acknowledgement = typeof acknowledgementTable.$inferSelect;

/** Every edition, the newest first. */
export function allEditions(db: Database): Edition[] {
  return db.select().from(editionTable).orderBy(desc(editionTable.number)).all().map(read);
}

/** Keeps the next edition and returns its number. */
export function addEdition(db: Database, edition: Omit<Edition, "number">): number {
  return db.insert(editionTable).values(edition).returning({ number: editionTable.number }).get().number;
}

/** Takes back an edition that nobody has acknowledged; says whether there was one. */
export function removeEdition(db: Database, number: number): boolean {
  if (acknowledgementsOf(db, number) > 0) return false;
  return db.delete(editionTable).where(eq(editionTable.number, number)).run().changes > 0;
}

/** How many clients have acknowledged an edition. */
export function acknowledgementsOf(db: Database, edition: number): number {
  return (
    db.select({ n: count() }).from(acknowledgementTable).where(eq(acknowledgementTable.edition, edition)).get()?.n ?? 0
  );
}

/** Who acknowledged which edition and when, by edition. */
export function allAcknowledgements(db: Database): Acknowledgement[] {
  return db.select().from(acknowledgementTable).orderBy(asc(acknowledgementTable.edition)).all();
}

/** A client acknowledges an edition once; said again, the last word on when counts. */
export function putAcknowledgement(db: Database, acknowledgement: Acknowledgement): void {
  db.insert(acknowledgementTable)
    .values(acknowledgement)
    .onConflictDoUpdate({
      target: [acknowledgementTable.clientId, acknowledgementTable.edition],
      set: { acknowledgedAt: acknowledgement.acknowledgedAt },
    })
    .run();
}

/** Takes back what was recorded; says whether there was anything. */
export function removeAcknowledgement(db: Database, clientId: string, edition: number): boolean {
  const one = and(eq(acknowledgementTable.clientId, clientId), eq(acknowledgementTable.edition, edition));
  return db.delete(acknowledgementTable).where(one).run().changes > 0;
}

function read({ document, ...row }: typeof editionTable.$inferSelect): Edition {
  return { ...row, document: letterInLanguagesSchema.parse(document) };
}
