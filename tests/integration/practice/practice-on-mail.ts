import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, vi } from "vitest";
import type { WeeklyHours } from "../../../src/domain/policy/hours.ts";
import { composeApp, migrationsOfSources } from "../../../src/host/compose-app.ts";
import { noVault } from "../../../src/host/no-vault.ts";
import type { Notice } from "../../../src/practice/context.ts";
import type { Practice } from "../../../src/practice/practice.ts";
import type { MessageDetail } from "../../../src/practice/message-views.ts";
import { value, weekdaysNineToFive } from "../../builders/practice.ts";
import { movableClock, type MovableClock } from "../../harness/clock.ts";
import { headerOf, type MailServers, readMailbox } from "../../servers/index.ts";

/** The whole app, put together as its hosts do, on real mail servers; only the clock and the notifications are the test's. */
export interface PracticeOnMail {
  readonly clock: MovableClock;
  readonly notices: Notice[];
  readonly practice: Practice;
  /** Adds a client and returns the id. */
  addClient(preferredName: string, emails: readonly string[], language?: "en" | "es"): string;
  /** Every stored message with this subject or from this address, opened, oldest first. */
  messages(which: { readonly subject: string } | { readonly address: string }): readonly MessageDetail[];
  /** What became of the message with this subject; null until it is stored and its reply, if any, is settled. */
  fate(subject: string): Fate | null;
  stop(): Promise<void>;
}

/** A message's place, and its automatic reply or the sentence that says why there is none. */
export interface Fate {
  readonly held: boolean;
  readonly reply: "none" | "sent" | "failed" | "unconfirmed" | "suppressed";
  readonly reason: string | null;
}

export interface PracticeOnMailOptions {
  readonly now: number;
  /** Further addresses of the therapist's mailbox. */
  readonly aliases?: readonly string[];
  readonly messageHours?: WeeklyHours;
}

/** Founds the practice of J. Kim in New York and connects its mailbox; resolves when that is being watched. */
export async function practiceOnMail(servers: MailServers, options: PracticeOnMailOptions): Promise<PracticeOnMail> {
  const { now, aliases = [], messageHours = weekdaysNineToFive } = options;
  const folder = mkdtempSync(join(tmpdir(), "between-on-mail-"));
  const clock = movableClock(now);
  const notices: Notice[] = [];
  const { door } = composeApp({
    host: "browser",
    folder,
    screensFolder: folder,
    migrationsFolder: migrationsOfSources,
    version: "0.0.0-test",
    clock,
    vault: noVault,
    notifier: {
      show: async (notice) => {
        notices.push(notice);
      },
    },
    log: (line) => console.error(line),
  });
  value(
    await door.create({
      practice: { name: "J. Kim, LMFT", zone: "America/New_York", locale: "en-US", region: "US" },
      messageHours,
      passphrase: "correct horse battery staple",
      unlockWithComputer: false,
    }),
  );
  const practice = door.practice();
  if (practice === null) throw new Error("The practice did not open.");
  // The servers stamp each mail with the real time, by which weeks of this practice are seconds and every client persistent.
  const { gate } = practice.policy.availability();
  value(practice.policy.setGate({ ...gate, repeatedContact: { ...gate.repeatedContact, on: false } }));
  const report = value(await practice.mailboxes.test(servers.account, null));
  expect(report).toMatchObject({ incoming: { ok: true }, outgoing: { ok: true } });
  value(practice.mailboxes.connect({ ...servers.account, aliases }));
  await vi.waitUntil(() => practice.mailboxes.list()[0]?.health.state === "watching", 20_000);

  const messages: PracticeOnMail["messages"] = (which) => {
    const { surfaced, held, unknown, archived } = practice.inbox.list();
    return [surfaced, held, unknown, archived]
      .flat()
      .filter((message) => ("subject" in which ? message.subject === which.subject : message.address === which.address))
      .toSorted((a, b) => a.receivedAt - b.receivedAt)
      .map((message) => practice.inbox.open(message.id))
      .filter((message) => message !== null);
  };
  return {
    clock,
    notices,
    practice,
    messages,
    addClient: (preferredName, emails, language = "en") =>
      value(practice.clients.add({ preferredName, language, emails, urgent: false, optedOut: false })).id,
    fate(subject) {
      const [message] = messages({ subject });
      return message === undefined ? null : fateOf(message);
    },
    async stop() {
      await door.shut();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What became of an opened message; null while its reply is under way. */
export function fateOf({ held, why: { reply } }: MessageDetail): Fate | null {
  if (reply === null) return { held, reply: "none", reason: null };
  const { state, reason } = reply;
  return state === "queued" || state === "sending" ? null : { held, reply: state, reason };
}

/** The automatic replies in a real mailbox. */
export async function automaticReplies(servers: MailServers, address?: string): Promise<string[]> {
  const mails = await readMailbox(servers, address);
  return mails.filter((raw) => headerOf(raw, "Auto-Submitted") === "auto-replied");
}

/** Waits, for as long as real servers on a busy machine may take, until `what` gives the expected. */
export async function becomes(what: () => unknown, expected: unknown): Promise<void> {
  await expect.poll(what, { timeout: 20_000, interval: 50 }).toEqual(expected);
}
