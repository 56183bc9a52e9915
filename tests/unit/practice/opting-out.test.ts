import { describe, expect, test } from "vitest";
import { testPractice, type TestPractice, value } from "../../builders/practice.ts";

// Saturday 28 November 2026 in New York (UTC-5); the practice opens on Monday the 30th at 9:00.
const saturdayAt0210 = "2026-11-28T07:10:00Z";
const mondayAt9 = "2026-11-30T14:00:00Z";
const stranger = "stranger@example.com";

const maya = ({ practice }: TestPractice) =>
  practice.clients.list().find(({ preferredName }) => preferredName === "Maya");
const kinds = ({ email }: TestPractice) => email.sent.map(({ text }) => text);
const lastReply = ({ practice }: TestPractice, id: string) => practice.inbox.open(id)?.why.reply ?? null;
const newest = ({ practice }: TestPractice) => {
  const { surfaced, held, unknown } = practice.inbox.list();
  return [...surfaced, ...held, ...unknown].toSorted((a, b) => b.receivedAt - a.receivedAt)[0]?.id ?? "";
};
const needs = ({ practice }: TestPractice) => practice.inbox.today().needsYou.map(({ kind }) => kind);
const answerStrangers = ({ practice }: TestPractice) =>
  value(practice.policy.setReplies({ ...practice.policy.availability().replies, toUnknownSenders: true }));
const unreachable = {
  kind: "try-again",
  fault: { code: "unreachable", sentence: "The server cannot be reached." },
} as const;

async function withSessionTomorrow(): Promise<TestPractice> {
  const founded = await testPractice({ now: "2026-11-30T15:00:00Z" });
  bookedWithMaya(founded, "2026-12-01T10:00");
  return founded;
}

function bookedWithMaya(founded: TestPractice, start: string): void {
  const clientId = maya(founded)?.id ?? "";
  value(founded.practice.booking.book({ clientId, title: "", start, durationMinutes: 50, repeats: null }));
}

describe("STOP as the whole message", () => {
  test("opts the client out at any hour, with one confirmation, and is shown with its date", async () => {
    const founded = await testPractice({ now: saturdayAt0210 });
    await founded.arrive({ text: "Stop." });
    expect(maya(founded)).toMatchObject({
      optedOut: true,
      optOut: { at: Date.parse(saturdayAt0210), how: "stop" },
    });
    expect(founded.practice.inbox.today().recentReplies).toMatchObject([{ kind: "opt-out", state: "sent" }]);
    founded.clock.set(Date.parse("2026-11-28T07:30:00Z"));
    await founded.arrive({ text: "STOP" });
    founded.clock.set(Date.parse("2026-11-28T07:50:00Z"));
    await founded.arrive({ text: "Could we talk?" });
    expect(founded.email.sent).toHaveLength(1);
    expect(lastReply(founded, newest(founded))).toMatchObject({
      state: "suppressed",
      reason: "The client asked for no automatic replies.",
    });
  });

  test("takes back what is queued for them, and the confirmation still leaves", async () => {
    const founded = await testPractice({ now: saturdayAt0210 });
    founded.email.outcomes.push(unreachable, unreachable);
    await founded.arrive();
    const first = newest(founded);
    founded.clock.set(Date.parse("2026-11-28T07:10:05Z"));
    await founded.arrive({ text: "STOP" });
    expect(lastReply(founded, first)).toMatchObject({ kind: "availability", state: "suppressed" });
    await founded.until("2026-11-28T07:20:00Z");
    expect(founded.practice.inbox.today().recentReplies).toMatchObject([{ kind: "opt-out", state: "sent" }]);
  });

  test("hides nothing: messages of an opted-out client are held, surfaced and told of as ever", async () => {
    const founded = await testPractice({ now: saturdayAt0210 });
    await founded.arrive({ text: "STOP" });
    await founded.arrive();
    expect(founded.practice.inbox.list().held).toHaveLength(2);
    await founded.until(mondayAt9);
    expect(founded.practice.inbox.list().surfaced).toHaveLength(2);
    expect(founded.notices).toMatchObject([{ title: "2 messages in your inbox" }]);
  });

  test("of a stranger ends automatic replies to that address, and stays when they become a client", async () => {
    const founded = await testPractice({ now: saturdayAt0210 });
    answerStrangers(founded);
    await founded.arrive({ sender: stranger, text: "STOP" });
    await founded.arrive({ sender: stranger });
    expect(founded.email.sent).toHaveLength(1);
    value(founded.practice.inbox.linkToClient(newest(founded), maya(founded)?.id ?? ""));
    expect(maya(founded)).toMatchObject({ optedOut: true, optOut: { how: "stop" } });
    const { id } = value(
      founded.practice.clients.add({
        preferredName: "Sam",
        language: "en",
        emails: ["sam@example.com"],
        urgent: false,
        optedOut: false,
      }),
    );
    expect(founded.practice.clients.list().find((client) => client.id === id)).toMatchObject({
      optedOut: false,
      optOut: null,
    });
  });

  test("of a stranger who is then added as a client keeps them opted out", async () => {
    const founded = await testPractice({ now: saturdayAt0210 });
    answerStrangers(founded);
    await founded.arrive({ sender: stranger, text: "unsubscribe" });
    const input = { preferredName: "Sam", language: "en", emails: [stranger], urgent: false, optedOut: false } as const;
    const { id } = value(founded.practice.clients.add(input));
    const sam = () => founded.practice.clients.list().find((client) => client.id === id);
    expect(sam()).toMatchObject({ optedOut: true, optOut: { at: Date.parse(saturdayAt0210), how: "stop" } });
    value(founded.practice.clients.change(id, input));
    expect(sam()).toMatchObject({ optedOut: false, optOut: null });
  });

  test("in a newsletter, or a program's answer, changes nothing", async () => {
    const founded = await testPractice({ now: saturdayAt0210 });
    await founded.arrive({ text: "STOP", headers: { "Auto-Submitted": "auto-replied" } });
    await founded.arrive({ sender: stranger, text: "unsubscribe", headers: { "List-Id": "<list.example>" } });
    expect(maya(founded)?.optedOut).toBe(false);
    expect(needs(founded)).toEqual([]);
  });

  test("in the subject of a mail without text counts, and one that cannot be read never does", async () => {
    const founded = await testPractice({ now: saturdayAt0210 });
    await founded.arrive({ subject: "STOP", text: "", unreadable: "Cannot be read." });
    expect(maya(founded)?.optedOut).toBe(false);
    await founded.arrive({ subject: "STOP", text: " " });
    expect(maya(founded)?.optedOut).toBe(true);
  });
});

describe("START", () => {
  test("opts in again with one confirmation; a second one is a message like any other", async () => {
    const founded = await testPractice({ now: saturdayAt0210 });
    await founded.arrive({ text: "STOP" });
    founded.clock.set(Date.parse("2026-11-28T09:30:00Z"));
    await founded.arrive({ text: "START" });
    expect(maya(founded)).toMatchObject({ optedOut: false, optOut: null });
    expect(founded.practice.inbox.today().recentReplies.map(({ kind }) => kind)).toEqual(["opt-in", "opt-out"]);
    founded.clock.set(Date.parse("2026-11-28T09:50:00Z"));
    await founded.arrive({ text: "START" });
    expect(founded.practice.inbox.today().recentReplies.map(({ kind }) => kind)).toEqual([
      "availability",
      "opt-in",
      "opt-out",
    ]);
  });
});

describe("the therapist", () => {
  test("opts a client out and in by hand, with the date", async () => {
    const founded = await testPractice({ now: saturdayAt0210 });
    const { id, preferredName, language, emails, urgent } = maya(founded) ?? { id: "" };
    const input = {
      preferredName: preferredName ?? "",
      language: language ?? "en",
      emails: emails ?? [],
      urgent: urgent ?? false,
    };
    value(founded.practice.clients.change(id, { ...input, optedOut: true }));
    expect(maya(founded)?.optOut).toEqual({ at: Date.parse(saturdayAt0210), how: "by-hand" });
    founded.clock.set(Date.parse("2026-11-29T12:00:00Z"));
    value(founded.practice.clients.change(id, { ...input, optedOut: true }));
    expect(maya(founded)?.optOut?.at).toBe(Date.parse(saturdayAt0210));
    value(founded.practice.clients.change(id, { ...input, optedOut: false }));
    await founded.arrive();
    expect(founded.email.sent).toHaveLength(1);
  });
});

describe("HELP", () => {
  test("surfaces at any hour and gets the safety reply", async () => {
    const founded = await testPractice({ now: saturdayAt0210 });
    await founded.arrive({ text: "help" });
    expect(founded.practice.inbox.list().surfaced).toMatchObject([{ safety: true }]);
    expect(founded.practice.inbox.today().recentReplies).toMatchObject([{ kind: "safety", state: "sent" }]);
    expect(kinds(founded)[0]).toContain("911");
  });
});

describe("a message that may be an opt-out", () => {
  test("CANCEL the day before a session is put before the therapist, and nothing changes by itself", async () => {
    const founded = await withSessionTomorrow();
    await founded.arrive({ text: "Cancel" });
    expect(maya(founded)?.optedOut).toBe(false);
    expect(founded.email.sent).toEqual([]);
    expect(founded.practice.inbox.today().needsYou).toMatchObject([
      {
        kind: "opt-out-unclear",
        sentence:
          "Maya may have asked for no automatic replies. Until you say how it was meant, none but safety replies go to them.",
      },
    ]);
    expect(founded.practice.inbox.list().digest).toMatchObject([{ reason: "opt-out", opens: { unclear: "opt-out" } }]);
  });

  test.each([
    ["an hour and a half after it began", "2026-12-01T16:30:00Z"],
    ["two days after it", "2026-12-03T14:00:00Z"],
    ["four days before it", "2026-11-27T15:00:00Z"],
    ["two weeks before it", "2026-11-17T15:00:00Z"],
  ])("CANCEL by a client who comes once, %s, is asked, and a safety reply still reaches them", async (_when, at) => {
    const founded = await testPractice({ now: "2026-11-16T15:00:00Z" });
    bookedWithMaya(founded, "2026-12-01T10:00");
    await founded.until(at);
    await founded.arrive({ text: "Cancel" });
    expect(maya(founded)?.optedOut).toBe(false);
    expect(needs(founded)).toContain("opt-out-unclear");
    await founded.arrive({ text: "I want to die" });
    expect(founded.practice.inbox.today().recentReplies).toMatchObject([{ kind: "safety", state: "sent" }]);
  });

  test("YES between sessions that are not near is a message like any other", async () => {
    const founded = await testPractice({ now: "2026-11-27T15:00:00Z" });
    bookedWithMaya(founded, "2026-12-01T10:00");
    await founded.arrive({ text: "Yes" });
    expect(needs(founded)).toEqual([]);
  });

  test.each([
    ["sixteen days before their only session", "2026-12-14T10:00"],
    ["when it was three days ago", "2026-11-25T09:00"],
  ])("CANCEL %s is an opt-out", async (_when, start) => {
    const founded = await testPractice({ now: saturdayAt0210 });
    bookedWithMaya(founded, start);
    await founded.arrive({ text: "CANCEL" });
    expect(maya(founded)?.optedOut).toBe(true);
  });

  test("CANCEL with no session in sight and no word from the practice is an opt-out", async () => {
    const founded = await testPractice({ now: saturdayAt0210 });
    await founded.arrive({ text: "CANCEL" });
    expect(maya(founded)?.optedOut).toBe(true);
  });

  test("YES within two days of a message by hand is a question, later it is nothing", async () => {
    const founded = await testPractice({ now: "2026-11-30T15:00:00Z" });
    await founded.arrive();
    value(
      founded.practice.byHand.send({
        messageId: newest(founded),
        text: "Is Tuesday all right?",
        to: "maya@example.org",
        leaves: { kind: "now" },
      }),
    );
    await founded.until("2026-11-30T15:01:00Z");
    expect(founded.email.sent).toHaveLength(1);
    await founded.arrive({ text: "Yes" });
    expect(needs(founded)).toEqual(["opt-out-unclear"]);
    value(founded.practice.optingOut.settleKeyword(newest(founded), "other"));
    await founded.until("2026-12-03T15:00:00Z");
    await founded.arrive({ text: "Yes" });
    expect(needs(founded)).toEqual([]);
  });

  test("holds back availability replies, also queued ones, but no safety reply, until it is settled", async () => {
    const founded = await testPractice({ now: saturdayAt0210 });
    founded.email.outcomes.push(unreachable);
    await founded.arrive();
    const first = newest(founded);
    founded.clock.set(Date.parse("2026-11-28T07:10:05Z"));
    await founded.arrive({ text: "please stop texting me" });
    expect(lastReply(founded, first)).toMatchObject({ kind: "availability", state: "suppressed" });
    founded.clock.set(Date.parse("2026-11-28T07:30:00Z"));
    await founded.arrive({ text: "I want to die" });
    expect(founded.practice.inbox.today().recentReplies).toMatchObject([{ kind: "safety", state: "sent" }]);
  });

  test("settled as the appointment lets replies go on, and answers what waits", async () => {
    const founded = await testPractice({ now: saturdayAt0210 });
    await founded.arrive({ text: "please stop texting me" });
    expect(founded.email.sent).toEqual([]);
    const id = newest(founded);
    value(founded.practice.optingOut.settleKeyword(id, "other"));
    await founded.until("2026-11-28T07:11:00Z");
    expect(founded.practice.inbox.today().recentReplies).toMatchObject([{ kind: "availability", state: "sent" }]);
    expect(needs(founded)).toEqual([]);
    expect(maya(founded)?.optedOut).toBe(false);
  });

  test("settled as an opt-out opts them out without a word, and can be taken back", async () => {
    const founded = await testPractice({ now: saturdayAt0210 });
    await founded.arrive({ text: "please stop texting me" });
    const id = newest(founded);
    value(founded.practice.optingOut.settleKeyword(id, "opt-out"));
    await founded.until("2026-11-28T07:11:00Z");
    expect(maya(founded)?.optOut).toEqual({ at: Date.parse(saturdayAt0210), how: "unclear" });
    expect(founded.email.sent).toEqual([]);
    expect(founded.practice.optingOut.settleKeyword(id, "other")).toMatchObject({ ok: false });
    value(founded.practice.optingOut.settleKeyword(id, null));
    expect(maya(founded)).toMatchObject({ optedOut: false, optOut: null });
    expect(needs(founded)).toEqual(["opt-out-unclear"]);
  });

  test("of somebody who opted out may ask for replies again", async () => {
    const founded = await testPractice({ now: saturdayAt0210 });
    await founded.arrive({ text: "STOP" });
    founded.clock.set(Date.parse("2026-11-28T07:20:00Z"));
    await founded.arrive({ text: "please start again" });
    expect(needs(founded)).toEqual(["opt-in-unclear"]);
    const id = newest(founded);
    expect(founded.practice.optingOut.settleKeyword(id, "opt-out")).toMatchObject({ ok: false });
    value(founded.practice.optingOut.settleKeyword(id, "opt-in"));
    expect(maya(founded)?.optedOut).toBe(false);
    value(founded.practice.optingOut.settleKeyword(id, null));
    expect(maya(founded)?.optedOut).toBe(true);
  });
});
