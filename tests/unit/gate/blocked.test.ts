import { describe, expect, test } from "vitest";
import { explain } from "../../../src/domain/gate/explain.ts";
import { decide } from "../../../src/domain/gate/gate.ts";
import { factsAt, plain, policyWith } from "../../builders/policy.ts";

const moments = [
  ["in message hours", "2026-11-30T15:00:00Z"],
  ["on a Sunday night", "2026-11-29T07:00:00Z"],
] as const;

describe.each(moments)("a message from a blocked sender %s", (_when, now) => {
  const facts = factsAt(now, { blocked: true });

  test("is not held, because nothing of it would ever be due", () => {
    expect(decide(plain, facts, policyWith())).toEqual({ kind: "surface", rule: "blocked", reasons: ["blocked"] });
  });

  test("stays with the blocked ones, however many there are and however near a session is", () => {
    const busy = factsAt(now, {
      blocked: true,
      clientId: "maya",
      contacts: [now, now, now],
      ownSessions: [[now, "2026-11-30T18:00:00Z"]],
    });
    const policy = policyWith({ gate: { nearSession: { on: true, hours: 2, phrases: [] } } });
    expect(decide(plain, busy, policy)).toMatchObject({ rule: "blocked" });
  });

  test("surfaces for safety all the same when it contains a safety phrase", () => {
    expect(decide({ ...plain, text: "I want to die" }, facts, policyWith())).toMatchObject({ rule: "safety" });
    expect(decide({ ...plain, text: "HELP" }, facts, policyWith())).toMatchObject({ rule: "safety" });
  });
});

test("the reason is said", () => {
  const verdict = decide(plain, factsAt("2026-11-30T15:00:00Z", { blocked: true }), policyWith());
  expect(explain(verdict, () => "")).toBe("Surfaced: you blocked this sender, so nobody is notified.");
});
