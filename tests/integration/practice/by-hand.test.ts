import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseMail } from "../../../src/channels/email/parse.ts";
import { value } from "../../builders/practice.ts";
import {
  headerOf,
  type MailServers,
  mailServers,
  readMailbox,
  serversMissing,
  titleWithServers,
} from "../../servers/index.ts";
import { post } from "./posting.ts";
import { automaticReplies, becomes, type PracticeOnMail, practiceOnMail } from "./practice-on-mail.ts";

// In New York, before the real time that the mail servers stamp.
const saturdayAt2300 = Date.parse("2025-11-16T04:00:00Z");
const mondayAt9 = Date.parse("2025-11-17T14:00:00Z");
const mondayEvening = Date.parse("2025-11-17T22:05:00Z");

const maya = "maya@test.local";
const words = "Dear Maya,\n\nthank you for writing. Tuesday at 10:00 it is.\n\nJ. Kim – “see you then”";

describe.skipIf(serversMissing !== null)(
  titleWithServers("a reply written by hand, as it lies in a real mailbox"),
  () => {
    let servers: MailServers;
    let app: PracticeOnMail;

    beforeAll(async () => {
      servers = await mailServers({ mailboxes: [maya] });
      app = await practiceOnMail(servers, { now: saturdayAt2300 });
      app.addClient("Maya", [maya]);
    });

    afterAll(async () => {
      await app.stop();
      await servers.stop();
    });

    const messageId = (subject: string) => app.messages({ subject })[0]?.id ?? "";
    const byHand = async () =>
      (await readMailbox(servers, maya)).filter((raw) => headerOf(raw, "Auto-Submitted") === null);

    test("waits through the night while the automatic reply goes at once", async () => {
      await post(servers, {
        from: maya,
        subject: "Lighthouse",
        headers: [
          "Message-ID: <third@mail.test.local>",
          "In-Reply-To: <second@mail.test.local>",
          "References: <first@mail.test.local>\r\n <second@mail.test.local>",
        ],
        text: "Could we meet on Tuesday?",
      });
      await becomes(() => app.messages({ subject: "Lighthouse" }).length, 1);
      const written = {
        messageId: messageId("Lighthouse"),
        text: words,
        to: maya,
        leaves: { kind: "opening" as const, shown: mondayAt9 },
      };
      expect(value(app.practice.byHand.send(written)).leavesAt).toBe(mondayAt9);
      await becomes(async () => (await automaticReplies(servers, maya)).length, 1);
      app.clock.set(mondayAt9 - 1);
      expect(await byHand()).toEqual([]);
    });

    test("arrives at the opening, in its thread, with no sign of anything automatic", async () => {
      app.clock.set(mondayAt9);
      await becomes(async () => (await byHand()).length, 1);
      const [raw = ""] = await byHand();
      const headers = [
        "Auto-Submitted",
        "X-Auto-Response-Suppress",
        "Precedence",
        "List-Id",
        "Cc",
        "Bcc",
        "Reply-To",
        "Sender",
      ];
      expect(headers.filter((name) => headerOf(raw, name) !== null)).toEqual([]);
      // A bounce comes back to the therapist.
      expect(headerOf(raw, "Return-Path")).toBe("<therapist@test.local>");
      expect(headerOf(raw, "From")).toBe('"J. Kim, LMFT" <therapist@test.local>');
      expect(headerOf(raw, "To")).toBe(maya);
      expect(headerOf(raw, "Subject")).toBe("Re: Lighthouse");
      expect(headerOf(raw, "In-Reply-To")).toBe("<third@mail.test.local>");
      expect(headerOf(raw, "References")).toBe(
        "<first@mail.test.local> <second@mail.test.local> <third@mail.test.local>",
      );
      expect(headerOf(raw, "Message-ID")).toMatch(/^<[^<>@\s]+@test\.local>$/);
      expect(Date.parse(headerOf(raw, "Date") ?? "")).toBe(mondayAt9);
      expect((await parseMail(Buffer.from(raw), { accountId: "client", receivedAt: 0, junk: false })).text).toBe(words);
    });

    test("to an address the server does not take is told, and its words are kept", async () => {
      await post(servers, { from: "bounce-anna@test.local", subject: "Harbour", text: "Hello" });
      await becomes(() => app.messages({ subject: "Harbour" }).length, 1);
      const id = messageId("Harbour");
      value(
        app.practice.byHand.send({ messageId: id, text: words, to: "bounce-anna@test.local", leaves: { kind: "now" } }),
      );
      const failures = () => app.practice.inbox.today().needsYou.filter(({ kind }) => kind === "own-reply-failed");
      await becomes(() => {
        app.clock.set(mondayAt9 + 10_000);
        return failures().length;
      }, 1);
      value(app.practice.byHand.writeAgain(failures()[0]?.id ?? ""));
      expect(app.practice.byHand.open(id)?.draft).toBe(words);
    });

    test("just before the evening keeps the availability reply back", async () => {
      app.clock.set(mondayEvening - 11 * 60_000);
      const id = messageId("Lighthouse");
      value(app.practice.byHand.send({ messageId: id, text: "Good night.", to: maya, leaves: { kind: "now" } }));
      await becomes(async () => {
        app.clock.set(mondayEvening - 10 * 60_000);
        return (await byHand()).length;
      }, 2);
      app.clock.set(mondayEvening);
      await post(servers, { from: maya, subject: "Good night", text: "Thank you." });
      await becomes(() => app.fate("Good night"), {
        held: true,
        reply: "suppressed",
        reason: "You had just written to this client by hand.",
      });
      expect(await automaticReplies(servers, maya)).toHaveLength(1);
    });
  },
);
