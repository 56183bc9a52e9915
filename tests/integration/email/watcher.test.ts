import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { chmodSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ImapFlow } from "imapflow";
import type { Watcher } from "../../../src/channels/channel.ts";
import type { WatchOptions } from "../../../src/channels/email/watcher.ts";
import { watchInbox } from "../../../src/channels/email/watcher.ts";
import type { MailServers } from "../../servers/index.ts";
import {
  mailServers,
  mailPassword,
  sendAsClient,
  serversMissing,
  therapistAddress,
  titleWithServers,
} from "../../servers/index.ts";
import type { PracticeInlet } from "./practice-inlet.ts";
import { patience, practiceInlet, untilHealth } from "./practice-inlet.ts";

const sundayNight = Date.UTC(2026, 0, 4, 2, 10);
const quick = { first: 50, most: 400 };

describe.skipIf(serversMissing !== null)(titleWithServers("watching a real mailbox"), { timeout: 60_000 }, () => {
  let servers: MailServers;
  let inlet: PracticeInlet;
  let watchers: Watcher[];

  beforeAll(async () => {
    servers = await mailServers();
  }, 60_000);
  afterAll(() => servers.stop(), 60_000);
  beforeEach(() => {
    inlet = practiceInlet();
    watchers = [];
  });
  afterEach(() => Promise.all(watchers.map((watcher) => watcher.stop())));

  function watch(options: Partial<WatchOptions> = {}): Watcher {
    const watcher = watchInbox({
      account: servers.account,
      accountId: "practice-mail",
      inlet,
      now: () => sundayNight,
      backoff: quick,
      ...options,
    });
    watchers.push(watcher);
    return watcher;
  }

  async function watching(options: Partial<WatchOptions> = {}): Promise<Watcher> {
    const watcher = watch(options);
    await untilHealth(inlet, "watching");
    return watcher;
  }

  const received = (subjects: readonly string[]) =>
    expect.poll(() => inlet.subjects().toSorted(), patience).toEqual(subjects.toSorted());
  const inMailbox = async <T>(act: (client: ImapFlow) => Promise<T>): Promise<T> => {
    const auth = { user: therapistAddress, pass: mailPassword };
    const client = new ImapFlow({
      host: "127.0.0.1",
      port: servers.imapPort,
      secure: false,
      doSTARTTLS: false,
      auth,
      logger: false,
    });
    await client.connect();
    await client.mailboxOpen("INBOX");
    try {
      return await act(client);
    } finally {
      await client.logout();
    }
  };
  const mailboxHolds = (count: number) =>
    expect
      .poll(() => inMailbox(async (client) => (client.mailbox === false ? 0 : client.mailbox.exists)), patience)
      .toBe(count);
  const emptyMailbox = () => inMailbox((client) => client.messageDelete("1:*"));

  test("a mail arrives while the app is idle and is received with its server's date and facts", async () => {
    await watching();
    const messageId = await sendAsClient(servers, { subject: "Can we move Tuesday?", text: "I cannot come at 10." });
    await received(["Can we move Tuesday?"]);
    const [message] = inlet.messages;
    expect(message).toMatchObject({
      channel: "email",
      accountId: "practice-mail",
      externalId: messageId,
      sender: "client@test.local",
      text: "I cannot come at 10.",
      unreadable: null,
      envelope: { returnPath: "client@test.local", recipients: ["therapist@test.local"], junk: false },
    });
    const [internalDate] = await inMailbox(async (client) => {
      const listed = await client.fetchAll("*", { internalDate: true });
      return listed.map((entry) => new Date(entry.internalDate ?? 0).getTime());
    });
    expect(message?.receivedAt).toBe(internalDate);
  });

  test("one mail leads to one catch-up: the app does not keep asking the server", async () => {
    let asked = 0;
    const { cursor } = inlet;
    inlet.cursor = (mailbox) => ((asked += 1), cursor(mailbox));
    await watching();
    await sendAsClient(servers, { subject: "one" });
    await received(["one"]);
    await sendAsClient(servers, { subject: "two" });
    await received(["one", "two"]);
    expect(asked).toBe(3);
  });

  test("mails that lay in the mailbox before the account was added are history", async () => {
    await sendAsClient(servers, { subject: "from last year" });
    await expect
      .poll(() => inMailbox((client) => client.search({ subject: "from last year" })), patience)
      .toHaveLength(1);
    await watching();
    await sendAsClient(servers, { subject: "new" });
    await received(["new"]);
  });

  test("mails that came while the app was closed are received at the next start, oldest first", async () => {
    const first = await watching();
    await first.stop();
    for (const subject of ["first", "second", "third"]) {
      await sendAsClient(servers, { subject });
      await expect.poll(() => inMailbox((client) => client.search({ subject })), patience).toHaveLength(1);
    }
    expect(inlet.subjects()).toEqual([]);
    watch();
    await received(["first", "second", "third"]);
    expect(inlet.subjects()).toEqual(["first", "second", "third"]);
  });

  test("mails stay unread and in place, whatever the app fetches", async () => {
    await watching();
    await sendAsClient(servers, { subject: "still unread" });
    await received(["still unread"]);
    const flags = await inMailbox(async (client) => {
      const uids = await client.search({ subject: "still unread" }, { uid: true });
      const entry = await client.fetchOne(`${uids === false ? "" : uids?.[0]}`, { flags: true }, { uid: true });
      return entry === false ? null : [...(entry.flags ?? [])];
    });
    expect(flags).not.toContain("\\Seen");
    expect(flags).not.toContain("\\Deleted");
  });

  test("a mail the provider has flagged as junk is received as junk", async () => {
    const first = await watching();
    await first.stop();
    await inMailbox((client) => client.append("INBOX", "From: a@b.example\r\nSubject: win\r\n\r\nwin", ["$Junk"]));
    watch();
    await received(["win"]);
    expect(inlet.messages[0]?.envelope.junk).toBe(true);
  });

  test("the mail server is stopped and started again: what came meanwhile is received", async () => {
    await watching();
    await servers.dovecot.stop();
    await untilHealth(inlet, "waiting", "unreachable");
    for (const subject of ["while down 1", "while down 2"]) await sendAsClient(servers, { subject });
    await servers.dovecot.start();
    await received(["while down 1", "while down 2"]);
    await untilHealth(inlet, "watching");
  });

  test("the mail server is killed in the middle of a stream of mails: none is lost", async () => {
    await watching();
    const subjects = Array.from({ length: 24 }, (_, index) => `stream ${index}`);
    for (const subject of subjects) {
      await sendAsClient(servers, { subject });
      if (subject === "stream 8") await servers.dovecot.crash();
      if (subject === "stream 16") await servers.dovecot.start();
    }
    await received(subjects);
  });

  test("a frozen server is noticed, and its mail received when it thaws", async () => {
    await watching({ idle: { maxIdleTime: 300, socketTimeout: 600, connectionTimeout: 500, greetingTimeout: 500 } });
    servers.dovecot.freeze();
    await untilHealth(inlet, "waiting", "unreachable");
    await sendAsClient(servers, { subject: "sent into the ice" });
    servers.dovecot.thaw();
    await received(["sent into the ice"]);
  });

  test("mails that come while IDLE is being renewed are not missed", async () => {
    await watching({ idle: { maxIdleTime: 40 } });
    const subjects = Array.from({ length: 8 }, (_, index) => `renewal ${index}`);
    for (const subject of subjects) await sendAsClient(servers, { subject });
    await received(subjects);
  });

  test("waking up connects at once, though the next attempt is far away", async () => {
    await watching();
    await servers.dovecot.stop();
    for (const watcher of watchers) await watcher.stop();
    const watcher = watch({ backoff: { first: 3_600_000, most: 3_600_000 } });
    await untilHealth(inlet, "waiting", "unreachable");
    expect(inlet.healths.at(-1)).toMatchObject({ nextAttemptAt: sundayNight + 3_600_000 });
    await servers.dovecot.start();
    watcher.wake();
    await untilHealth(inlet, "watching");
  });

  test("waking up replaces a connection that looks alive, and loses nothing", async () => {
    const watcher = await watching({ backoff: { first: 3_600_000, most: 3_600_000 } });
    const before = inlet.healths.length;
    watcher.wake();
    await expect
      .poll(() => inlet.healths.slice(before), patience)
      .toEqual([{ state: "connecting" }, { state: "watching" }]);
    await sendAsClient(servers, { subject: "after the nap" });
    await received(["after the nap"]);
  });

  test("a wrong password is told in plain words, waits longest, and the right one works again", async () => {
    const wrong = watch({ account: { ...servers.account, password: "not-the-password" } });
    await untilHealth(inlet, "waiting", "auth");
    expect(inlet.healths.at(-1)).toMatchObject({
      fault: { sentence: "localhost did not accept the user name or the password." },
      nextAttemptAt: sundayNight + quick.most,
    });
    await wrong.stop();
    await watching();
  });

  test("a certificate nobody vouches for is refused before the password is sent", async () => {
    watch({ account: { ...servers.account, certificateAuthority: null } });
    await untilHealth(inlet, "waiting", "certificate");
  });

  test("STARTTLS works as well", async () => {
    await watching({
      account: { ...servers.account, imap: { host: "localhost", port: servers.imapPort, security: "starttls" } },
    });
    await sendAsClient(servers, { subject: "over STARTTLS" });
    await received(["over STARTTLS"]);
  });

  test("a message the practice cannot store holds the cursor, is shown as a fault and is tried again", async () => {
    await watching();
    inlet.beforeKeeping = (message) => {
      if (message.subject === "poison") throw new Error("disk full");
    };
    await sendAsClient(servers, { subject: "poison" });
    await untilHealth(inlet, "waiting", "protocol");
    const stuck = inlet.cursorNow;
    expect(inlet.healths.at(-1)).toMatchObject({
      fault: { sentence: expect.stringContaining("could not be saved on this computer") },
    });
    await sendAsClient(servers, { subject: "behind it" });
    await received(["behind it"]);
    expect(inlet.cursorNow).toEqual(stuck);
    await expect
      .poll(() => inlet.handovers.filter((subject) => subject === "poison").length, patience)
      .toBeGreaterThan(3);
    expect(
      inlet.handovers.filter((subject) => subject === "behind it"),
      "others are not fetched again and again",
    ).toHaveLength(1);
    inlet.beforeKeeping = () => undefined;
    await received(["behind it", "poison"]);
    await expect.poll(() => inlet.cursorNow?.lastUid, patience).toBe((stuck?.lastUid ?? 0) + 2);
    await untilHealth(inlet, "watching");
  });

  test("a mail of 12 MB is not fetched whole: its beginning is read and the message says so", async () => {
    await watching();
    const photo = { filename: "photo.jpg", content: Buffer.alloc(9_000_000, 7) };
    await sendAsClient(servers, { subject: "holiday", text: "Look at this.", attachments: [photo] });
    await received(["holiday"]);
    expect(inlet.messages[0]).toMatchObject({ text: "Look at this.", attachments: ["photo.jpg"] });
    expect(inlet.messages[0]?.unreadable).toMatch(/^This mail is 12 MB large, only its beginning was read\./);
  });

  test("a mail the server cannot read from its own disk is surfaced as unreadable and does not block the others", async () => {
    const first = await watching();
    await first.stop();
    await sendAsClient(servers, { subject: "damaged" });
    await expect.poll(() => inMailbox((client) => client.search({ subject: "damaged" })), patience).toHaveLength(1);
    const folder = join(servers.dovecot.folder, "mail", therapistAddress, "Maildir", "cur");
    for (const file of readdirSync(folder)) chmodSync(join(folder, file), 0);
    await sendAsClient(servers, { subject: "intact" });
    watch();
    await expect.poll(() => inlet.messages.length, patience).toBe(2);
    expect(inlet.messages.map((message) => message.unreadable)).toEqual([
      "The mail server did not hand over this mail. Open it in your mail program.",
      null,
    ]);
    await untilHealth(inlet, "watching");
    for (const file of readdirSync(folder)) chmodSync(join(folder, file), 0o600);
  });

  test("the mailbox is made anew: every mail is fetched again, known ones are recognised, new ones received", async () => {
    await watching();
    await sendAsClient(servers, { subject: "before", messageId: "<before@test.local>" });
    await received(["before"]);
    const old = inlet.cursorNow;
    await servers.dovecot.stop();
    servers.forgetMailbox(therapistAddress);
    await servers.dovecot.start();
    await sendAsClient(servers, { subject: "before", messageId: "<before@test.local>" });
    await sendAsClient(servers, { subject: "after" });
    await received(["before", "after"]);
    expect(inlet.cursorNow?.uidValidity).not.toBe(old?.uidValidity);
    await expect.poll(() => inlet.handovers.filter((subject) => subject === "before"), patience).toHaveLength(2);
  });

  test("a renumbered mailbox does not turn mails from before the account was added into new ones", async () => {
    await emptyMailbox();
    await inMailbox((client) =>
      client.append("INBOX", "From: a@b.example\r\nSubject: old\r\n\r\nold", [], new Date("2025-03-01T09:00:00Z")),
    );
    await inMailbox((client) =>
      client.append(
        "INBOX",
        "From: a@b.example\r\nSubject: recent\r\n\r\nrecent",
        [],
        new Date("2026-01-03T09:00:00Z"),
      ),
    );
    inlet.cursorNow = { uidValidity: "1", lastUid: 99 };
    await watching({ since: Date.UTC(2026, 0, 1) });
    await received(["recent"]);
    await mailboxHolds(2);
  });

  test("after stop nothing is received and nothing is reported", async () => {
    const watcher = await watching();
    await watcher.stop();
    expect(inlet.healths.at(-1)).toEqual({ state: "stopped" });
    const before = inlet.healths.length;
    await sendAsClient(servers, { subject: "unheard" });
    await expect.poll(() => inMailbox((client) => client.search({ subject: "unheard" })), patience).toHaveLength(1);
    watcher.wake();
    expect([inlet.subjects(), inlet.healths.length]).toEqual([[], before]);
  });

  test("a watcher can be stopped while the server is away", async () => {
    const account = { ...servers.account, imap: { ...servers.account.imap, port: 1 } };
    const watcher = watch({ account, backoff: { first: 3_600_000, most: 3_600_000 } });
    await untilHealth(inlet, "waiting", "unreachable");
    await watcher.stop();
    expect(inlet.healths.at(-1)).toEqual({ state: "stopped" });
  });
});
