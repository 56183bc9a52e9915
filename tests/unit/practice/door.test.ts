import SqliteDatabase from "better-sqlite3";
import { copyFileSync, existsSync, readFileSync, statSync, truncateSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ComputerVault } from "../../../src/practice/door-keeper.ts";
import { openWithPassphrase, readKeyring } from "../../../src/store/keyring.ts";
import { fakeEmail } from "../../builders/fake-email.ts";
import {
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
  unlockWithComputer: false,
};

const reopened = (folder: string, vault?: ComputerVault) =>
  testDoor(folder, movableClock(Date.parse(now)), fakeEmail(), [], vault);

/** A practice that was used and shut, as after quitting the app. */
async function shutPractice() {
  const founded = await testPractice({ now });
  await founded.arrive({ text: "The canary sings at noon." });
  await founded.door.shut();
  const { folder, recoveryKey } = founded;
  return { folder, recoveryKey, database: join(folder, "practice.db"), keys: join(folder, "practice.keys.json") };
}

/** The names and contents of the practice's files, to show that nothing was overwritten. */
const contents = (...files: string[]) =>
  files.map((file) => (existsSync(file) ? readFileSync(file).toString("base64") : "absent"));

describe("the first run", () => {
  test("makes an encrypted practice: nothing a client wrote can be read from its files", async () => {
    const { folder } = await shutPractice();
    for (const name of ["practice.db", "practice.db-wal", "practice.keys.json"]) {
      const file = join(folder, name);
      const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
      for (const word of ["canary", "Maya", "maya@example.org", "secret", "Dr. Kim", passphrase])
        expect(bytes.includes(word)).toBe(false);
    }
  });

  test("is refused where a practice already is", async () => {
    const { folder, database } = await shutPractice();
    const before = contents(database);
    const door = reopened(folder);
    expect(await door.create(firstRun)).toMatchObject({ ok: false, sentence: "There is a practice here already." });
    expect(contents(database)).toEqual(before);
  });

  test("shows an empty folder as first run", async () => {
    expect(await reopened(temporaryFolder()).view()).toMatchObject({ phase: "first-run", problem: null });
  });
});

describe("unlocking", () => {
  test("a wrong passphrase is refused in words and changes nothing", async () => {
    const { folder, database, keys } = await shutPractice();
    const before = contents(database, keys);
    const door = reopened(folder);
    expect(await door.unlock("wrong horse battery staple")).toEqual({
      ok: false,
      field: null,
      sentence: "This is not the passphrase.",
    });
    expect(await door.view()).toMatchObject({ phase: "locked", problem: null });
    expect(contents(database, keys)).toEqual(before);
  });

  test("the right passphrase opens it with everything in it", async () => {
    const { folder } = await shutPractice();
    const door = reopened(folder);
    value(await door.unlock(passphrase));
    expect(door.practice()?.inbox.list().surfaced).toMatchObject([
      { name: "Maya", excerpt: "The canary sings at noon." },
    ]);
    await door.shut();
  });

  test("the recovery key opens it however it is typed, and sets a new passphrase", async () => {
    const { folder, recoveryKey } = await shutPractice();
    const door = reopened(folder);
    expect(
      await door.unlockWithRecoveryKey("0000-0000-0000-0000-0000-0000-0000-0000", "a new and longer one"),
    ).toMatchObject({ ok: false });
    value(
      await door.unlockWithRecoveryKey(
        recoveryKey.toLowerCase().replaceAll("-", " ").replaceAll("0", "o"),
        "a new and longer one",
      ),
    );
    await door.shut();
    const again = reopened(folder);
    expect(await again.unlock(passphrase)).toMatchObject({ ok: false });
    value(await again.unlock("a new and longer one"));
    await again.shut();
  });

  test("this computer's keychain opens it where the therapist chose so, and only until switched off", async () => {
    const vault: ComputerVault = {
      available: async () => ({ ok: true }),
      seal: async (secret) => Buffer.from(secret.map((byte) => byte ^ 0x5a)),
      open: async (sealed) => Buffer.from(sealed.map((byte) => byte ^ 0x5a)),
    };
    const { folder, keys } = await shutPractice();
    const door = reopened(folder, vault);
    expect(await door.unlockWithComputer()).toMatchObject({ ok: false });
    value(await door.setComputerUnlock(true, passphrase));
    value(await door.unlockWithComputer());
    await door.shut();
    value(await door.setComputerUnlock(false, passphrase));
    expect(readFileSync(keys, "utf8")).toContain('"computer": null');
    expect(await door.unlockWithComputer()).toMatchObject({ ok: false });
  });

  test("two clicks on Unlock open one practice", async () => {
    const { folder } = await shutPractice();
    const door = reopened(folder);
    expect(await Promise.all([door.unlock(passphrase), door.unlock(passphrase)])).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
    ]);
    await door.shut();
  });

  test("locked screens show nothing, but the practice behind them goes on answering", async () => {
    const { door, arrive, email, clock } = await testPractice({ now });
    clock.set(Date.parse("2026-11-30T23:00:00Z"));
    door.lock();
    expect(door.practice()).toBeNull();
    expect(await door.view()).toMatchObject({ phase: "locked", answering: true });
    await arrive();
    expect(email.sent).toHaveLength(1);
    expect(await door.unlock("something else entirely")).toMatchObject({ ok: false });
    expect(door.practice()).toBeNull();
    value(await door.unlock(passphrase));
    expect(door.practice()?.inbox.list().held).toHaveLength(1);
  });
});

describe("a practice that cannot be opened gets a clear screen, and nothing is overwritten", () => {
  const cannotOpen = async (folder: string, files: string[], title: string) => {
    const before = contents(...files);
    const door = reopened(folder);
    const outcome = await door.unlock(passphrase);
    expect(outcome.ok).toBe(false);
    const view = await door.view();
    expect(view).toMatchObject({ phase: "failed", problem: { title } });
    expect(view.problem?.whatToDo).not.toBe("");
    expect(await door.create(firstRun)).toMatchObject({ ok: false });
    expect(contents(...files)).toEqual(before);
    return door;
  };

  test("when one bit of it was changed", async () => {
    const { folder, database } = await shutPractice();
    const bytes = readFileSync(database);
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    writeFileSync(database, bytes);
    await cannotOpen(folder, [database], "The practice is damaged");
  });

  test("when it was cut short", async () => {
    const { folder, database } = await shutPractice();
    truncateSync(database, statSync(database).size - 5000);
    await cannotOpen(folder, [database], "The practice is damaged");
  });

  test("when a newer version has changed it", async () => {
    const { folder, database, keys } = await shutPractice();
    const keyring = readKeyring(keys);
    if (keyring === null || "damaged" in keyring) throw new Error("no keyring");
    const key = await openWithPassphrase(keyring, passphrase);
    const client = new SqliteDatabase(database);
    client.pragma("cipher='sqlcipher'");
    client.pragma(`key="x'${key?.toString("hex")}'"`);
    client.prepare("insert into __drizzle_migrations (hash, created_at) values ('later', 99999999999999)").run();
    client.close();
    await cannotOpen(folder, [database], "This practice was kept by a newer version");
  });

  test("when its keys are missing", async () => {
    const { folder, database, keys } = await shutPractice();
    copyFileSync(keys, `${keys}.aside`);
    unlinkSync(keys);
    await cannotOpen(folder, [database], "The key file of this practice is missing");
  });

  test("when its keys are damaged", async () => {
    const { folder, database, keys } = await shutPractice();
    writeFileSync(keys, "{ half of");
    await cannotOpen(folder, [database, keys], "The key file of this practice is damaged");
  });

  test("when the file itself is gone", async () => {
    const { folder, database, keys } = await shutPractice();
    unlinkSync(database);
    await cannotOpen(folder, [database, keys], "The practice is missing");
  });

  test("while another app has it open, and opens once that is closed", async () => {
    const first = await testPractice({ now });
    const door = reopened(first.folder);
    expect(await door.unlock(passphrase)).toMatchObject({ ok: false });
    expect(await door.view()).toMatchObject({ phase: "failed", problem: { title: "This practice is already open" } });
    await first.door.shut();
    door.tryAgain();
    value(await door.unlock(passphrase));
    await door.shut();
  });
});
