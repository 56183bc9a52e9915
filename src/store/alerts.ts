import { and, eq, gt, inArray, isNotNull, isNull, lte, min, or, sql } from "drizzle-orm";
import { type Instant, minute } from "../domain/time/instant.ts";
import type { Database } from "./database.ts";
import { judgedMessages, type JudgedMessage } from "./messages.ts";
import { messageTable } from "./schema.ts";

/** How often the notification of a safety phrase is repeated (policy.gate.safetyRepeat). */
export interface Repeat {
  readonly minutes: number;
  readonly times: number;
}

/** The therapist was told of them for safety, and nobody has opened them since. */
const unopened = and(
  isNotNull(messageTable.alertedAt),
  isNull(messageTable.readAt),
  isNull(messageTable.archivedAt),
  isNull(messageTable.snoozedUntil),
);

/** Safety messages that nobody opened for so long that they are told of again, while there are repeats left. */
export function dueAlerts(db: Database, { minutes, times }: Repeat, now: Instant): JudgedMessage[] {
  return judgedMessages(
    db,
    and(
      unopened,
      lte(messageTable.alerts, times),
      // One told of in the future was told of by a clock that has been set back since.
      or(lte(messageTable.alertedAt, now - minutes * minute), gt(messageTable.alertedAt, now)),
    ),
  );
}

/** Safety messages that nobody has opened since they were told of, newest first. */
export function unopenedSafety(db: Database): JudgedMessage[] {
  return judgedMessages(db, unopened).toReversed();
}

/** When the next of them is told of again; null when none is. */
export function nextAlert(db: Database, { minutes, times }: Repeat): Instant | null {
  const row = db
    .select({ at: min(messageTable.alertedAt) })
    .from(messageTable)
    .where(and(unopened, lte(messageTable.alerts, times)))
    .get();
  const last = row?.at ?? null;
  return last === null ? null : last + minutes * minute;
}

/** Notes that these were told of for safety, for the first time or again. */
export function markAlerted(db: Database, ids: readonly string[], now: Instant): void {
  for (let first = 0; first < ids.length; first += 500) {
    db.update(messageTable)
      .set({
        alerts: sql`${messageTable.alerts} + 1`,
        // One that was opened while the notification was being shown is not told of again.
        alertedAt: sql`case when ${messageTable.readAt} is null then ${now} end`,
      })
      .where(inArray(messageTable.id, ids.slice(first, first + 500)))
      .run();
  }
}

/** A message that was told of for safety is told of once more, because something about it became known. */
export function tellAgain(db: Database, messageIds: readonly string[]): void {
  db.update(messageTable)
    .set({ notifiedAt: null })
    .where(and(inArray(messageTable.id, [...messageIds]), gt(messageTable.alerts, 0)))
    .run();
}

/** Opened: its alerts are over, also when it is marked as unread afterwards. */
export function endAlerts(db: Database, id: string): void {
  db.update(messageTable).set({ alertedAt: null }).where(eq(messageTable.id, id)).run();
}
