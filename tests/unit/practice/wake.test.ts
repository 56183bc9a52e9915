import { expect, test } from "vitest";
import type { Clock } from "../../../src/practice/clock.ts";
import type { PracticeContext } from "../../../src/practice/context.ts";
import { startWake } from "../../../src/practice/wake.ts";
import { replyWords } from "../../../src/practice/words.ts";
import { dataFolder } from "../../../src/store/database.ts";
import { fakeEmail } from "../../builders/fake-email.ts";
import { testPractice } from "../../builders/practice.ts";
import { storedPractice } from "../../builders/stored-practice.ts";

const now = Date.parse("2026-11-28T07:10:00Z");

test("a database that does not answer does not end the waiting: it is looked at again within a minute", async () => {
  const founded = await testPractice({ now: "2026-11-28T07:10:00Z" });
  await founded.door.shut();
  const database = await storedPractice(founded.folder);
  database.close();
  const planned: number[] = [];
  const logged: string[] = [];
  const clock: Clock = {
    now: () => now,
    wakeAt: (at) => {
      planned.push(at);
      return () => undefined;
    },
  };
  const context: PracticeContext = {
    db: database.db,
    files: dataFolder(founded.folder),
    clock,
    newId: () => "id",
    email: fakeEmail(),
    paper: null,
    notifier: { show: async () => undefined },
    words: replyWords,
    version: "0.0.0-test",
    changed: () => undefined,
    step: () => undefined,
    log: (line) => logged.push(line),
  };
  const wake = startWake(context, { flush: async () => undefined, busy: () => false, stop: async () => undefined });
  await wake.now();
  expect(planned.at(-1)).toBe(now + 60_000);
  expect(logged.some((line) => line.startsWith("looking failed: "))).toBe(true);
  await wake.stop();
});
