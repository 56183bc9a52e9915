import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OutgoingReply } from "../../../src/channels/channel.ts";
import { parseMail } from "../../../src/channels/email/parse.ts";
import { sendReply } from "../../../src/channels/email/sender.ts";
import type { MailServers } from "../../servers/index.ts";
import {
  clientAddress,
  headerOf,
  mailServers,
  readMailbox,
  serversMissing,
  titleWithServers,
} from "../../servers/index.ts";
import { patience } from "./practice-inlet.ts";

const text = "Ich lese Nachrichten wieder am Montag um 9:00 – früher nicht.\n\nNotfall: 112.\nKrise: 0800 1110111.";

const reply: OutgoingReply = {
  submission: "auto-replied",
  messageId: "<reply-7@test.local>",
  to: clientAddress,
  subject: "Automatische Antwort: Praxis geschlossen",
  text,
  inReplyTo: "<question@client.example>",
  references: ["<start@client.example>", "<question@client.example>"],
  date: Date.UTC(2026, 0, 3, 2, 10, 5),
};

describe.skipIf(serversMissing !== null)(
  titleWithServers("a reply through a real mail server"),
  { timeout: 60_000 },
  () => {
    let servers: MailServers;
    beforeAll(async () => {
      servers = await mailServers();
    }, 60_000);
    afterAll(() => servers.stop(), 60_000);

    test("reaches the client's real mailbox with everything an automatic reply must carry", async () => {
      expect(await sendReply(servers.account, reply)).toEqual({ kind: "sent" });
      await expect.poll(async () => (await readMailbox(servers)).length, patience).toBe(1);
      const [raw = ""] = await readMailbox(servers);
      const headers = [
        "Return-Path",
        "Auto-Submitted",
        "X-Auto-Response-Suppress",
        "From",
        "To",
        "In-Reply-To",
        "References",
        "Message-ID",
        "Date",
        "Subject",
        "Content-Type",
      ];
      expect(Object.fromEntries(headers.map((name) => [name, headerOf(raw, name)]))).toEqual({
        "Return-Path": "<>",
        "Auto-Submitted": "auto-replied",
        "X-Auto-Response-Suppress": "All",
        From: '"J. Kim, LMFT" <therapist@test.local>',
        To: "client@test.local",
        "In-Reply-To": "<question@client.example>",
        References: "<start@client.example> <question@client.example>",
        "Message-ID": "<reply-7@test.local>",
        Date: "Sat, 03 Jan 2026 02:10:05 +0000",
        Subject: "Automatische Antwort: Praxis geschlossen",
        "Content-Type": "text/plain; charset=utf-8",
      });
      expect(["Cc", "Bcc", "Reply-To", "Sender", "X-Mailer"].map((name) => headerOf(raw, name))).toEqual([
        null,
        null,
        null,
        null,
        null,
      ]);
      const read = await parseMail(Buffer.from(raw), { accountId: "client", receivedAt: 0, junk: false });
      expect(read.text).toBe(text);
    });

    test("works over STARTTLS", async () => {
      const account = {
        ...servers.account,
        smtp: { host: "localhost", port: servers.smtpPort, security: "starttls" as const },
      };
      expect(await sendReply(account, { ...reply, messageId: "<reply-8@test.local>" })).toEqual({ kind: "sent" });
    });

    test.each([
      ["a client whose mailbox does not exist", "bounce-anna@test.local", "failed", "rejected"],
      ["a client at a server that asks to come again later", "later-anna@test.local", "try-again", "throttled"],
      ["an address the server does not send to", "anna@elsewhere.example", "failed", "rejected"],
      ["an address that is two", "a@test.local, client@test.local", "failed", "rejected"],
      ["an address with a name", "Client <client@test.local>", "failed", "rejected"],
      ["an address with a second header in it", "client@test.local\r\nBcc: other@test.local", "failed", "rejected"],
    ])("to %s", async (_, to, kind, code) => {
      expect(await sendReply(servers.account, { ...reply, to })).toMatchObject({ kind, fault: { code } });
    });

    test("a wrong password lets the reply wait: the therapist has to mend it", async () => {
      const outcome = await sendReply({ ...servers.account, password: "not-the-password" }, reply);
      expect(outcome).toMatchObject({ kind: "try-again", fault: { code: "auth" } });
    });

    test("a certificate nobody vouches for stops the reply before the password is sent", async () => {
      const outcome = await sendReply({ ...servers.account, certificateAuthority: null }, reply);
      expect(outcome).toMatchObject({ kind: "try-again", fault: { code: "certificate" } });
    });

    test("a mail server that is away, and is back again", async () => {
      await servers.exim.crash();
      const away = { ...reply, messageId: "<reply-9@test.local>", subject: "back again" };
      expect(await sendReply(servers.account, away)).toMatchObject({
        kind: "try-again",
        fault: { code: "unreachable" },
      });
      await servers.exim.start();
      expect(await sendReply(servers.account, away)).toEqual({ kind: "sent" });
      const arrived = async () =>
        (await readMailbox(servers)).filter((raw) => headerOf(raw, "Subject") === "back again").length;
      await expect.poll(arrived, patience).toBe(1);
    });

    test("a mail server that has frozen is given up without having been handed anything", async () => {
      servers.exim.freeze();
      const limits = { connectionTimeout: 300, greetingTimeout: 300, loginTimeout: 600, socketTimeout: 600 };
      const outcome = await sendReply(servers.account, reply, limits);
      servers.exim.thaw();
      expect(outcome).toMatchObject({ kind: "try-again", fault: { code: "unreachable" } });
    });

    test("no name: the address alone is the sender", async () => {
      const account = { ...servers.account, displayName: "" };
      await sendReply(account, { ...reply, messageId: "<reply-10@test.local>", subject: "no name" });
      const named = async () =>
        (await readMailbox(servers)).find((raw) => headerOf(raw, "Subject") === "no name") ?? null;
      await expect.poll(named, patience).not.toBeNull();
      expect(headerOf((await named()) ?? "", "From")).toBe("therapist@test.local");
    });
  },
);
