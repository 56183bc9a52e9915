import { desc, eq, sql } from "drizzle-orm";
import type { Instant, Interval } from "../domain/time/instant.ts";
import type { Database } from "./database.ts";
import { doNotDisturbTable } from "./schema.ts";

/** Do-not-disturb as it was last switched on, also when it is over; null when it never was. */
export function currentDoNotDisturb(db: Database): Interval | null {
  const row = newest(db);
  return row === undefined ? null : { start: row.start, end: row.end };
}

export function startDoNotDisturb(db: Database, id: string, interval: Interval): void {
  db.insert(doNotDisturbTable)
    .values({ id, ...interval })
    .run();
}

/** Ends what is in force at `now`; an earlier one keeps its end. */
export function endDoNotDisturb(db: Database, now: Instant): void {
  const row = newest(db);
  if (row !== undefined && row.end > now)
    db.update(doNotDisturbTable).set({ end: now }).where(eq(doNotDisturbTable.id, row.id)).run();
}

/** The one stored last, whatever the clock said. */
function newest(db: Database) {
  return db
    .select()
    .from(doNotDisturbTable)
    .orderBy(desc(sql`rowid`))
    .limit(1)
    .get();
}
