import { asc, eq, sql } from "drizzle-orm";
import type { Override, Series } from "../domain/scheduling/series.ts";
import type { Instant } from "../domain/time/instant.ts";
import { calendarName } from "./calendar-name.ts";
import type { Database } from "./database.ts";
import { overrideTable, seriesTable } from "./schema.ts";

/** The series last read, by the name of the calendar: as long as it has this name, they are the same value. */
let known: { readonly name: string; readonly all: readonly Series[] } | null = null;

/** Every series with its overrides. */
export function allSeries(db: Database): readonly Series[] {
  const { name } = db.get<{ readonly name: string }>(sql.raw(calendarName));
  if (known?.name !== name) known = { name, all: readAllSeries(db) };
  return known.all;
}

function readAllSeries(db: Database): Series[] {
  const overrides = Map.groupBy(
    db.select().from(overrideTable).orderBy(asc(overrideTable.recurrenceId)).all(),
    (override) => override.seriesId,
  );
  return db
    .select()
    .from(seriesTable)
    .orderBy(asc(seriesTable.start), asc(seriesTable.id))
    .all()
    .map((row) => toSeries(row, overrides.get(row.id) ?? []));
}

export function seriesById(db: Database, id: string): Series | null {
  const row = db.select().from(seriesTable).where(eq(seriesTable.id, id)).get();
  if (row === undefined) return null;
  return toSeries(
    row,
    db
      .select()
      .from(overrideTable)
      .where(eq(overrideTable.seriesId, id))
      .orderBy(asc(overrideTable.recurrenceId))
      .all(),
  );
}

/** Stores a series as it now is: new, or in place of what was there. */
export function saveSeries(db: Database, series: Series, now: Instant): void {
  const { overrides, ...row } = series;
  db.insert(seriesTable)
    .values({ ...row, createdAt: now })
    .onConflictDoUpdate({ target: seriesTable.id, set: row })
    .run();
  db.delete(overrideTable).where(eq(overrideTable.seriesId, series.id)).run();
  for (const override of overrides) db.insert(overrideTable).values(toRow(series.id, override)).run();
}

export function deleteSeries(db: Database, id: string): void {
  db.delete(seriesTable).where(eq(seriesTable.id, id)).run();
}

function toSeries(
  row: typeof seriesTable.$inferSelect,
  overrides: readonly (typeof overrideTable.$inferSelect)[],
): Series {
  const { createdAt: _createdAt, ...series } = row;
  return { ...series, overrides: overrides.map(toOverride) };
}

function toOverride(row: typeof overrideTable.$inferSelect): Override {
  if (row.kind === "cancelled") return { recurrenceId: row.recurrenceId, kind: "cancelled" };
  if (row.start === null || row.durationMinutes === null)
    throw new Error(`A moved occurrence without a start: ${row.seriesId} ${row.recurrenceId}`);
  return { recurrenceId: row.recurrenceId, kind: "moved", start: row.start, durationMinutes: row.durationMinutes };
}

function toRow(seriesId: string, override: Override): typeof overrideTable.$inferInsert {
  return override.kind === "cancelled"
    ? { seriesId, recurrenceId: override.recurrenceId, kind: "cancelled", start: null, durationMinutes: null }
    : { seriesId, ...override };
}
