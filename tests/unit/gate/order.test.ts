import { describe, expect, test } from "vitest";
import type { GateFacts, GateMessage } from "../../../src/domain/gate/facts.ts";
import { decide } from "../../../src/domain/gate/gate.ts";
import type { Policy } from "../../../src/domain/policy/policy.ts";
import { agreedWith, factsAt, plain, policyWith } from "../../builders/policy.ts";

// New York. Saturday 28 November 2026, 19:00, in hours agreed with Maya; Monday 30 November, 10:10, in message hours.
const saturdayAt1900 = "2026-11-29T00:00:00Z";
const mondayAt1010 = "2026-11-30T15:10:00Z";

const policy = policyWith({
  clientHours: [agreedWith("maya", { SA: [{ start: "18:00", end: "20:00" }] })],
  gate: {
    repeatedContact: { on: true, messages: 3, minutes: 15 },
    nearSession: { on: true, hours: 2, phrases: [] },
    batch: { on: true, minutes: 30 },
  },
});

interface Case {
  readonly message: GateMessage;
  readonly facts: GateFacts;
  readonly policy: Policy;
}

/** Everything that any rule could speak about happens at once. */
function everythingAt(now: string): Case {
  const at = Date.parse(now);
  const around = { start: at - 600_000, end: at + 600_000 };
  return {
    message: { ...plain, text: "I want to die" },
    facts: {
      ...factsAt(now, { clientId: "maya", urgentClient: true, blocked: true }),
      contacts: [at - 120_000, at - 60_000, at],
      sessions: [around],
      ownSessions: [around],
      doNotDisturb: around,
    },
    policy,
  };
}

const known = (change: Partial<GateFacts>) => (one: Case) => ({ ...one, facts: { ...one.facts, ...change } });
const gate = (change: Partial<Policy["gate"]>) => (one: Case) => ({
  ...one,
  policy: { ...one.policy, gate: { ...one.policy.gate, ...change } },
});

/** Each rule, and how it falls silent. */
const outside = [
  ["safety", (one: Case) => known({ urgentClient: false })({ ...one, message: plain })],
  ["blocked", known({ blocked: false })],
  ["repeated-contact", known({ contacts: [] })],
  ["near-session", known({ ownSessions: [] })],
  ["do-not-disturb", known({ doNotDisturb: null })],
  ["in-session", known({ sessions: [] })],
] as const;

describe.each([
  [
    "on a Saturday evening",
    everythingAt(saturdayAt1900),
    [...outside, ["client-hours", (one: Case) => ({ ...one, policy: { ...one.policy, clientHours: [] } })]] as const,
    "closed",
  ],
  [
    "on a Monday morning",
    everythingAt(mondayAt1010),
    [...outside, ["batch", gate({ batch: { on: false, minutes: 30 } })]] as const,
    "open",
  ],
] as const)("when everything comes together %s", (_when, everything, rules, last) => {
  test("the rules speak in their order", () => {
    const spoken: string[] = [];
    let one: Case = everything;
    for (const [, silence] of rules) {
      spoken.push(decide(one.message, one.facts, one.policy).rule);
      one = silence(one);
    }
    spoken.push(decide(one.message, one.facts, one.policy).rule);
    expect(spoken).toEqual([...rules.map(([rule]) => rule), last]);
  });

  test("a rule that is silent changes nothing for those before it", () => {
    let after: Case = everything;
    for (const [index, [, silence]] of rules.entries()) {
      if (index === 0) continue;
      after = silence(after);
      expect(decide(after.message, after.facts, after.policy).rule).toBe("safety");
    }
  });
});

test("a message that cannot be read surfaces, except from a blocked sender, and it may be urgent", () => {
  const unreadable = { ...plain, unreadable: "It could not be read." };
  const rule = (facts: Parameters<typeof factsAt>[1]) =>
    decide(unreadable, factsAt(saturdayAt1900, facts), policyWith()).rule;
  expect(rule({})).toBe("undecided");
  expect(rule({ doNotDisturb: [saturdayAt1900, mondayAt1010] })).toBe("undecided");
  expect(rule({ blocked: true })).toBe("blocked");
  expect(rule({ urgentClient: true })).toBe("safety");
});
