import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseMail } from "../../../src/channels/email/parse.ts";
import type { Practice } from "../../../src/practice/practice.ts";
import {
  clientAddress,
  headerOf,
  type MailServers,
  mailServers,
  sendAsClient,
  serversMissing,
  titleWithServers,
} from "../../servers/index.ts";
import { automaticReplies, becomes, type PracticeOnMail, practiceOnMail } from "./practice-on-mail.ts";

// In New York. The mail servers stamp what they receive with the real time, so this weekend lies in the past: a mail is
// never older than the practice's clock.
const saturdayAt0210 = Date.parse("2026-11-14T07:10:00Z");
const mondayAt9 = Date.parse("2026-11-16T14:00:00Z");

describe.skipIf(serversMissing !== null)(titleWithServers("a Saturday night on real mail servers"), () => {
  let servers: MailServers;
  let app: PracticeOnMail;
  let practice: Practice;

  const held = () => practice.inbox.list().held.length;
  const answers = () => automaticReplies(servers);

  beforeAll(async () => {
    servers = await mailServers();
    app = await practiceOnMail(servers, { now: saturdayAt0210 });
    practice = app.practice;
    app.addClient("Maya", [clientAddress]);
  });

  afterAll(async () => {
    await app.stop();
    await servers.stop();
  });

  test("a client's mail at 02:10 is stored and held until Monday 9:00", async () => {
    await sendAsClient(servers, { subject: "Can’t sleep", text: "Are you there?", messageId: "<first@test.local>" });
    await becomes(held, 1);
    expect(practice.inbox.list().held).toMatchObject([{ name: "Maya", subject: "Can’t sleep", until: mondayAt9 }]);
  });

  test("one reply arrives in the client's real mailbox, with the headers of an automatic reply and the emergency line", async () => {
    await becomes(async () => (await answers()).length, 1);
    const [raw = ""] = await answers();
    expect(headerOf(raw, "Return-Path")).toBe("<>");
    expect(headerOf(raw, "Auto-Submitted")).toBe("auto-replied");
    expect(headerOf(raw, "X-Auto-Response-Suppress")).toBe("All");
    expect(headerOf(raw, "In-Reply-To")).toBe("<first@test.local>");
    expect(headerOf(raw, "References")).toBe("<first@test.local>");
    expect(headerOf(raw, "To")).toBe(clientAddress);
    expect(headerOf(raw, "Subject")).toBe("Auto: your message has arrived");
    const { text } = await parseMail(Buffer.from(raw), { accountId: "client", receivedAt: 0, junk: false });
    expect(text.replace(/\s+/g, " ").trim()).toBe(
      "Hello Maya, Your message to J. Kim, LMFT has arrived. Messages are not being read now. They are read again from Monday, November 16, 9:00 AM (Eastern Time). Emergency: call 911. Crisis: call or text 988, any time. This is an automatic answer.",
    );
    expect(practice.inbox.today().recentReplies).toMatchObject([{ state: "sent", name: "Maya" }]);
  });

  test("five more mails that night bring no further reply, though the mail server is killed and restarted in between", async () => {
    await sendAsClient(servers, { text: "two" });
    await sendAsClient(servers, { text: "three" });
    await becomes(held, 3);
    await servers.dovecot.crash();
    await sendAsClient(servers, { text: "four" });
    await becomes(() => practice.light.now().channel.state, "fault");
    await servers.dovecot.start();
    await sendAsClient(servers, { text: "five" });
    await sendAsClient(servers, { text: "six" });
    await becomes(held, 6);
    await becomes(() => practice.light.now().channel.state, "working");
    expect(
      practice.inbox
        .list()
        .held.map(({ excerpt }) => excerpt)
        .toSorted(),
    ).toEqual(["Are you there?", "five", "four", "six", "three", "two"]);
    expect(practice.inbox.open(practice.inbox.list().held.at(-1)?.id ?? "")?.why.reply).toMatchObject({
      state: "suppressed",
      reason: "This sender was already told.",
    });
    expect(await answers()).toHaveLength(1);
    expect(app.notices).toEqual([]);
  });

  test("on Monday at 9:00 one notification tells of all six", async () => {
    app.clock.set(mondayAt9);
    await becomes(held, 0);
    await becomes(
      () => app.notices,
      [{ title: "6 messages in your inbox", body: "6 waited while you were not to be disturbed.", urgent: false }],
    );
    expect(practice.inbox.list().surfaced).toHaveLength(6);
    expect(await answers()).toHaveLength(1);
  });
});
