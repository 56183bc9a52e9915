import fc from "fast-check";
import { expect, test } from "vitest";
import { essentialFacts } from "../../../src/domain/gate/essential-facts.ts";
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
