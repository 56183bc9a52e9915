import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { decide } from "../../src/domain/gate/gate.ts";
import { migrationsOfSources } from "../../src/host/compose-app.ts";
import { type Step, steps } from "../../src/practice/steps.ts";
import { dataFolder, type OpenDatabase, openDatabase } from "../../src/store/database.ts";
import { openWithPassphrase, readKeyring } from "../../src/store/keyring.ts";
import { surfacedMessages, heldMessages, unannouncedMessages, verdictsOf } from "../../src/store/messages.ts";
import { replyTo } from "../../src/store/outbox.ts";
import { policyVersion } from "../../src/store/policies.ts";
import {
  headerOf,
  type MailServers,
  mailServers,
  readMailbox,
  sendAsClient,
  serversMissing,
  titleWithServers,
} from "../servers/index.ts";
import { AppDied, type AppProcess, startApp } from "./app-process.ts";

const runs = Number(process.env["CHAOS_RUNS"] ?? 100);
const week = 7 * 24 * 3_600_000;
// Each run is a weekend of its own, all before the real date by which the mail servers stamp what they receive.
const lastSaturdayAt0210 = Date.parse("2026-11-14T07:10:00Z");
const saturdayOf = (run: number) => lastSaturdayAt0210 - (runs - run) * week;

/** Killed at each named step in turn, and in every third run at a moment that chance picks. */
function fateOf(run: number): { step: Step | null; after: number } {
  if (run % 3 === 2) return { step: null, after: Math.random() * 1200 };
  return { step: steps[Math.floor((run * 2) / 3) % steps.length] ?? null, after: 0 };
}

describe.skipIf(serversMissing !== null)(
  titleWithServers(`the app is killed ${runs} times, at every step of the message path`),
  () => {
    const folder = mkdtempSync(join(tmpdir(), "between-chaos-"));
    const sent: string[] = [];
    const killedAt = new Map<string, number>();
    let servers: MailServers;

    beforeAll(async () => {
      servers = await mailServers();
      const app = await startApp(folder, saturdayOf(0));
      await app.found(servers.account);
      await vi.waitUntil(async () => (await app.report()).health === "watching", 20_000);
      await app.kill();
    });

    afterAll(async () => {
      await servers.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    /** One life: unlock, receive, answer, and on Monday release; until it is killed or all of it is done. */
    const live = async (app: AppProcess) => {
      const patience = { timeout: 20_000, interval: 40 };
      await app.unlock();
      await vi.waitUntil(async () => {
        const { messages, pending } = await app.report();
        return messages === sent.length && pending === 0;
      }, patience);
      const { until } = await app.report();
      if (until === null) throw new Error("No opening is in sight.");
      await app.setClock(until);
      await vi.waitUntil(async () => (await app.report()).held === 0, patience);
      // What follows a release has no more to wait for than itself.
      await sleep(20);
      await app.report();
    };

    const diedIn = async (life: Promise<void>): Promise<boolean> => {
      try {
        await life;
        return false;
      } catch (error) {
        if (error instanceof AppDied) return true;
        throw error;
      }
    };

    /** Both lives of a run, started ahead of their time: a process that waits at the door has touched nothing yet. */
    const livesOf = (run: number) => {
      const doomed = startApp(folder, saturdayOf(run), fateOf(run).step);
      return { doomed, survivor: doomed.then(() => startApp(folder, saturdayOf(run))) };
    };

    const oneRun = async (run: number, lives: ReturnType<typeof livesOf>) => {
      const { step, after } = fateOf(run);
      const sender = `client+${run}@test.local`;
      const message = {
        messageId: `<run-${run}@test.local>`,
        from: sender,
        envelope: { from: sender, to: ["therapist@test.local"] },
        text: `run ${run}`,
      };
      sent.push(await sendAsClient(servers, message));

      const doomed = await lives.doomed;
      if (step === null) void sleep(after).then(() => doomed.kill());
      const died = await diedIn(live(doomed));
      await doomed.kill();
      const where = died ? (step ?? "a moment of chance") : "nowhere";
      killedAt.set(where, (killedAt.get(where) ?? 0) + 1);

      // The second life of the same weekend finishes what is left, and is killed when it has nothing to do.
      const survivor = await lives.survivor;
      if (died) await live(survivor);
      await survivor.kill();
    };

    test("and started again each time", async () => {
      let next = livesOf(0);
      for (let run = 0; run < runs; run += 1) {
        const lives = next;
        if (run + 1 < runs) next = livesOf(run + 1);
        await oneRun(run, lives);
      }
      for (const step of [...steps, "a moment of chance"]) expect(killedAt.get(step), step).toBeGreaterThan(0);
    });

    describe("afterwards", () => {
      let opened: OpenDatabase;
      let answers: Map<string, number>;

      beforeAll(async () => {
        const files = dataFolder(folder);
        const keyring = readKeyring(files.keyring);
        if (keyring === null || "damaged" in keyring) throw new Error("The keyring is gone.");
        const dataKey = await openWithPassphrase(keyring, "correct horse battery staple");
        if (dataKey === null) throw new Error("The passphrase no longer fits.");
        const result = openDatabase({ files, dataKey, migrationsFolder: migrationsOfSources, now: 0, create: false });
        if (!result.ok) throw new Error(result.fault.detail);
        opened = result.value;
        answers = new Map();
        for (const raw of await readMailbox(servers)) {
          const answered = headerOf(raw, "In-Reply-To") ?? "none";
          answers.set(answered, (answers.get(answered) ?? 0) + 1);
        }
      });
      afterAll(() => opened.close());

      const everyMessage = () => [...surfacedMessages(opened.db, false, 10_000), ...heldMessages(opened.db)];

      test("no message is lost, and none is there twice", () => {
        const kept = everyMessage().map(({ message }) => message.envelope.messageId ?? "none");
        expect(new Set(kept)).toEqual(new Set(sent));
        expect(kept).toHaveLength(sent.length);
      });

      test("every message has been surfaced and told of", () => {
        expect(heldMessages(opened.db)).toEqual([]);
        expect(unannouncedMessages(opened.db)).toEqual([]);
      });

      test("no verdict is missing, and every one is replayed to the same result", () => {
        for (const { message } of everyMessage()) {
          const verdicts = verdictsOf(opened.db, message.id);
          expect(verdicts.map(({ verdict }) => verdict.kind)).toEqual(["hold", "surface"]);
          for (const { verdict, facts, policyVersion: version } of verdicts) {
            const then = policyVersion(opened.db, version);
            expect(then === null ? null : decide(message, facts, then.policy)).toEqual(verdict);
          }
        }
      });

      test("no client got a second reply; one that may not have left is unconfirmed, and none is forgotten", () => {
        const states = new Map<string, number>();
        for (const { message } of everyMessage()) {
          const state = replyTo(opened.db, message.id)?.state ?? "none";
          states.set(state, (states.get(state) ?? 0) + 1);
          const arrived = answers.get(message.envelope.messageId ?? "") ?? 0;
          expect(arrived, `${message.text}: ${state}`).toBeLessThanOrEqual(1);
          if (state === "sent") expect(arrived, message.text).toBe(1);
        }
        expect([...states.keys()].filter((state) => !["sent", "unconfirmed", "suppressed"].includes(state))).toEqual(
          [],
        );
        expect(states.get("sent")).toBeGreaterThan(runs / 2);
        expect(states.get("unconfirmed")).toBeGreaterThan(0);
      });
    });
  },
);
