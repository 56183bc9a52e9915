import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { essentialFacts } from "../../../src/domain/gate/essential-facts.ts";
import type { GateFacts } from "../../../src/domain/gate/facts.ts";
import { decide } from "../../../src/domain/gate/gate.ts";
import { factsAt, plain, policyWith } from "../../builders/policy.ts";
import { anyFacts, anyPolicy } from "./any-gate.ts";

test("what is kept with a verdict replays to the same verdict (promise 6)", () => {
  fc.assert(
    fc.property(anyPolicy, anyFacts, (policy, facts) => {
      const verdict = decide(plain, facts, policy);
      const kept = essentialFacts(facts, verdict);
      expect(decide(plain, kept, policy)).toEqual(verdict);
      expect(essentialFacts(kept, verdict)).toEqual(kept);
    }),
    { numRuns: 400 },
  );
});

test("sessions that were over, or begin long after the release, are not kept", () => {
  const facts = factsAt("2026-11-30T15:20:00Z", {
    sessions: [
      ["2026-11-30T12:00:00Z", "2026-11-30T12:50:00Z"],
      ["2026-11-30T15:00:00Z", "2026-11-30T15:50:00Z"],
      ["2026-11-30T20:00:00Z", "2026-11-30T20:50:00Z"],
    ],
  });
  const verdict = decide(plain, facts, policyWith());
  expect(verdict).toMatchObject({ rule: "in-session" });
  expect(essentialFacts(facts, verdict).sessions).toEqual([facts.sessions[1]]);
});

describe("a session is kept", () => {
  // Monday 30 November 2026, 10:20 in New York, in message hours; in the evening a message waits for Tuesday, 9:00 (14:00Z).
  const day = factsAt("2026-11-30T15:20:00Z");
  const evening = factsAt("2026-12-01T01:00:00Z");
  const interval = (start: string, end: string) => ({ start: Date.parse(start), end: Date.parse(end) });
  const kept = (facts: GateFacts, start: string, end: string, whose: "sessions" | "ownSessions") => {
    const told = { ...facts, [whose]: [interval(start, end)] };
    return essentialFacts(told, decide(plain, told, policyWith()))[whose].length === 1;
  };

  test("while a buffer after it, an hour at most, may still run", () => {
    expect(kept(day, "2026-11-30T13:00:00Z", "2026-11-30T14:20:00Z", "sessions")).toBe(true);
    expect(kept(day, "2026-11-30T13:00:00Z", "2026-11-30T14:19:59Z", "sessions")).toBe(false);
  });

  test("when a buffer before it, an hour at most, may have begun by the release", () => {
    expect(kept(day, "2026-11-30T16:20:00Z", "2026-11-30T17:00:00Z", "sessions")).toBe(true);
    expect(kept(day, "2026-11-30T16:20:01Z", "2026-11-30T17:00:00Z", "sessions")).toBe(false);
    expect(kept(evening, "2026-12-01T15:00:00Z", "2026-12-01T15:50:00Z", "sessions")).toBe(true);
    expect(kept(evening, "2026-12-01T15:00:01Z", "2026-12-01T15:50:00Z", "sessions")).toBe(false);
  });

  test("of the client who wrote, until it ends", () => {
    expect(kept(day, "2026-11-30T14:00:00Z", "2026-11-30T15:20:00Z", "ownSessions")).toBe(true);
    expect(kept(day, "2026-11-30T14:00:00Z", "2026-11-30T15:19:59Z", "ownSessions")).toBe(false);
  });

  test("of the client who wrote, up to a day after the release", () => {
    expect(kept(day, "2026-12-01T15:20:00Z", "2026-12-01T16:00:00Z", "ownSessions")).toBe(true);
    expect(kept(day, "2026-12-01T15:20:01Z", "2026-12-01T16:00:00Z", "ownSessions")).toBe(false);
    expect(kept(evening, "2026-12-02T14:00:00Z", "2026-12-02T15:00:00Z", "ownSessions")).toBe(true);
    expect(kept(evening, "2026-12-02T14:00:01Z", "2026-12-02T15:00:00Z", "ownSessions")).toBe(false);
  });
});

test("where every session matters, the lists stay what they were, so that what was worked out about them is still known", () => {
  const facts = factsAt("2026-11-30T15:20:00Z", {
    sessions: [["2026-11-30T15:00:00Z", "2026-11-30T15:50:00Z"]],
    ownSessions: [["2026-11-30T15:00:00Z", "2026-11-30T15:50:00Z"]],
  });
  const kept = essentialFacts(facts, decide(plain, facts, policyWith()));
  expect(kept.sessions).toBe(facts.sessions);
  expect(kept.ownSessions).toBe(facts.ownSessions);
});
