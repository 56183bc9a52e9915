import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { ComputerVault } from "../../../src/practice/door-keeper.ts";
import { fakeEmail } from "../../builders/fake-email.ts";
import {
  mailbox,
  passphrase,
  temporaryFolder,
  testDoor,
  testPractice,
  value,
  weekdaysNineToFive,
} from "../../builders/practice.ts";
import { movableClock } from "../../harness/clock.ts";

const now = "2026-11-30T15:00:00Z";
const firstRun = {
  practice: { name: "Dr. Kim", zone: "America/New_York", locale: "en-US", region: "US" as const },
  messageHours: weekdaysNineToFive,
  passphrase,
  unlockWithComputer: true,
};

const refusing: ComputerVault = {
  available: async () => ({ ok: true }),
  seal: () => Promise.reject(new Error("The keychain is locked.")),
  open: () => Promise.reject(new Error("The keychain is locked.")),
};

test("the first practice may be founded in a folder that is not there yet", async () => {
  const folder = join(temporaryFolder(), "Between Sessions", "practice");
  const door = testDoor(folder, movableClock(Date.parse(now)), fakeEmail(), []);
  value(await door.create({ ...firstRun, unlockWithComputer: false }));
  await door.shut();
  expect(existsSync(join(folder, "practice.db"))).toBe(true);
});

test("a keychain that refuses at the first run is said in words, and nothing is founded", async () => {
  const folder = temporaryFolder();
  const door = testDoor(folder, movableClock(Date.parse(now)), fakeEmail(), [], refusing);
  expect(await door.create(firstRun)).toEqual({
    ok: false,
    field: "unlockWithComputer",
    sentence: "The keychain is locked.",
  });
  expect(await door.view()).toMatchObject({ phase: "first-run" });
  expect(existsSync(join(folder, "practice.keys.json"))).toBe(false);
});

test("a keychain that refuses later is said in words, and the passphrase still opens the practice", async () => {
  const { folder, door } = await testPractice({ now, vault: refusing });
  expect(await door.setComputerUnlock(true, passphrase)).toMatchObject({
    ok: false,
    sentence: "The keychain is locked.",
  });
  await door.shut();
  const again = testDoor(folder, movableClock(Date.parse(now)), fakeEmail(), [], refusing);
  expect(await again.view()).toMatchObject({ phase: "locked", computerUnlock: { enabled: false } });
  value(await again.unlock(passphrase));
  await again.shut();
});

test("keys that were cut short are damaged keys, and no wrong passphrase", async () => {
  const { folder, door } = await testPractice({ now });
  await door.shut();
  const file = join(folder, "practice.keys.json");
  const keys: { passphrase: { sealed: string } } = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(file, JSON.stringify({ ...keys, passphrase: { ...keys.passphrase, sealed: "AAAA" } }));
  const again = testDoor(folder, movableClock(Date.parse(now)), fakeEmail(), []);
  expect(await again.unlock(passphrase)).toMatchObject({ ok: false, sentence: "The key file is damaged." });
  expect(await again.view()).toMatchObject({
    phase: "failed",
    problem: { title: "The key file of this practice is damaged" },
  });
});

test("a practice whose mailbox cannot be stopped is closed all the same", async () => {
  const { folder, door, practice, email, accountId } = await testPractice({ now });
  const watch = email.watch.bind(email);
  email.watch = (...said) => ({ ...watch(...said), stop: () => Promise.reject(new Error("stuck")) });
  value(practice.mailboxes.change(accountId, mailbox));
  await new Promise((resolve) => setTimeout(resolve, 10));
  await door.shut().catch(() => undefined);
  const again = testDoor(folder, movableClock(Date.parse(now)), fakeEmail(), []);
  value(await again.unlock(passphrase));
  await again.shut();
});
