import fc from "fast-check";
import { expect, test } from "vitest";
import { availabilityOf } from "../../../src/domain/availability/open-spans.ts";
import { isOpenAt } from "../../../src/domain/availability/opening.ts";
import { explain } from "../../../src/domain/gate/explain.ts";
import type { GateFacts } from "../../../src/domain/gate/facts.ts";
import { decide } from "../../../src/domain/gate/gate.ts";
import { mustNotBeDisturbed, quietOf, sessionAt } from "../../../src/domain/gate/quiet.ts";
import { weekdays } from "../../../src/domain/policy/hours.ts";
import type { Policy } from "../../../src/domain/policy/policy.ts";
import { plain, policyWith } from "../../builders/policy.ts";

const hourOfDay = fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, "0")}:30`);
const window = fc.record({ start: hourOfDay, end: hourOfDay }).filter(({ start, end }) => start !== end);
const dayWindows = fc.array(window, { maxLength: 3 });
const messageHours = fc
  .tuple(...weekdays.map(() => dayWindows))
  .map(([MO, TU, WE, TH, FR, SA, SU]) => ({ MO, TU, WE, TH, FR, SA, SU }) as Policy["messageHours"]);
const policy = fc
  .record({
    messageHours,
    zone: fc.constantFrom("America/New_York", "Australia/Lord_Howe", "Africa/Cairo", "Asia/Kolkata"),
  })
  .map((said) => policyWith(said));

const base = Date.parse("2026-10-20T00:00:00Z");
const interval = fc
  .record({ from: fc.integer({ min: -2000, max: 40_000 }), minutes: fc.integer({ min: 1, max: 3000 }) })
  .map(({ from, minutes }) => ({ start: base + from * 60_000, end: base + (from + minutes) * 60_000 }));
const instant = fc.integer({ min: 0, max: 40_000 }).map((minutes) => base + minutes * 60_000);
const facts: fc.Arbitrary<GateFacts> = fc.record({
  receivedAt: fc.option(instant, { nil: null }),
  clientId: fc.constantFrom(null, "maya"),
  blocked: fc.boolean(),
  contacts: fc.array(instant, { maxLength: 5 }),
  ownSessions: fc.array(interval, { maxLength: 2 }),
  ownWords: fc.constant([]),
  clientHoursUsed: fc.integer({ min: 0, max: 5 }),
  now: fc.integer({ min: 0, max: 40_000 }).map((minutes) => base + minutes * 60_000),
  urgentClient: fc.boolean(),
  doNotDisturb: fc.option(interval, { nil: null }),
  sessions: fc.array(interval, { maxLength: 6 }),
});

test("a held message has a release in the future, and nothing holds it there (promise 1)", () => {
  fc.assert(
    fc.property(policy, facts, (inForce, known) => {
      const verdict = decide(plain, known, inForce);
      if (verdict.kind === "surface") return;
      expect(verdict.until).toBeGreaterThan(known.now);
      const quiet = quietOf(inForce, known);
      expect(isOpenAt(availabilityOf(inForce), verdict.until)).toBe(true);
      expect(sessionAt(quiet, verdict.until)).toBeNull();
      expect(mustNotBeDisturbed(quiet, verdict.until)).toBe(false);
    }),
  );
});

test("a safety phrase can only add: it never holds what would have surfaced (promise 2)", () => {
  fc.assert(
    fc.property(policy, facts, fc.string(), (inForce, known, text) => {
      expect(decide({ ...plain, text: `${text} I want to die ${text}` }, known, inForce).kind).toBe("surface");
      const without = decide(
        { ...plain, text },
        known,
        policyWith({ ...inForce, zone: inForce.practice.zone, gate: { safetyPhrases: [] } }),
      );
      if (without.kind === "surface") expect(decide({ ...plain, text }, known, inForce).kind).toBe("surface");
    }),
  );
});

test("the same message, facts and policy give the same verdict, and it can be said in one sentence (promise 6)", () => {
  fc.assert(
    fc.property(policy, facts, (inForce, known) => {
      const stored: GateFacts = JSON.parse(JSON.stringify(known));
      const verdict = decide(plain, known, inForce);
      expect(decide(plain, stored, inForce)).toEqual(verdict);
      expect(explain(verdict, () => "Mon 9:00")).toMatch(/^(Held until Mon 9:00|Surfaced): .+\.$/);
    }),
  );
});
