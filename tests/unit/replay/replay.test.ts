import { describe, expect, test } from "vitest";
import { replay } from "../../../src/domain/replay/replay.ts";
import { policyWith } from "../../builders/policy.ts";
import { mayaThen, pastOf, weeklyWith, written } from "../../builders/past.ts";

// Dr. Kim in New York, Monday to Friday from 9 to 17.
const monday = Date.parse("2026-11-30T14:00:00Z");
const nextWeek = Date.parse("2026-12-07T14:00:00Z");

describe("a past that is replayed", () => {
  test("holds the night's mails until Monday and answers the first of them once", () => {
    const past = pastOf([written("2026-11-28T07:10:00Z"), written("2026-11-28T20:00:00Z")]);
    const replayed = replay(past, policyWith(), nextWeek);
    expect(replayed.map(({ verdict }) => verdict)).toMatchObject([
      { kind: "hold", until: monday },
      { kind: "hold", until: monday },
    ]);
    expect(replayed.map(({ reply }) => reply.kind)).toEqual(["send", "suppressed"]);
    expect(replayed.map(({ surfaced }) => surfaced?.at)).toEqual([monday, monday]);
  });

  test("leaves held what is due only after its end", () => {
    const [held] = replay(pastOf([written("2026-11-28T07:10:00Z")]), policyWith(), monday - 1);
    expect(held).toMatchObject({ verdict: { kind: "hold" }, surfaced: null });
  });

  test("surfaces a burst whole, at its last message", () => {
    const at = ["2026-11-28T07:10:00Z", "2026-11-28T07:12:00Z", "2026-11-28T07:15:00Z"];
    const replayed = replay(pastOf(at.map((one) => written(one))), policyWith(), nextWeek);
    expect(replayed.map(({ surfaced }) => surfaced?.at)).toEqual(Array(3).fill(Date.parse("2026-11-28T07:15:00Z")));
    expect(replayed.map(({ surfaced }) => surfaced?.verdict.rule)).toEqual(Array(3).fill("repeated-contact"));
  });

  test("obeys STOP from its confirmation on, and START after it", () => {
    const past = pastOf([
      written("2026-11-28T07:10:00Z", { text: "STOP" }),
      written("2026-11-28T09:10:00Z"),
      written("2026-11-28T11:10:00Z", { text: "START" }),
      written("2026-11-28T13:10:00Z"),
    ]);
    const replies = replay(past, policyWith(), nextWeek).map(({ reply }) => reply);
    expect(replies).toMatchObject([
      { kind: "send", reply: "opt-out" },
      { kind: "suppressed", suppression: "opted-out" },
      { kind: "send", reply: "opt-in" },
      { kind: "send", reply: "availability" },
    ]);
  });

  test("keeps a session undisturbed and lets out afterwards what came in during it", () => {
    const series = [weeklyWith("other", "2026-11-30T10:00")];
    const [replayed] = replay(pastOf([written("2026-11-30T15:20:00Z")], { series }), policyWith(), nextWeek);
    expect(replayed).toMatchObject({
      verdict: { kind: "hold", rule: "in-session" },
      surfaced: { at: Date.parse("2026-11-30T15:55:00Z"), verdict: { rule: "open" } },
    });
  });

  test("counts what agreed hours let through, until Monday", () => {
    const policy = policyWith({
      clientHours: [
        {
          clientId: "maya",
          reason: "Coaching",
          hours: { ...policyWith().messageHours, SA: [{ start: "18:00", end: "21:00" }] },
          firstDate: "2026-11-01",
          lastDate: null,
          reviewDate: null,
          weeklyLimit: 1,
          suspendedUntil: null,
        },
      ],
    });
    const past = pastOf([written("2026-11-28T23:10:00Z"), written("2026-11-29T00:40:00Z")]);
    expect(replay(past, policy, nextWeek)).toMatchObject([
      { verdict: { kind: "surface", rule: "client-hours" } },
      { verdict: { kind: "hold", until: monday } },
    ]);
  });

  test("surfaces the earlier messages of a burst also where a safety phrase spoke about the last one", () => {
    const past = pastOf([
      written("2026-11-28T07:10:00Z"),
      written("2026-11-28T07:12:00Z"),
      written("2026-11-28T07:15:00Z", { text: "I want to die" }),
    ]);
    const replayed = replay(past, policyWith(), nextWeek);
    expect(replayed.map(({ surfaced }) => surfaced?.at)).toEqual(Array(3).fill(Date.parse("2026-11-28T07:15:00Z")));
    expect(replayed.map(({ surfaced }) => surfaced?.verdict.rule)).toEqual([
      "repeated-contact",
      "repeated-contact",
      "safety",
    ]);
  });

  test("counts what a client was sent at either of their addresses", () => {
    const policy = policyWith({ replies: { mostPerSenderPerHour: 1 } });
    const past = pastOf([
      written("2026-11-27T21:55:00Z", { text: "I want to die" }),
      written("2026-11-27T22:10:00Z", { sender: "maya@work.example" }),
    ]);
    expect(replay(past, policy, nextWeek).map(({ reply }) => reply)).toMatchObject([
      { kind: "send", reply: "safety" },
      { kind: "suppressed", suppression: "circuit-breaker" },
    ]);
  });

  test("takes the same words within the hour before each message for a program, also when all were seen late", () => {
    const text = (at: string) =>
      written(at, {
        channel: "sms",
        sender: "+12125550142",
        envelope: null,
        text: "Ping",
        seenAt: Date.parse("2026-11-28T10:00:00Z"),
      });
    const policy = policyWith({ replies: { staleAfter: 300, mostPerSenderPerHour: 10 } });
    const times = ["2026-11-28T07:00:00Z", "2026-11-28T07:20:00Z", "2026-11-28T07:40:00Z", "2026-11-28T07:50:00Z"];
    expect(replay(pastOf(times.map(text)), policy, nextWeek).at(-1)?.reply).toMatchObject({ suppression: "loop" });
  });

  test("names the next session only where the policy lets it be told", () => {
    const series = [weeklyWith("maya", "2026-12-01T10:00")];
    const template = {
      reason: "closed",
      language: "en",
      form: "mail",
      text: "Until {nextSession}. {nextOpening}",
    } as const;
    const replied = (nextSession: boolean) => {
      const policy = { ...policyWith({ replies: { nextSession } }), templates: [template] };
      const [first] = replay(pastOf([written("2026-11-28T07:10:00Z")], { series }), policy, nextWeek);
      return first?.reply.kind === "send" ? first.reply.text : "";
    };
    expect(replied(true)).toContain("December 1");
    expect(replied(false)).not.toContain("December 1");
  });

  test("lets an unclear word hold replies back until the therapist has settled it", () => {
    const past = pastOf([
      written("2026-11-27T23:10:00Z", { text: "no more", settledAt: Date.parse("2026-11-28T06:00:00Z") }),
      written("2026-11-28T00:10:00Z"),
      written("2026-11-28T07:10:00Z"),
    ]);
    expect(replay(past, policyWith(), nextWeek).map(({ reply }) => reply)).toMatchObject([
      { kind: "suppressed", suppression: "opt-out-unclear" },
      { kind: "suppressed", suppression: "opt-out-unclear" },
      { kind: "send" },
    ]);
  });

  test("obeys what the therapist took for STOP and START from when they said so, without a confirmation", () => {
    const unclear = written("2026-11-27T23:10:00Z", { text: "no more", settledAt: Date.parse("2026-11-28T06:00:00Z") });
    const settlements = [
      { writer: unclear, meaning: "opt-in", at: Date.parse("2026-11-28T09:00:00Z") },
      { writer: unclear, meaning: "opt-out", at: Date.parse("2026-11-28T06:00:00Z") },
    ] as const;
    const times = ["2026-11-28T00:10:00Z", "2026-11-28T07:10:00Z", "2026-11-28T10:10:00Z"];
    const past = pastOf([unclear, ...times.map((at) => written(at))], { settlements });
    expect(replay(past, policyWith(), nextWeek).map(({ reply }) => reply)).toMatchObject([
      { kind: "suppressed", suppression: "opt-out-unclear" },
      { kind: "suppressed", suppression: "opt-out-unclear" },
      { kind: "suppressed", suppression: "opted-out" },
      { kind: "send", reply: "availability" },
    ]);
  });

  test("keeps a sender for itself from when it was blocked, and not before", () => {
    const unknown = { clientId: null, sender: "shop@example.org" };
    const past = pastOf([written("2026-11-30T15:00:00Z", unknown), written("2026-11-30T16:00:00Z", unknown)], {
      blocked: [{ channel: "email", address: "shop@example.org", since: Date.parse("2026-11-30T15:30:00Z") }],
    });
    expect(replay(past, policyWith(), nextWeek).map(({ verdict }) => verdict.rule)).toEqual(["open", "blocked"]);
  });

  test("lets out earlier what was held, where do-not-disturb was switched on anew for a shorter time", () => {
    const doNotDisturb = [
      { start: Date.parse("2026-11-30T15:00:00Z"), end: Date.parse("2026-11-30T20:00:00Z") },
      { start: Date.parse("2026-11-30T16:00:00Z"), end: Date.parse("2026-11-30T17:00:00Z") },
    ];
    const [replayed] = replay(pastOf([written("2026-11-30T15:20:00Z")], { doNotDisturb }), policyWith(), nextWeek);
    expect(replayed).toMatchObject({
      verdict: { kind: "hold", until: Date.parse("2026-11-30T20:00:00Z") },
      surfaced: { at: Date.parse("2026-11-30T17:00:00Z") },
    });
  });

  test("gives the same result again", () => {
    const past = pastOf([written("2026-11-28T07:10:00Z"), written("2026-11-30T15:20:00Z")], {
      clients: [{ ...mayaThen, urgent: true }],
    });
    expect(replay(past, policyWith(), nextWeek)).toEqual(replay(past, policyWith(), nextWeek));
  });
});
