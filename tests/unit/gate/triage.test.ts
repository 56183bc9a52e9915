import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isOpenAt } from "../../../src/domain/availability/opening.ts";
import { isAgreedAt } from "../../../src/domain/gate/agreed-hours.ts";
import { explain } from "../../../src/domain/gate/explain.ts";
import { type GateFacts, gateFactsSchema } from "../../../src/domain/gate/facts.ts";
import { decide } from "../../../src/domain/gate/gate.ts";
import { mustNotBeDisturbed, quietOf, sessionAt } from "../../../src/domain/gate/quiet.ts";
import { type Policy, policySchema } from "../../../src/domain/policy/policy.ts";
import { anyFacts, anyMessage, anyPolicy, quietFacts } from "./any-gate.ts";

/* The rules of crisis triage (FIELD C1 to C7) as far as the gate keeps them, for any policy and any moment. */

const withPhrases = (policy: Policy, safetyPhrases: readonly string[]): Policy => ({
  ...policy,
  gate: { ...policy.gate, safetyPhrases },
});
const surfacedForSafety = { kind: "surface", rule: "safety" };

describe("a message with a safety phrase", () => {
  test("surfaces for safety whatever else there is: spam mark, do not disturb, session, vacation, batch (C2)", () => {
    fc.assert(
      fc.property(
        anyPolicy,
        anyFacts,
        anyMessage,
        fc.constantFrom("", "not ", "I am not "),
        (policy, facts, message, before) => {
          const inForce = withPhrases(policy, [...policy.gate.safetyPhrases, "want to die"]);
          const text = `${message.text} ${before}want to die ${message.text}`;
          expect(decide({ ...message, text }, facts, inForce)).toMatchObject(surfacedForSafety);
          expect(decide({ ...message, subject: text }, facts, inForce)).toMatchObject(surfacedForSafety);
        },
      ),
    );
  });

  test("surfaces from a sender who is no client too (C7)", () => {
    fc.assert(
      fc.property(anyPolicy, anyFacts, (policy, facts) => {
        const stranger: GateFacts = { ...facts, clientId: null, urgentClient: false, ownSessions: [], contacts: [] };
        const inForce = withPhrases(policy, ["want to die"]);
        expect(decide({ subject: "", text: "I want to die", unreadable: null }, stranger, inForce)).toMatchObject(
          surfacedForSafety,
        );
      }),
    );
  });

  test("HELP alone surfaces under a policy without any phrase, as text or as a subject with nothing else", () => {
    fc.assert(
      fc.property(anyPolicy, anyFacts, fc.constantFrom("HELP", "Help!", "ayuda"), (policy, facts, call) => {
        const inForce = withPhrases(policy, []);
        expect(decide({ subject: "", text: call, unreadable: null }, facts, inForce)).toMatchObject(surfacedForSafety);
        expect(decide({ subject: call, text: " \n", unreadable: null }, facts, inForce)).toMatchObject(
          surfacedForSafety,
        );
      }),
    );
  });
});

test("adding any phrase never holds what surfaced, nor holds anything longer (C2)", () => {
  fc.assert(
    fc.property(
      anyPolicy,
      quietFacts,
      anyMessage,
      fc.oneof(fc.constantFrom("late", "move it", "next week", "week"), fc.string({ minLength: 1, maxLength: 20 })),
      (policy, facts, message, phrase) => {
        const before = decide(message, facts, policy);
        const after = decide(message, facts, withPhrases(policy, [...policy.gate.safetyPhrases, phrase]));
        if (after.rule === "safety") expect(after.kind).toBe("surface");
        else expect(after).toEqual(before);
      },
    ),
  );
});

test("switching on repeated contact or logistics never holds what surfaced, nor holds anything longer", () => {
  fc.assert(
    fc.property(anyPolicy, anyFacts, anyMessage, (policy, facts, message) => {
      const { gate } = policy;
      const off = {
        ...policy,
        gate: {
          ...gate,
          repeatedContact: { ...gate.repeatedContact, on: false },
          nearSession: { ...gate.nearSession, on: false },
        },
      };
      const before = decide(message, facts, off);
      const after = decide(message, facts, policy);
      if (before.kind === "surface") expect(after.kind).toBe("surface");
      else if (after.kind === "hold") expect(after.until).toBeLessThanOrEqual(before.until);
    }),
  );
});

test("agreed hours never hold a client's message longer than without them", () => {
  fc.assert(
    fc.property(anyPolicy, quietFacts, anyMessage, (policy, facts, message) => {
      const before = decide(message, facts, { ...policy, clientHours: [] });
      // A practice without hours of its own cannot hold at all; agreed ones give it a release.
      if (before.rule === "undecided") return;
      const after = decide(message, facts, policy);
      if (before.kind === "surface") expect(after.kind).toBe("surface");
      else if (after.kind === "hold") expect(after.until).toBeLessThanOrEqual(before.until);
    }),
  );
});

describe("a held message", () => {
  test("has a release after now, at which nothing holds it any more", () => {
    fc.assert(
      fc.property(anyPolicy, quietFacts, anyMessage, (policy, facts, message) => {
        const verdict = decide(message, facts, policy);
        if (verdict.kind === "surface") return;
        expect(verdict.until).toBeGreaterThan(facts.now);
        expect(decide(message, { ...facts, now: verdict.until, clientHoursUsed: 0 }, policy).kind).toBe("surface");
      }),
      { numRuns: 500 },
    );
  });

  test("is released in hours of this client, outside sessions and do not disturb, or for a session of theirs", () => {
    fc.assert(
      fc.property(anyPolicy, quietFacts, anyMessage, (policy, facts, message) => {
        const verdict = decide(message, facts, policy);
        if (verdict.kind === "surface" || verdict.reasons.includes("session-later")) return;
        const quiet = quietOf(policy, facts);
        const isRead =
          isOpenAt(quiet.availability, verdict.until) ||
          (quiet.agreed !== null && isAgreedAt(quiet.agreed, verdict.until));
        expect(isRead).toBe(true);
        expect(sessionAt(quiet, verdict.until)).toBeNull();
        expect(mustNotBeDisturbed(quiet, verdict.until)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test("is not held beyond the first moment at which it would surface", () => {
    fc.assert(
      fc.property(
        anyPolicy,
        quietFacts,
        anyMessage,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (policy, facts, message, part) => {
          const verdict = decide(message, facts, policy);
          if (verdict.kind === "surface") return;
          // A limit of this week ends with it; what is known now about next week is nothing.
          if (verdict.reasons.includes("agreed-hours-used-up")) return;
          const between = Math.floor(facts.now + part * (verdict.until - facts.now));
          if (between >= verdict.until) return;
          expect(decide(message, { ...facts, now: between }, policy)).toMatchObject({
            kind: "hold",
            until: verdict.until,
          });
        },
      ),
      { numRuns: 500 },
    );
  });
});

test("every verdict is replayed to the same from what is stored of it, and is worded (promise 6)", () => {
  fc.assert(
    fc.property(anyPolicy, fc.oneof(anyFacts, quietFacts), anyMessage, (policy, facts, message) => {
      const verdict = decide(message, facts, policy);
      const stored = gateFactsSchema.parse(JSON.parse(JSON.stringify(facts)));
      const inForce = policySchema.parse(JSON.parse(JSON.stringify(policy)));
      expect(decide(message, stored, inForce)).toEqual(verdict);
      expect(explain(verdict, () => "Mon 9:00")).toMatch(/^(Held until Mon 9:00|Surfaced): [a-z“].+\.$/);
    }),
    { numRuns: 300 },
  );
});
