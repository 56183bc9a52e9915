import { and, isNotNull, lte, min } from "drizzle-orm";
import type { Instant } from "../domain/time/instant.ts";
import type { Database } from "./database.ts";
import { messageTable } from "./schema.ts";

/** Brings back what is due, as if it had just surfaced: unread, and to be told of once. Returns the ids. */
export function endSnoozes(db: Database, now: Instant): string[] {
  return db
    .update(messageTable)
    .set({ snoozedUntil: null, readAt: null, notifiedAt: null, alerts: 0 })
    .where(and(isNotNull(messageTable.snoozedUntil), lte(messageTable.snoozedUntil, now)))
    .returning({ id: messageTable.id })
    .all()
    .map(({ id }) => id);
}

/** When the next snoozed message comes back; null when none is snoozed. */
export function nextSnoozeEnd(db: Database): Instant | null {
  return (
    db
      .select({ at: min(messageTable.snoozedUntil) })
      .from(messageTable)
      .get()?.at ?? null
  );
}
