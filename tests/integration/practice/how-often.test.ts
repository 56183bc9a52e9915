import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Policy } from "../../../src/domain/policy/policy.ts";
import type { Suppression } from "../../../src/domain/replies/reply.ts";
import { saySuppression } from "../../../src/domain/replies/say-suppression.ts";
import { parseMail } from "../../../src/channels/email/parse.ts";
import { value, weekdaysNineToFive } from "../../builders/practice.ts";
import { minute } from "../../../src/domain/time/instant.ts";
import {
  clientAddress,
  type MailServers,
  mailServers,
  readMailbox,
  serversMissing,
  titleWithServers,
} from "../../servers/index.ts";
import { file, post } from "./posting.ts";
import { automaticReplies, becomes, type PracticeOnMail, practiceOnMail } from "./practice-on-mail.ts";

// In New York, before the real time that the mail servers stamp. The tests follow one another through one week.
const at = (wall: string) => Date.parse(`2025-11-${wall}-05:00`);
const saturdayAt0210 = at("15T02:10:00");

const otherAddress = "maya@test.local";
const numbered = (name: string, most: number) => Array.from({ length: most }, (_, n) => `${name}-${n + 1}@test.local`);
const [stranger = "", secondStranger = ""] = numbered("stranger", 2);
const [asleep = "", awake = ""] = numbered("late", 2);
const crowd = numbered("crowd", 4);
const hasty = "hasty@test.local";

const answered = { held: true, reply: "sent", reason: null };
const silentFor = (because: Suppression) => ({ held: true, reply: "suppressed", reason: saySuppression(because) });

describe.skipIf(serversMissing !== null)(titleWithServers("how often, and how late, a mail is answered"), () => {
  let servers: MailServers;
  let app: PracticeOnMail;

  beforeAll(async () => {
    const mailboxes = [otherAddress, stranger, secondStranger, asleep, awake, ...crowd, hasty];
    servers = await mailServers({ mailboxes });
    app = await practiceOnMail(servers, { now: saturdayAt0210 });
    app.addClient("Maya", [clientAddress, otherAddress]);
    for (const address of [asleep, awake, ...crowd, hasty]) app.addClient(address, [address]);
  });

  afterAll(async () => {
    await app.stop();
    await servers.stop();
  });

  const setReplies = (replies: Partial<Policy["replies"]>) =>
    value(app.practice.policy.setReplies({ ...app.practice.policy.availability().replies, ...replies }));

  /** Sends a mail at this moment and waits for what becomes of it. */
  const write = async (from: string, subject: string, fate: object) => {
    await post(servers, { from, subject });
    await becomes(() => app.fate(subject), fate);
  };
  const repliesTo = async (address: string) => (await automaticReplies(servers, address)).length;

  test("E12: a stranger gets no answer, or one in neutral words where the therapist wants that", async () => {
    await write(stranger, "Are you taking clients?", silentFor("unknown-sender"));
    setReplies({ toUnknownSenders: true });
    await write(stranger, "Are you there?", answered);
    await becomes(() => repliesTo(stranger), 1);
    const [raw = ""] = await readMailbox(servers, stranger);
    const { text } = await parseMail(Buffer.from(raw), { accountId: "stranger", receivedAt: 0, junk: false });
    expect(text).toContain("911");
    expect(text).not.toMatch(/Kim|LMFT|therap|session|client|Maya/i);
  });

  test("E8: a client is told once a closed period, from whichever address, and a stranger once in seven days", async () => {
    await write(clientAddress, "Saturday night", answered);
    await write(clientAddress, "Still Saturday night", silentFor("already-told"));
    await write(otherAddress, "From my other address", silentFor("already-told"));
    await write(stranger, "Hello again", silentFor("already-told"));
    app.clock.set(at("17T17:30:00"));
    await write(clientAddress, "Monday evening", answered);
    await write(stranger, "Hello on Monday", silentFor("already-told"));
    await becomes(() => repliesTo(clientAddress), 2);
    expect(await readMailbox(servers, otherAddress)).toEqual([]);
    expect(await repliesTo(stranger)).toBe(1);
  });

  test("E13: a mail that had lain in the mailbox for an hour gets no answer, one of fifty-nine minutes does", async () => {
    const now = app.clock.now();
    const late = { from: asleep, subject: "While you were asleep", headers: [`Return-Path: <${asleep}>`] };
    await file(servers, late, { receivedAt: now - 61 * minute });
    await becomes(() => app.fate("While you were asleep"), silentFor("stale"));
    const prompt = { from: awake, subject: "Just before you woke up", headers: [`Return-Path: <${awake}>`] };
    await file(servers, prompt, { receivedAt: now - 59 * minute });
    await becomes(() => app.fate("Just before you woke up"), answered);
    await becomes(() => repliesTo(awake), 1);
    expect(await readMailbox(servers, asleep)).toEqual([]);
  });

  test("E14: no more than so many answers leave in a day, whoever writes", async () => {
    app.clock.set(at("19T20:00:00"));
    setReplies({ mostPerDay: 2 });
    const [first = "", second = "", third = "", fourth = ""] = crowd;
    await write(first, "One of many", answered);
    await write(second, "Two of many", answered);
    await write(third, "Three of many", silentFor("circuit-breaker"));
    await write(secondStranger, "And a stranger", silentFor("circuit-breaker"));
    app.clock.set(at("20T20:00:01"));
    await write(fourth, "A day later", answered);
    await becomes(() => repliesTo(fourth), 1);
    expect(await readMailbox(servers, third)).toEqual([]);
    expect(await readMailbox(servers, secondStranger)).toEqual([]);
    setReplies({ mostPerDay: 200 });
  });

  test("E14: no more than so many answers go to one sender in an hour, though one closed period follows another", async () => {
    const short = [
      { start: "09:00", end: "09:15" },
      { start: "16:00", end: "17:00" },
    ];
    value(app.practice.policy.setMessageHours({ ...weekdaysNineToFive, FR: short }));
    setReplies({ mostPerSenderPerHour: 1 });
    app.clock.set(at("21T08:50:00"));
    await write(hasty, "Before nine", answered);
    app.clock.set(at("21T09:20:00"));
    await write(hasty, "After a quarter past nine", silentFor("circuit-breaker"));
    app.clock.set(at("21T09:50:01"));
    await write(hasty, "An hour after the first", answered);
    await becomes(() => repliesTo(hasty), 2);
  });

  test("E8: after seven days the stranger is told again", async () => {
    app.clock.set(at("22T02:10:01"));
    await write(stranger, "A week later", answered);
    await becomes(() => repliesTo(stranger), 2);
    expect(await readMailbox(servers, asleep)).toEqual([]);
  });
});
