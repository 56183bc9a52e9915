import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { emailAccountSchema } from "../../src/channels/email/account.ts";
import type { Policy } from "../../src/domain/policy/policy.ts";
import { hour, type Instant } from "../../src/domain/time/instant.ts";
import { migrationsOfSources } from "../../src/host/compose-app.ts";
import type { PracticeContext } from "../../src/practice/context.ts";
import { judgeBy } from "../../src/practice/judge.ts";
import { replyWords } from "../../src/practice/words.ts";
import { insertAccount } from "../../src/store/accounts.ts";
import { clientById, insertClient } from "../../src/store/clients.ts";
import { dataFolder, openDatabase } from "../../src/store/database.ts";
import { addVerdict, insertMessage } from "../../src/store/messages.ts";
import { addPolicy } from "../../src/store/policies.ts";
import { saveSeries } from "../../src/store/series.ts";
import { mail } from "../builders/mail.ts";
import { policyWith } from "../builders/policy.ts";

/** A practice of ten years on real, encrypted SQLite: forty clients, each with a weekly session since 2016. */
export interface LoadedPractice {
  readonly context: PracticeContext;
  readonly policy: Policy;
  readonly now: Instant;
  readonly clientIds: readonly string[];
  close(): void;
}

const clients = 40;

/** Makes one in a folder of its own; `close` removes it. Saturday 28 November 2026, 02:10 in New York. */
export function loadedPractice(): LoadedPractice {
  const folder = mkdtempSync(join(tmpdir(), "between-bench-"));
  const now = Date.parse("2026-11-28T07:10:00Z");
  const files = dataFolder(folder);
  const opened = openDatabase({
    files,
    dataKey: randomBytes(32),
    migrationsFolder: migrationsOfSources,
    create: true,
    now,
  });
  if (!opened.ok) throw new Error(opened.fault.detail);
  const { db, close } = opened.value;
  let ids = 0;
  const absent = () => Promise.reject(new Error("Nothing is sent in a bench."));
  const context: PracticeContext = {
    db,
    files,
    clock: { now: () => now, wakeAt: () => () => undefined },
    newId: () => `id-${(ids += 1)}`,
    email: {
      watch: () => ({ wake: () => undefined, stop: () => Promise.resolve() }),
      send: absent,
      test: absent,
      guess: () => null,
    },
    notifier: { show: absent },
    paper: null,
    words: replyWords,
    version: "bench",
    changed: () => undefined,
    step: () => undefined,
    log: (line) => {
      throw new Error(line);
    },
  };
  const policy = policyWith({
    closures: [
      {
        id: "leave",
        kind: "vacation",
        label: "Leave",
        firstDate: "2026-09-01",
        lastDate: "2026-11-29",
        windows: [],
        cover: null,
      },
    ],
  });
  const clientIds = Array.from({ length: clients }, (_, place) => `client-${place}`);
  db.transaction((transaction) => {
    addPolicy(transaction, policy, now);
    insertAccount(transaction, "account", account, now);
    for (const [place, id] of clientIds.entries()) {
      insertClient(transaction, {
        id,
        preferredName: `Client ${place}`,
        language: place % 4 === 0 ? "es" : "en",
        urgent: false,
        optedOut: false,
        archived: false,
        createdAt: now,
        zone: null,
        emails: [`client-${place}@example.org`],
        sharedEmails: [],
      });
      const date = new Date(Date.UTC(2016, 0, 4 + (place % 5))).toISOString().slice(0, 10);
      saveSeries(
        transaction,
        {
          id: `series-${place}`,
          clientId: id,
          title: "",
          start: `${date}T${String(9 + Math.floor(place / 5)).padStart(2, "0")}:00`,
          zone: policy.practice.zone,
          durationMinutes: 50,
          rule: "FREQ=WEEKLY",
          overrides: [],
        },
        now,
      );
    }
  });
  return {
    context,
    policy,
    now,
    clientIds,
    close() {
      close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Lets so many mails of the clients be held during a long leave, from each of them one every five hours. */
export function holdMessages({ context, policy, now, clientIds }: LoadedPractice, count: number): void {
  context.db.transaction((transaction) => {
    const judge = judgeBy(context, transaction, policy);
    for (let place = 0; place < count; place += 1) {
      const clientId = clientIds[place % clientIds.length] ?? "";
      const receivedAt = now - Math.floor(place / clientIds.length) * 5 * hour;
      const message = {
        ...mail({ sender: `${clientId}@example.org`, text: `Message ${place}, nothing urgent.` }),
        receivedAt,
      };
      const { facts, verdict } = judge(message, { ...message, client: clientById(transaction, clientId) }, now);
      const id = context.newId();
      const { channel, accountId, externalId, sender, senderName, subject, text, attachments, envelope } = message;
      insertMessage(transaction, {
        id,
        channel,
        accountId,
        externalId: `${externalId} ${place}`,
        sender,
        senderName,
        clientId,
        subject,
        text,
        attachments,
        envelope,
        unreadable: null,
        receivedAt,
        storedAt: receivedAt,
      });
      addVerdict(transaction, { id: context.newId(), messageId: id, decidedAt: now, verdict, policyVersion: 1, facts });
    }
  });
}

const server = { host: "mail.example.org", port: 993, security: "tls" as const };
const account = emailAccountSchema.parse({
  address: "therapist@example.org",
  displayName: "Dr. Kim",
  aliases: [],
  username: "therapist",
  password: "secret",
  imap: server,
  smtp: { ...server, port: 465 },
  certificateAuthority: null,
});
