import { afterEach, describe, expect, test } from "vitest";
import type { OutgoingReply, Submission } from "../../../src/channels/channel.ts";
import { emailAccountSchema } from "../../../src/channels/email/account.ts";
import { sendReply } from "../../../src/channels/email/sender.ts";
import type { ScriptedSmtp, SmtpScript } from "../../servers/index.ts";
import { headerOf, scriptedSmtp, serversMissing, titleWithServers } from "../../servers/index.ts";

const reply: OutgoingReply = {
  submission: "auto-replied",
  messageId: "<reply-1@practice.example>",
  to: "client@example.org",
  subject: "Auto: I am away",
  text: "I read messages on Monday at 9:00.\nEmergency: call 911.",
  inReplyTo: "<question@example.org>",
  references: ["<question@example.org>"],
  date: Date.UTC(2026, 0, 3, 2, 10),
};

const limits = { connectionTimeout: 2000, greetingTimeout: 300, loginTimeout: 1000, socketTimeout: 500 };
let server: ScriptedSmtp;

async function sendTo(script: SmtpScript, submission: Submission = "auto-replied") {
  server = await scriptedSmtp(script);
  const account = emailAccountSchema.parse({
    address: "therapist@practice.example",
    displayName: "J. Kim",
    aliases: [],
    username: "therapist",
    password: "correct horse battery",
    imap: { host: "localhost", port: 993, security: "tls" },
    smtp: { host: "localhost", port: server.port, security: "tls" },
    certificateAuthority: server.certificateAuthority,
  });
  return await sendReply(account, { ...reply, submission }, limits);
}

const senders = () =>
  server.commands.filter((command) => command.startsWith("MAIL")).map((line) => /<.*?>/.exec(line)?.[0]);

afterEach(() => server.stop());

describe.skipIf(serversMissing !== null)(titleWithServers("a reply and a server on a bad day"), () => {
  test("a server that takes everything gets the reply once, with the null sender and no wish for notices", async () => {
    expect(await sendTo({})).toEqual({ kind: "sent" });
    expect(senders()).toEqual(["<>"]);
    expect(server.commands).toContain("RCPT TO:<client@example.org> NOTIFY=NEVER");
    expect(server.messages).toHaveLength(1);
  });

  test.each([
    ["by-hand", null],
    ["auto-generated", "auto-generated"],
  ] as const)(
    "what is %s has the therapist's own address as its sender, so that a bounce comes back",
    async (submission, mark) => {
      expect(await sendTo({}, submission)).toEqual({ kind: "sent" });
      expect(senders()).toEqual(["<therapist@practice.example>"]);
      expect(server.commands).toContain("RCPT TO:<client@example.org>");
      const [raw = ""] = server.messages;
      expect(headerOf(raw, "Auto-Submitted")).toBe(mark);
      expect(headerOf(raw, "X-Auto-Response-Suppress")).toBe(mark === null ? null : "All");
    },
  );

  test("what was written by hand is not tried from another sender when its own is refused", async () => {
    expect(await sendTo({ mail: () => "550 5.7.1 not you" }, "by-hand")).toMatchObject({ kind: "failed" });
    expect(senders()).toEqual(["<therapist@practice.example>"]);
  });

  test("a server without delivery notices is not asked for them", async () => {
    expect(await sendTo({ extensions: ["AUTH PLAIN"] })).toEqual({ kind: "sent" });
    expect(server.commands).toContain("RCPT TO:<client@example.org>");
  });

  describe("nothing was handed over, so it may be tried again", () => {
    test.each<[string, SmtpScript, string]>([
      ["the server ends the connection at once", { greeting: "drop" }, "unreachable"],
      ["the server is too busy to greet", { greeting: "421 too many connections" }, "throttled"],
      ["the server never greets", { greeting: "silence" }, "protocol"],
      ["the password is refused", { auth: "535 5.7.8 no" }, "auth"],
      ["the password cannot be checked right now", { auth: "454 4.7.0 try later" }, "throttled"],
      ["the server falls silent during the login", { auth: "silence" }, "unreachable"],
      ["the connection breaks during the login", { auth: "drop" }, "unreachable"],
      ["the server offers no login", { extensions: ["SIZE 1000"] }, "protocol"],
      ["the server wants a login it did not ask for", { mail: () => "530 5.7.0 authenticate first" }, "auth"],
      ["the sender is deferred", { mail: () => "451 later" }, "throttled"],
      ["the connection breaks at the sender", { mail: () => "drop" }, "unreachable"],
      ["the recipient is deferred", { rcpt: () => "450 greylisted" }, "throttled"],
      ["the connection breaks at the recipient", { rcpt: () => "drop" }, "unreachable"],
      ["the server falls silent at the recipient", { rcpt: () => "silence" }, "unreachable"],
      ["the server is not ready for the message", { data: "451 disk full" }, "throttled"],
      ["the connection breaks before the message", { data: "drop" }, "unreachable"],
      ["the whole message is deferred", { content: () => "452 later" }, "throttled"],
      ["the server shuts down instead of taking the message", { content: () => "421 shutting down" }, "throttled"],
    ])("%s", async (_, script, code) => {
      expect(await sendTo(script)).toMatchObject({ kind: "try-again", fault: { code } });
    });

    test("all the same when the commands are sent in one go (PIPELINING)", async () => {
      const extensions = ["PIPELINING", "AUTH PLAIN"];
      expect(await sendTo({ extensions, data: "drop" })).toMatchObject({ kind: "try-again" });
      await server.stop();
      expect(await sendTo({ extensions, rcpt: () => "451 later", data: "503 no recipient" })).toMatchObject({
        kind: "try-again",
      });
    });
  });

  describe("the server has refused for good", () => {
    test.each<[string, SmtpScript]>([
      ["the recipient", { rcpt: () => "550 5.1.1 no such user" }],
      ["the message before it came", { data: "554 no" }],
      ["the message after it came", { content: () => "554 5.6.0 looks odd" }],
      ["both senders", { mail: () => "550 5.7.1 not you" }],
      ["a message larger than it takes", { extensions: ["AUTH PLAIN", "SIZE 10"] }],
    ])("%s", async (_, script) => {
      expect(await sendTo(script)).toMatchObject({ kind: "failed", fault: { code: "rejected" } });
    });
  });

  describe("the message was handed over and no answer came, so nobody can say", () => {
    test.each<[string, SmtpScript]>([
      ["the connection breaks in the middle of the message", { dropInContent: true }],
      ["the connection breaks after the message", { content: () => "drop" }],
      ["the server falls silent after the message", { content: () => "silence" }],
      ["the server answers with something that is no answer", { content: () => "354 go on" }],
      ["the server answers with words", { content: () => "thank you" }],
    ])("%s", async (_, script) => {
      const outcome = await sendTo(script);
      expect(outcome).toMatchObject({
        kind: "unconfirmed",
        fault: { sentence: expect.stringContaining("may or may not have left") },
      });
      expect(senders(), "it is not sent a second time").toEqual(["<>"]);
    });
  });

  describe("a server that takes no mail from the null sender gets it from the account's own address", () => {
    const notNull = (sender: string) => sender !== "";
    test.each<[string, SmtpScript]>([
      ["told at MAIL FROM", { mail: (line) => (line.includes("<>") ? "553 5.7.1 sender required" : "250 ok") }],
      [
        "told at RCPT TO",
        { rcpt: (from) => (notNull(from) ? "250 ok" : "553 5.7.1 <>: Sender address rejected: not owned by user") },
      ],
      [
        "told after the message",
        {
          content: (from) =>
            notNull(from) ? "250 ok" : "550 5.7.60 Client does not have permissions to send as this sender",
        },
      ],
      [
        "told at MAIL FROM with all commands in one go",
        {
          extensions: ["PIPELINING", "AUTH PLAIN"],
          mail: (line) => (line.includes("<>") ? "550 no null sender" : "250 ok"),
          rcpt: (from) => (notNull(from) ? "250 ok" : "503 sender first"),
        },
      ],
      [
        "told at RCPT TO with all commands in one go",
        {
          extensions: ["PIPELINING", "AUTH PLAIN"],
          rcpt: (from) => (notNull(from) ? "250 ok" : "550 5.1.8 sender refused"),
        },
      ],
    ])("%s", async (_, script) => {
      expect(await sendTo(script)).toEqual({ kind: "sent" });
      expect(senders()).toEqual(["<>", "<therapist@practice.example>"]);
    });

    test("but a client who does not exist is not tried twice", async () => {
      await sendTo({ rcpt: () => "550 5.1.1 no such user" });
      expect(senders()).toEqual(["<>"]);
    });
  });

  test("no sentence repeats what the server said, nor the password", async () => {
    const echo = "535 5.7.8 bad password: correct horse battery";
    const outcome = await sendTo({ auth: echo });
    expect(JSON.stringify(outcome)).not.toMatch(/correct horse|5\.7\.8/);
  });
});
