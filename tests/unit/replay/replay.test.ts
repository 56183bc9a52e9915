import { describe, expect, test } from "vitest";
import { replay } from "../../../src/domain/replay/replay.ts";
import { policyWith } from "../../builders/policy.ts";
import { mayaThen, pastOf, written } from "../../builders/past.ts";

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
    const series = [
      {
        id: "weekly",
        clientId: "other",
        title: "",
        start: "2026-11-30T10:00",
        zone: "America/New_York",
        durationMinutes: 50,
        rule: "FREQ=WEEKLY",
        overrides: [],
      },
    ];
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

  test("gives the same result again", () => {
    const past = pastOf([written("2026-11-28T07:10:00Z"), written("2026-11-30T15:20:00Z")], {
      clients: [{ ...mayaThen, urgent: true }],
    });
    expect(replay(past, policyWith(), nextWeek)).toEqual(replay(past, policyWith(), nextWeek));
  });
});
