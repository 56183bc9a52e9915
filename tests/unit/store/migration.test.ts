import SqliteDatabase from "better-sqlite3";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { migrationsOfSources } from "../../../src/host/compose-app.ts";

function apply(database: SqliteDatabase.Database, name: string): void {
  const statements = readFileSync(join(migrationsOfSources, `${name}.sql`), "utf8").split("--> statement-breakpoint");
  for (const statement of statements) database.exec(statement);
}

test("a practice of version 0.1.0 keeps its messages, clients and replies, sent and suppressed", () => {
  const database = new SqliteDatabase(":memory:");
  database.pragma("foreign_keys=on");
  apply(database, "0000_practice");
  database.exec(`
    insert into client values ('maya', 'Maya', 'en', 1, 0, 0, 5);
    insert into client_address values ('email', 'maya@example.org', 'maya');
    insert into account values ('box', 'email', '{}', 1, null);
    insert into message values ('m', 'email', 'box', '<1@example.org>', 'maya@example.org', 'Maya', 'maya', 'Hello', 'Text', '[]',
      '{}', null, 10, 11, 12, null, null);
    insert into outbox values ('sent', 'm', 'box', 'availability', 'sent', 'maya@example.org', 'key', 'Auto', 'Words', '<r@example.org>',
      null, 20, 30, 1, 20, 21, null);
    insert into outbox values ('not', 'm', 'box', 'safety', 'suppressed', 'maya@example.org', 'key', '', '', '<s@example.org>',
      'already-told', 22, 22, 0, 22, null, null);
  `);
  database.transaction(() => apply(database, "0001_complete_gate"))();
  expect(database.pragma("foreign_key_check")).toEqual([]);
  expect(database.prepare("select id, message_id, client_id, kind, timing, state, reason from outbox").all()).toEqual([
    { id: "sent", message_id: "m", client_id: null, kind: "availability", timing: "now", state: "sent", reason: null },
    {
      id: "not",
      message_id: "m",
      client_id: null,
      kind: "safety",
      timing: "now",
      state: "suppressed",
      reason: "already-told",
    },
  ]);
  expect(database.prepare("select alerts, snoozed_until, keyword from message").get()).toEqual({
    alerts: 0,
    snoozed_until: null,
    keyword: null,
  });
  expect(database.prepare("select urgent, zone from client").get()).toEqual({ urgent: 1, zone: null });
  expect(database.prepare("select shared from client_address").get()).toEqual({ shared: 0 });
  expect(() => database.exec("update outbox set kind = 'by-hand'")).toThrow(/never changes/);
});
