import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ClauseId, clausesThatDiffer } from "../../../src/domain/communication-policy/letter.ts";
import type { Closure } from "../../../src/domain/policy/hours.ts";
import { type Policy, policySchema } from "../../../src/domain/policy/policy.ts";
import { letters, type SaidOfLetter } from "../../builders/communication-policy.ts";
import { policyWith, weekdaysNineToFive } from "../../builders/policy.ts";

const night = [{ start: "18:00", end: "20:00" }];
const closure = (kind: Closure["kind"], said: Partial<Closure> = {}): Closure => ({
  id: kind,
  kind,
  label: "Away",
  firstDate: "2026-12-21",
  lastDate: "2027-01-03",
  windows: [],
  cover: null,
  ...said,
});
const holidays = (rule: "closed" | "as-usual"): Policy["holidays"] => ({
  area: null,
  knownThrough: 2028,
  days: [{ date: "2026-12-25", name: "Christmas Day", rule, windows: [] }],
});

type Ordinary = Required<Pick<SaidOfLetter, "policy" | "addresses" | "emergency">>;
const ordinary: Ordinary = {
  policy: { ...policyWith(), holidays: holidays("closed") },
  addresses: ["therapist@example.org"],
  emergency: "Emergency: call 911.",
};
const inPolicy =
  (alter: (policy: Policy) => Partial<Policy>) =>
  (said: Ordinary): Ordinary => ({ ...said, policy: { ...said.policy, ...alter(said.policy) } });
const inGate = (gate: Partial<Policy["gate"]>) => inPolicy((policy) => ({ gate: { ...policy.gate, ...gate } }));
const inReplies = (replies: Partial<Policy["replies"]>) =>
  inPolicy((policy) => ({ replies: { ...policy.replies, ...replies } }));

/** Every setting with the clauses that speak of it. */
const settings: readonly {
  readonly what: string;
  readonly change: (said: Ordinary) => Ordinary;
  readonly clauses: readonly ClauseId[];
}[] = [
  {
    what: "Tuesday's hours",
    change: inPolicy(({ messageHours }) => ({ messageHours: { ...messageHours, TU: night } })),
    clauses: ["hours"],
  },
  {
    what: "weeks that alternate",
    change: inPolicy(() => ({ alternation: { anchor: "2026-11-23", further: [weekdaysNineToFive] } })),
    clauses: ["hours"],
  },
  {
    what: "a season",
    change: inPolicy(() => ({
      seasons: [
        {
          id: "s",
          label: "",
          firstDate: "2026-12-01",
          lastDate: "2026-12-18",
          hours: { ...weekdaysNineToFive, FR: [] },
        },
      ],
    })),
    clauses: ["hours"],
  },
  { what: "a holiday", change: inPolicy(() => ({ holidays: holidays("as-usual") })), clauses: ["away"] },
  {
    what: "the zone",
    change: inPolicy(({ practice }) => ({ practice: { ...practice, zone: "America/Denver" } })),
    clauses: ["timeZone"],
  },
  {
    what: "the name",
    change: inPolicy(({ practice }) => ({ practice: { ...practice, name: "Riverside" } })),
    clauses: ["reach"],
  },
  { what: "an address", change: (said) => ({ ...said, addresses: ["hello@example.org"] }), clauses: ["reach"] },
  {
    what: "the emergency line",
    change: (said) => ({ ...said, emergency: "Emergency: call 112." }),
    clauses: ["emergency"],
  },
  { what: "no automatic replies to clients", change: inReplies({ toClients: false }), clauses: ["away", "waiting"] },
  { what: "batching", change: inGate({ batch: { on: true, minutes: 30 } }), clauses: ["answer"] },
  {
    what: "no repeated contact",
    change: inGate({ repeatedContact: { on: false, messages: 3, minutes: 15 } }),
    clauses: ["sooner"],
  },
  { what: "near a session", change: inGate({ nearSession: { on: true, hours: 2, phrases: [] } }), clauses: ["sooner"] },
  {
    what: "a vacation with cover",
    change: inPolicy(() => ({ closures: [closure("vacation", { cover: { name: "Dr. Lee", phone: "555-0100" } })] })),
    clauses: [],
  },
  {
    what: "a trip",
    change: inPolicy(() => ({
      travel: [{ id: "t", zone: "Europe/Madrid", firstDate: "2027-02-01", lastDate: "2027-02-12" }],
    })),
    clauses: [],
  },
  { what: "the safety phrases", change: inGate({ safetyPhrases: ["blue elephant"] }), clauses: [] },
  {
    what: "limits of replies",
    change: inReplies({ mostPerDay: 5, mostPerSenderPerHour: 1, staleAfter: 10, toUnknownSenders: true }),
    clauses: [],
  },
  { what: "buffers around sessions", change: inGate({ bufferBefore: 10, bufferAfter: 10 }), clauses: [] },
  {
    what: "hours agreed with one client",
    change: inPolicy(() => ({
      clientHours: [
        {
          clientId: "maya",
          reason: "Phone coaching",
          hours: { ...weekdaysNineToFive, MO: night },
          firstDate: "2026-11-01",
          lastDate: null,
          reviewDate: null,
          weeklyLimit: null,
          suspendedUntil: null,
        },
      ],
    })),
    clauses: [],
  },
];

const changed = (said: Ordinary) =>
  clausesThatDiffer(letters(ordinary), letters({ ...said, policy: policySchema.parse(said.policy) }));

describe("a changed setting changes the clauses that speak of it and no other", () => {
  test.each(settings)("$what: $clauses", ({ change, clauses }) => {
    expect(changed(change(ordinary))).toEqual(clauses.map((id) => ({ id, kind: "changed" })));
  });

  test("whatever is changed together", () => {
    fc.assert(
      fc.property(fc.subarray([...settings]), (chosen) => {
        const expected = new Set(chosen.flatMap(({ clauses }) => clauses));
        const found = changed(chosen.reduce((said, { change }) => change(said), ordinary));
        expect(new Set(found.map(({ id }) => id))).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });
});

describe("comparing two letters", () => {
  test("finds a clause that differs in Spanish alone", () => {
    const { en, es } = letters();
    const other = {
      ...es,
      clauses: es.clauses.map((one) => (one.id === "privacy" ? { ...one, heading: "Otra" } : one)),
    };
    expect(clausesThatDiffer({ en, es }, { en, es: other })).toEqual([{ id: "privacy", kind: "changed" }]);
  });

  test("tells a clause that is new from one that is gone", () => {
    const { en, es } = letters();
    const without = (id: string) => ({
      en: { ...en, clauses: en.clauses.filter((one) => one.id !== id) },
      es: { ...es, clauses: es.clauses.filter((one) => one.id !== id) },
    });
    expect(clausesThatDiffer(without("records"), without("hours"))).toEqual([
      { id: "records", kind: "new" },
      { id: "hours", kind: "gone" },
    ]);
  });
});
