import SqliteDatabase from "better-sqlite3";
import { sql } from "drizzle-orm";
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { migrationsOfSources } from "../../../src/host/compose-app.ts";
import { dataFolder, listBackups, openDatabase, type OpenDatabase } from "../../../src/store/database.ts";
import type { Series } from "../../../src/domain/scheduling/series.ts";
import { newDataKey } from "../../../src/store/keyring.ts";
import { allSeries, deleteSeries, saveSeries } from "../../../src/store/series.ts";
import { passphrase, temporaryFolder, testDoor, testPractice, value } from "../../builders/practice.ts";
import { dataKeyOf, storedPractice } from "../../builders/stored-practice.ts";

// Monday 30 November 2026, 22:00 in New York.
const now = "2026-12-01T03:00:00Z";

const all = (database: OpenDatabase, statement: string): Record<string, unknown>[] =>
  database.db.all(sql.raw(statement));
const one = (database: OpenDatabase, statement: string): unknown => Object.values(all(database, statement)[0] ?? {})[0];

/** What the database itself says against a statement. */
function objection(statement: () => unknown): string {
  try {
    statement();
  } catch (error) {
    return error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
  }
  return "none";
}

/** The stored database of a practice in which one message was held and answered. */
async function stored() {
  const founded = await testPractice({ now });
  await founded.arrive();
  await founded.door.shut();
  const database = await storedPractice(founded.folder);
  onTestFinished(() => database.close());
  return { founded, database };
}

/** The migrations of the next version: those of this one and one more. */
function migrationsOfNextVersion(statement: string): string {
  const folder = join(temporaryFolder(), "migrations");
  cpSync(migrationsOfSources, folder, { recursive: true });
  const file = join(folder, "meta", "_journal.json");
  const journal: { entries: { when: number }[] } = JSON.parse(readFileSync(file, "utf8"));
  const when = Math.max(...journal.entries.map((entry) => entry.when)) + 1000;
  const entry = { idx: journal.entries.length, version: "6", when, tag: "9999_next", breakpoints: true };
  writeFileSync(file, JSON.stringify({ ...journal, entries: [...journal.entries, entry] }));
  writeFileSync(join(folder, "9999_next.sql"), statement);
  return folder;
}

describe("the database of a practice", () => {
  test("has nothing but STRICT tables", async () => {
    const { database } = await stored();
    const tables = all(database, "pragma table_list").filter(
      ({ schema, name }) => schema === "main" && !/^sqlite_|^__drizzle/.test(String(name)),
    );
    expect(tables.length).toBeGreaterThan(10);
    expect(tables.filter(({ strict }) => strict !== 1)).toEqual([]);
  });

  test("keeps what it was told through a loss of power, and refuses what belongs to nothing", async () => {
    const { database } = await stored();
    expect(one(database, "pragma journal_mode")).toBe("wal");
    expect(one(database, "pragma synchronous")).toBe(2);
    expect(one(database, "pragma foreign_keys")).toBe(1);
    expect(one(database, "pragma locking_mode")).toBe("exclusive");
    expect(objection(() => database.db.run(sql`insert into cursor values ('nobody', 'INBOX', '1', 1)`))).toMatch(
      /FOREIGN KEY/,
    );
    expect(all(database, "pragma foreign_key_check")).toEqual([]);
  });

  test("refuses a hold without a release, and a release without a hold", async () => {
    const { database } = await stored();
    expect(objection(() => database.db.run(sql`update verdict set until = null`))).toMatch(/a_hold_has_its_release/);
    expect(objection(() => database.db.run(sql`update verdict set kind = 'surface'`))).toMatch(
      /a_hold_has_its_release/,
    );
  });

  test("refuses a second current verdict on one message", async () => {
    const { database } = await stored();
    expect(
      objection(() =>
        database.db.run(
          sql`insert into verdict select 'second', message_id, decided_at, kind, until, rule, reasons, policy_version, facts, 1 from verdict`,
        ),
      ),
    ).toMatch(/UNIQUE/);
  });

  test("refuses a second reply with the same key, unless it was suppressed", async () => {
    const { database } = await stored();
    const copy = (id: string, state: string) =>
      database.db.run(
        sql`insert into outbox select ${id}, message_id, client_id, account_id, kind, timing, ${state}, recipient, reply_key, subject, text, external_id, reason, created_at, expires_at, attempts, next_attempt_at, sent_at, settled_at from outbox where state = 'sent'`,
      );
    for (const state of ["queued", "sending", "sent", "failed", "unconfirmed"])
      expect(objection(() => copy(state, state))).toMatch(/UNIQUE.*reply_key/);
    copy("suppressed", "suppressed");
    expect(one(database, "select count(*) from outbox")).toBe(2);
  });

  test("never makes an automatic reply one written by hand, or the reverse, and keeps words written by hand", async () => {
    const { database } = await stored();
    const change = (assignment: string) =>
      objection(() => database.db.run(sql`update outbox set ${sql.raw(assignment)}`));
    expect(change("kind = 'by-hand'")).toMatch(/never changes/);
    database.db.run(
      sql`insert into outbox select 'hand', message_id, client_id, account_id, 'by-hand', timing, 'queued', recipient, 'by-hand:1', subject, 'See you on Tuesday.', external_id, reason, created_at, null, attempts, next_attempt_at, sent_at, settled_at from outbox`,
    );
    expect(change("kind = 'availability'")).toMatch(/never changes/);
    expect(change("text = 'This is an automatic answer.'")).toMatch(/never changed/);
    database.db.run(sql`update outbox set state = 'sent' where id = 'hand'`);
    expect(one(database, "select text from outbox where id = 'hand'")).toBe("See you on Tuesday.");
  });

  test("refuses an automatic reply that answers nothing or never expires", async () => {
    const { database } = await stored();
    expect(objection(() => database.db.run(sql`update outbox set expires_at = null`))).toMatch(/answers_and_expires/);
    expect(objection(() => database.db.run(sql`update outbox set message_id = null`))).toMatch(/answers_and_expires/);
  });

  test("refuses the same message a second time", async () => {
    const { database } = await stored();
    expect(
      objection(() =>
        database.db.run(
          sql`insert into message select 'second', channel, account_id, external_id, sender, sender_name, client_id, subject, text, attachments, envelope, unreadable, received_at, stored_at, notified_at, read_at, archived_at, snoozed_until, alerts, alerted_at, keyword, keyword_settled_at from message`,
        ),
      ),
    ).toMatch(/UNIQUE/);
  });
});

describe("a new version", () => {
  const addsATable = "CREATE TABLE `later` (`id` text PRIMARY KEY NOT NULL) STRICT;";
  const open = (folder: string, dataKey: Buffer, migrationsFolder: string) =>
    openDatabase({ files: dataFolder(folder), dataKey, migrationsFolder, create: false, now: Date.parse(now) });

  test("brings the database up to date once, after a copy that opens with the same key", async () => {
    const { founded, database } = await stored();
    database.close();
    const { folder } = founded;
    const dataKey = await dataKeyOf(folder);
    const next = migrationsOfNextVersion(addsATable);
    expect(listBackups(dataFolder(folder))).toEqual([]);

    const migrated = open(folder, dataKey, next);
    if (!migrated.ok) throw new Error(migrated.fault.detail);
    expect(one(migrated.value, "select count(*) from later")).toBe(0);
    expect(one(migrated.value, "select count(*) from message")).toBe(1);
    migrated.value.close();

    const [backup, ...others] = listBackups(dataFolder(folder));
    expect(others).toEqual([]);
    expect(backup).toMatchObject({ name: "practice-2026-12-01T030000.000Z.db" });
    const file = join(folder, "backups", backup?.name ?? "");
    expect(readFileSync(file).includes("Maya")).toBe(false);
    expect(readFileSync(file).subarray(0, 15).toString("latin1")).not.toBe("SQLite format 3");
    const copy = temporaryFolder();
    cpSync(file, join(copy, "practice.db"));
    const older = open(copy, dataKey, migrationsOfSources);
    if (!older.ok) throw new Error(older.fault.detail);
    expect(one(older.value, "select count(*) from message")).toBe(1);
    expect(() => one(older.value, "select count(*) from later")).toThrow(/no such table/);
    older.value.close();

    const again = open(folder, dataKey, next);
    if (!again.ok) throw new Error(again.fault.detail);
    expect(one(again.value, "select count(*) from __drizzle_migrations")).toBe(3);
    again.value.close();
    expect(listBackups(dataFolder(folder))).toHaveLength(1);
  });

  test("that cannot bring it up to date leaves it as it was, and the door says what to do", async () => {
    const { founded, database } = await stored();
    database.close();
    const broken = migrationsOfNextVersion(
      "CREATE TABLE `later` (`id` text PRIMARY KEY NOT NULL) STRICT;\n--> statement-breakpoint\nINSERT INTO `nowhere` VALUES (1);",
    );
    const door = testDoor(founded.folder, founded.clock, founded.email, founded.notices, undefined, {
      migrationsFolder: broken,
      log: () => undefined,
    });
    expect(await door.unlock(passphrase)).toMatchObject({ ok: false });
    expect(await door.view()).toMatchObject({
      phase: "failed",
      problem: { title: "The practice could not be brought up to date" },
    });
    await door.shut();

    const before = testDoor(founded.folder, founded.clock, founded.email, founded.notices);
    value(await before.unlock(passphrase));
    expect(before.practice()?.inbox.list().held).toHaveLength(1);
    expect(before.practice()?.settings().backups).toHaveLength(1);
    await before.shut();
  });

  test("whose database is opened by the one before is refused untouched", async () => {
    const { founded, database } = await stored();
    database.close();
    const dataKey = await dataKeyOf(founded.folder);
    const migrated = open(founded.folder, dataKey, migrationsOfNextVersion(addsATable));
    if (!migrated.ok) throw new Error(migrated.fault.detail);
    migrated.value.close();
    expect(open(founded.folder, dataKey, migrationsOfSources)).toMatchObject({ ok: false, fault: { kind: "newer" } });
  });
});

describe("opening", () => {
  test("with another key says that it is damaged, and changes nothing", async () => {
    const { founded, database } = await stored();
    database.close();
    const file = join(founded.folder, "practice.db");
    const before = readFileSync(file);
    const opened = openDatabase({
      files: dataFolder(founded.folder),
      dataKey: newDataKey(),
      migrationsFolder: migrationsOfSources,
      create: false,
      now: 0,
    });
    expect(opened).toMatchObject({ ok: false, fault: { kind: "damaged" } });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test("what is not there makes no file, and making a new one never overwrites", async () => {
    const folder = temporaryFolder();
    const options = { files: dataFolder(folder), dataKey: newDataKey(), migrationsFolder: migrationsOfSources, now: 0 };
    expect(openDatabase({ ...options, create: false })).toMatchObject({ ok: false, fault: { kind: "missing" } });
    expect(existsSync(join(folder, "practice.db"))).toBe(false);
    writeFileSync(join(folder, "practice.db"), "something of somebody");
    expect(openDatabase({ ...options, create: true })).toMatchObject({ ok: false });
    expect(readFileSync(join(folder, "practice.db"), "utf8")).toBe("something of somebody");
  });

  test("needs the key: an ordinary SQLite cannot read a page of it", async () => {
    const { founded, database } = await stored();
    database.close();
    const client = new SqliteDatabase(join(founded.folder, "practice.db"), { readonly: true });
    expect(() => client.prepare("select count(*) from sqlite_master").get()).toThrow(/not a database/);
    client.close();
  });
});

describe("the calendar as it is read", () => {
  const session: Series = {
    id: "one",
    clientId: null,
    title: "Supervision",
    start: "2026-12-01T10:00",
    zone: "America/New_York",
    durationMinutes: 50,
    rule: null,
    overrides: [],
  };

  test("is the same value until it changes, and follows each change at once", async () => {
    const { db } = (await stored()).database;
    saveSeries(db, session, 0);
    const before = allSeries(db);
    expect(allSeries(db)).toBe(before);
    expect(before).toEqual([session]);
    const changed = { ...session, overrides: [{ recurrenceId: session.start, kind: "cancelled" as const }] };
    saveSeries(db, changed, 0);
    expect(allSeries(db)).toEqual([changed]);
    deleteSeries(db, session.id);
    expect(allSeries(db)).toEqual([]);
  });

  test("is as before after a change that was taken back, also where it was read in between", async () => {
    const { db } = (await stored()).database;
    saveSeries(db, session, 0);
    const attempt = (title: string) =>
      db.transaction((transaction) => {
        saveSeries(transaction, { ...session, title }, 0);
        expect(allSeries(transaction).map((series) => series.title)).toEqual([title]);
        transaction.rollback();
      });
    expect(() => attempt("Lunch")).toThrow("Rollback");
    expect(allSeries(db)).toEqual([session]);
    expect(() => attempt("Supper")).toThrow("Rollback");
    expect(allSeries(db)).toEqual([session]);
  });
});
