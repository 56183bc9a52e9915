import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { InboundMessage } from "../../src/domain/message/inbound.ts";
import type { WeeklyHours } from "../../src/domain/policy/hours.ts";
import { migrationsOfSources } from "../../src/host/compose-app.ts";
import { noVault } from "../../src/host/no-vault.ts";
import type { Notice } from "../../src/practice/context.ts";
import { type ComputerVault, type DoorKeeper, doorKeeper, type DoorOptions } from "../../src/practice/door-keeper.ts";
import type { MailboxInput, Practice } from "../../src/practice/practice.ts";
import { replyWords } from "../../src/practice/words.ts";
import { movableClock, type MovableClock } from "../harness/clock.ts";
import { type FakeEmail, fakeEmail } from "./fake-email.ts";
import { mail } from "./mail.ts";
import { value, weekdaysNineToFive } from "./values.ts";

export { value, weekdaysNineToFive } from "./values.ts";

export const passphrase = "correct horse battery staple";
/** A practice on real, encrypted SQLite with a clock and a mail server that the test moves. */
export interface TestPractice {
  readonly folder: string;
  readonly clock: MovableClock;
  readonly email: FakeEmail;
  readonly notices: Notice[];
  readonly door: DoorKeeper;
  readonly practice: Practice;
  readonly accountId: string;
  /** The recovery key shown at the first run. */
  readonly recoveryKey: string;
  /** Lets a mail arrive now and all that follows from it happen. */
  arrive(said?: Parameters<typeof mail>[0]): Promise<InboundMessage>;
  /** Moves the clock and lets all that is due happen. */
  until(instant: string): Promise<void>;
}

export interface TestPracticeOptions {
  readonly now: string;
  readonly zone?: string;
  readonly messageHours?: WeeklyHours;
  readonly vault?: ComputerVault;
  readonly parts?: DoorParts;
}

/** What a test may put in the place of the ordinary parts of the app. */
export type DoorParts = Partial<
  Pick<DoorOptions, "notifier" | "paper" | "log" | "step" | "words" | "changed" | "migrationsFolder">
>;

/** A door to a folder that may or may not hold a practice. */
export function testDoor(
  folder: string,
  clock: MovableClock,
  email: FakeEmail,
  notices: Notice[],
  vault: ComputerVault = noVault,
  parts: DoorParts = {},
): DoorKeeper {
  let ids = 0;
  const run = Math.random().toString(36).slice(2, 8);
  return doorKeeper({
    folder,
    migrationsFolder: migrationsOfSources,
    host: "browser",
    vault,
    clock,
    email,
    words: replyWords,
    version: "0.0.0-test",
    newId: () => `${run}-${(ids += 1)}`,
    paper: null,
    notifier: {
      show: async (notice) => {
        notices.push(notice);
      },
    },
    // A guess as cheap as possible: these tests are about doors, not about scrypt.
    keyStrength: { cost: 1024, blockSize: 8, parallel: 1 },
    changed: () => undefined,
    step: () => undefined,
    log: (line) => {
      throw new Error(`The practice logged a fault: ${line}`);
    },
    ...parts,
  });
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "between-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const server = { host: "mail.example.org", port: 993, security: "tls" as const };

/** The mailbox of the practice. */
export const mailbox: MailboxInput = {
  address: "therapist@example.org",
  displayName: "Dr. Kim",
  aliases: [],
  username: "therapist",
  password: "secret",
  imap: server,
  smtp: { ...server, port: 465 },
  certificateAuthority: null,
};

/** Founds a practice in New York, unless told otherwise, with one mailbox and the client Maya. */
export async function testPractice({
  now,
  zone = "America/New_York",
  messageHours = weekdaysNineToFive,
  vault,
  parts,
}: TestPracticeOptions): Promise<TestPractice> {
  const folder = temporaryFolder();
  const clock = movableClock(Date.parse(now));
  const email = fakeEmail();
  const notices: Notice[] = [];
  const door = testDoor(folder, clock, email, notices, vault, parts);
  onTestFinished(() => door.shut());
  const { recoveryKey } = value(
    await door.create({
      practice: { name: "Dr. Kim", zone, locale: "en-US", region: "US" },
      messageHours,
      passphrase,
      unlockWithComputer: false,
    }),
  );
  const practice = door.practice();
  if (practice === null) throw new Error("The practice did not open.");
  const { id: accountId } = value(practice.mailboxes.connect(mailbox));
  value(
    practice.clients.add({
      preferredName: "Maya",
      language: "en",
      emails: ["maya@example.org"],
      urgent: false,
      optedOut: false,
    }),
  );
  return {
    folder,
    clock,
    email,
    notices,
    door,
    practice,
    accountId,
    recoveryKey,
    async arrive(said) {
      const message = mail({ receivedAt: clock.now(), accountId, ...said });
      email.inlet(accountId).receive(message);
      await door.lookNow();
      return message;
    },
    async until(instant) {
      clock.set(Date.parse(instant));
      await door.lookNow();
    },
  };
}
