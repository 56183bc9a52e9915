import type SqliteDatabase from "better-sqlite3";
import { getTableName } from "drizzle-orm";
import { overrideTable, seriesTable } from "./schema.ts";

/** Asks for the name of the calendar as it stands. */
export const calendarName = "select name from calendar_name";

/**
 * Gives the calendar as it stands a name of its own, made anew by every change to it and put back when a change is rolled
 * back. It belongs to the connection and is never stored.
 */
export function nameCalendar(client: SqliteDatabase.Database): void {
  client.exec("create temp table calendar_name (name text not null)");
  client.exec("insert into calendar_name values (hex(randomblob(16)))");
  for (const table of [seriesTable, overrideTable].map((one) => getTableName(one))) {
    for (const change of ["insert", "update", "delete"]) {
      client.exec(
        `create temp trigger ${table}_${change} after ${change} on "${table}"
         begin update calendar_name set name = hex(randomblob(16)); end`,
      );
    }
  }
}
