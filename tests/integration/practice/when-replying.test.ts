import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { parseMail } from "../../../src/channels/email/parse.ts";
import { saySuppression } from "../../../src/domain/replies/say-suppression.ts";
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
const saturdayAt0210 = Date.parse("2025-11-15T07:10:00Z");

const maya = "maya@test.local";
const mayaAtWork = "maya-work@test.local";
const stranger = "stranger@test.local";
const spouse = "spouse@test.local";
const lucia = "lucia@test.local";
const noah = "noah@test.local";

describe.skipIf(serversMissing !== null)(titleWithServers("an automatic reply, as it lies in real mailboxes"), () => {
  let servers: MailServers;
  let app: PracticeOnMail;

  beforeAll(async () => {
    servers = await mailServers({ mailboxes: [maya, mayaAtWork, stranger, spouse, lucia, noah] });
    app = await practiceOnMail(servers, { now: saturdayAt0210 });
    app.addClient("Maya", [maya, mayaAtWork]);
    app.addClient("Lucía", [lucia], "es");
    app.addClient("Noah", [noah]);
  });

  afterAll(async () => {
    await app.stop();
    await servers.stop();
  });

  /** The one reply in a mailbox, when it has come. */
  const replyTo = async (address: string): Promise<string> => {
    await becomes(async () => (await readMailbox(servers, address)).length, 1);
    const [raw = ""] = await automaticReplies(servers, address);
    return raw;
  };
  const read = (raw: string) => parseMail(Buffer.from(raw), { accountId: "client", receivedAt: 0, junk: false });

  test("a Return-Path that is not the client's gets nothing, and neither does anybody else", async () => {
    await post(servers, { from: maya, returnPath: stranger, subject: "Through somebody else" });
    await becomes(() => app.fate("Through somebody else"), {
      held: true,
      reply: "suppressed",
      reason: saySuppression("return-path-differs"),
    });
  });

  test("goes to the client's Return-Path alone, whatever From, Sender, Reply-To and Cc say", async () => {
    await post(servers, {
      from: mayaAtWork,
      returnPath: maya,
      subject: "Lighthouse",
      headers: [
        `Sender: ${spouse}`,
        `Reply-To: ${stranger}`,
        `Cc: ${spouse}`,
        `Return-Receipt-To: ${stranger}`,
        "Message-ID: <third@mail.test.local>",
        "In-Reply-To: <second@mail.test.local>",
        "References: <first@mail.test.local>\r\n <second@mail.test.local>",
      ],
      text: "The lighthouse keeps me awake. Could we talk?",
    });
    const raw = await replyTo(maya);
    expect(headerOf(raw, "To")).toBe(maya);
    expect(["Cc", "Bcc", "Reply-To", "Sender"].map((name) => headerOf(raw, name))).toEqual([null, null, null, null]);
    for (const address of [mayaAtWork, stranger, spouse]) expect(await readMailbox(servers, address)).toEqual([]);
  });

  test("carries the null sender and all that marks it as an automatic reply to this very mail", async () => {
    const raw = await replyTo(maya);
    expect(headerOf(raw, "Return-Path")).toBe("<>");
    expect(headerOf(raw, "Auto-Submitted")).toBe("auto-replied");
    expect(headerOf(raw, "X-Auto-Response-Suppress")).toBe("All");
    expect(headerOf(raw, "In-Reply-To")).toBe("<third@mail.test.local>");
    expect(headerOf(raw, "References")).toBe(
      "<first@mail.test.local> <second@mail.test.local> <third@mail.test.local>",
    );
    expect(headerOf(raw, "Message-ID")).toMatch(/^<[^<>@\s]+@test\.local>$/);
    expect(headerOf(raw, "Message-ID")).not.toContain("third@");
    expect(Date.parse(headerOf(raw, "Date") ?? "")).toBe(saturdayAt0210);
    expect(headerOf(raw, "From")).toBe('"J. Kim, LMFT" <therapist@test.local>');
  });

  test("is short plain text in UTF-8 with a fixed subject and not one word of the client's", async () => {
    await post(servers, { from: lucia, subject: "Faro", text: "El faro no me deja dormir." });
    await post(servers, { from: noah, subject: "Harbour", text: "The harbour is loud.", lacks: ["message-id"] });
    const replies = { [maya]: "lighthouse", [lucia]: "faro", [noah]: "harbour" };
    for (const [address, theirs] of Object.entries(replies)) {
      const raw = await replyTo(address);
      const { subject, text, attachments } = await read(raw);
      expect(headerOf(raw, "Content-Type")).toBe("text/plain; charset=utf-8");
      expect(`${subject}\n${text}`.toLowerCase()).not.toContain(theirs);
      expect(text).not.toMatch(/^>/m);
      expect(text).toContain("911");
      expect(text.length).toBeLessThan(1000);
      expect(attachments).toEqual([]);
    }
    expect((await read(await replyTo(noah))).subject).toBe((await read(await replyTo(maya))).subject);
    expect((await read(await replyTo(lucia))).text).toContain("Lucía");
  });

  test("names no mail where the client's had no Message-ID, and is still marked", async () => {
    const raw = await replyTo(noah);
    expect(["In-Reply-To", "References"].map((name) => headerOf(raw, name))).toEqual([null, null]);
    expect(headerOf(raw, "Auto-Submitted")).toBe("auto-replied");
  });

  test("every reply has a Message-ID of its own", async () => {
    const ids = await Promise.all([maya, lucia, noah].map(async (one) => headerOf(await replyTo(one), "Message-ID")));
    expect(new Set(ids).size).toBe(3);
  });

  test("comes from the name that the therapist has set", async () => {
    const [mailbox] = app.practice.mailboxes.list();
    if (mailbox === undefined) throw new Error("The mailbox is gone.");
    value(app.practice.mailboxes.change(mailbox.id, { ...servers.account, displayName: "Oficina Jiménez" }));
    await vi.waitUntil(() => app.practice.mailboxes.list()[0]?.health.state === "watching", 20_000);
    app.clock.set(Date.parse("2025-11-17T22:30:00Z"));
    await post(servers, { from: maya, subject: "Monday evening" });
    await becomes(async () => (await automaticReplies(servers, maya)).length, 2);
    const raw = (await automaticReplies(servers, maya)).at(-1) ?? "";
    const { sender, senderName } = await read(raw);
    expect([sender, senderName]).toEqual(["therapist@test.local", "Oficina Jiménez"]);
  });
});
