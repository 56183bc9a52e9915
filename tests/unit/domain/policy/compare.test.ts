import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { comparePolicies } from "../../../../src/domain/policy/compare/compare.ts";
import type { SayPolicy } from "../../../../src/domain/policy/compare/policy-change.ts";
import { type Policy, policySchema } from "../../../../src/domain/policy/policy.ts";
import { agreedWith, policyWith, weekdaysNineToFive } from "../../../builders/policy.ts";
import { anyPolicy } from "../../gate/any-gate.ts";

const say: SayPolicy = {
  date: (date) => date,
  time: (time) => time.replace(/^0/, ""),
  instant: (at) => new Date(at).toISOString().slice(0, 16),
  client: (id) => (id === "maya" ? "Maya" : "a client"),
};

const before = policyWith();
const sentences = (change: Partial<Policy>, from: Policy = before) =>
  comparePolicies(from, { ...from, ...change }, say).map(({ sentence }) => sentence);
const both = (change: Partial<Policy>) => [
  ...sentences(change),
  ...comparePolicies({ ...before, ...change }, before, say).map(({ sentence }) => sentence),
];
const gate = (change: Partial<Policy["gate"]>): Partial<Policy> => ({ gate: { ...before.gate, ...change } });

describe("what changed in a policy is said in words", () => {
  test("message hours, by the day", () => {
    const hours = { ...weekdaysNineToFive, TU: [{ start: "09:00", end: "12:00" }] };
    expect(comparePolicies(before, { ...before, messageHours: hours }, say)).toEqual([
      {
        path: "messageHours",
        before: "9:00 to 17:00",
        after: "9:00 to 12:00",
        sentence: "Message hours, Tuesday: 9:00 to 17:00 → 9:00 to 12:00.",
      },
    ]);
  });

  test("days with the same change in one sentence", () => {
    const hours = { ...weekdaysNineToFive, MO: [], FR: [] };
    expect(sentences({ messageHours: hours })).toEqual(["Message hours, Mon, Fri: 9:00 to 17:00 → closed."]);
  });

  test("weeks that take turns", () => {
    const alternation = { anchor: "2026-11-30", further: [{ ...weekdaysNineToFive, MO: [] }] };
    expect(both({ alternation })).toEqual([
      "Alternate weeks added: week B Tue, Wed, Thu, Fri 9:00 to 17:00.",
      "Alternate weeks removed: week B Tue, Wed, Thu, Fri 9:00 to 17:00.",
    ]);
    const other = { anchor: "2026-12-07", further: [weekdaysNineToFive, weekdaysNineToFive] };
    expect(sentences({ alternation: other }, { ...before, alternation })).toEqual([
      "Week A counts from: 2026-11-30 → 2026-12-07.",
      "Week B, Monday: closed → 9:00 to 17:00.",
      "Week C added: Mon, Tue, Wed, Thu, Fri 9:00 to 17:00.",
    ]);
  });

  test("seasons, trips and exceptions", () => {
    const dates = { firstDate: "2026-12-21", lastDate: "2027-01-03" };
    const season = { id: "s", label: "Winter", ...dates, hours: weekdaysNineToFive };
    const vacation = {
      id: "v",
      kind: "vacation" as const,
      label: "",
      ...dates,
      windows: [],
      cover: { name: "Dr. Lee", phone: "555-0100" },
    };
    const trip = { id: "t", zone: "Europe/Madrid", firstDate: "2026-12-21", lastDate: "2026-12-21" };
    expect(both({ seasons: [season] })[0]).toBe(
      "Season “Winter” added: 2026-12-21 to 2027-01-03, Mon, Tue, Wed, Thu, Fri 9:00 to 17:00.",
    );
    expect(both({ closures: [vacation] })).toEqual([
      "Vacation added: 2026-12-21 to 2027-01-03, Dr. Lee covers, 555-0100.",
      "Vacation removed: 2026-12-21 to 2027-01-03, Dr. Lee covers, 555-0100.",
    ]);
    expect(sentences({ travel: [trip] })).toEqual(["Trip added: 2026-12-21 in Europe/Madrid."]);
    const renamed = { ...season, label: "", lastDate: "2027-01-04", hours: { ...weekdaysNineToFive, MO: [] } };
    expect(sentences({ seasons: [renamed] }, { ...before, seasons: [season] })).toEqual([
      "Name of a season: Winter → none.",
      "Season, dates: 2026-12-21 to 2027-01-03 → 2026-12-21 to 2027-01-04.",
      "Season, Monday: 9:00 to 17:00 → closed.",
    ]);
  });

  test("what is done on holidays, and new years of them in one sentence", () => {
    const day = (date: string, rule: "closed" | "as-usual") => ({ date, name: "Thanksgiving Day", rule, windows: [] });
    const from = { ...before, holidays: { area: null, knownThrough: 2027, days: [day("2026-11-26", "closed")] } };
    const days = [day("2026-11-26", "as-usual"), day("2027-11-25", "closed"), day("2028-11-23", "closed")];
    expect(sentences({ holidays: { area: "MA", knownThrough: 2028, days } }, from)).toEqual([
      "Holidays of: the whole country → MA.",
      "Holidays known up to: 2027 → 2028.",
      "Holidays added: 2 dates.",
      "Thanksgiving Day, 2026-11-26: closed → as usual.",
    ]);
  });

  test("agreed hours, by the name of the client", () => {
    const evening = [{ start: "18:00", end: "20:00" }];
    const agreed = agreedWith("maya", { SA: evening });
    expect(sentences({ clientHours: [agreed] })).toEqual([
      "Hours agreed with Maya added: Saturday 18:00 to 20:00, from 2026-09-01 (Phone coaching).",
    ]);
    const changed = agreedWith(
      "maya",
      { SU: evening },
      { reason: "Homework", lastDate: "2026-12-31", weeklyLimit: 2, suspendedUntil: 0, reviewDate: "2026-10-01" },
    );
    expect(sentences({ clientHours: [changed] }, { ...before, clientHours: [agreed] })).toEqual([
      "Hours agreed with Maya, reason: Phone coaching → Homework.",
      "Hours agreed with Maya, Saturday: 18:00 to 20:00 → closed.",
      "Hours agreed with Maya, Sunday: closed → 18:00 to 20:00.",
      "Hours agreed with Maya, last day: none → 2026-12-31.",
      "Hours agreed with Maya, review: none → 2026-10-01.",
      "Hours agreed with Maya, limit: none → 2 a week.",
      "Hours agreed with Maya, suspended: no → until 1970-01-01T00:00.",
    ]);
  });

  test("every rule of the gate", () => {
    expect(
      sentences(
        gate({
          safetyRepeat: { minutes: 5, times: 0 },
          repeatedContact: { on: false, messages: 3, minutes: 15 },
          nearSession: { on: true, hours: 1, phrases: ["late"] },
          bufferBefore: 10,
          bufferAfter: 1,
          batch: { on: true, minutes: 60 },
        }),
      ),
    ).toEqual([
      "Safety notifications shown again: every 10 minutes, 3 times at most → never.",
      "Repeated contact: 3 messages in 15 minutes → off.",
      "Just before a session: off → 1 hour before, with certain phrases.",
      "Phrases about a session added: “late”.",
      "Buffer before a session: 0 minutes → 10 minutes.",
      "Buffer after a session: 5 minutes → 1 minute.",
      "Batches: off → every 60 minutes.",
    ]);
  });

  test("what is changed of a rule that is off, by the names of its fields", () => {
    expect(sentences(gate({ batch: { on: false, minutes: 120 } }))).toEqual(["Gate, batch, minutes: 30 → 120."]);
  });

  test("safety phrases, the first few of them by name", () => {
    const few = policyWith({ gate: { safetyPhrases: ["suicide", "pills"] } });
    const more = ["suicide", "a1", "a2", "a3", "a4", "a5", "a6", "a7"];
    expect(sentences({ gate: { ...few.gate, safetyPhrases: more } }, few)).toEqual([
      "Safety phrases removed: “pills”.",
      "Safety phrases added: “a1”, “a2”, “a3”, “a4”, “a5”, “a6” and 1 more.",
    ]);
    expect(sentences({ gate: { ...few.gate, safetyPhrases: ["pills", "suicide"] } }, few)).toEqual([
      "First of the safety phrases: “suicide”, “pills” → “pills”, “suicide”.",
    ]);
  });

  test("practice, replies and own wordings", () => {
    const practice = { name: "J. Kim", zone: "Europe/Madrid", locale: "es-ES", region: "ES" as const };
    expect(sentences({ practice })).toEqual([
      "Name of the practice: Dr. Kim → J. Kim.",
      "Time zone: America/New York → Europe/Madrid.",
      "Region: US → ES.",
      "Dates and times as in: en-US → es-ES.",
    ]);
    expect(sentences({ replies: { ...before.replies, toUnknownSenders: true, staleAfter: 30 } })).toEqual([
      "Replies to unknown senders: off → on.",
      "No reply to messages older than: 60 minutes → 30 minutes.",
    ]);
    const template = { reason: "in-session" as const, language: "en" as const, form: "mail" as const, text: "Soon." };
    expect(sentences({ templates: [template] })).toEqual([
      "Own wording “In session” (English, e-mail) added: “Soon.”.",
    ]);
    expect(sentences({ templates: [{ ...template, text: "Later." }] }, { ...before, templates: [template] })).toEqual([
      "Own wording “In session” (English, e-mail): “Soon.” → “Later.”.",
    ]);
  });
});

describe("what has no words of its own yet", () => {
  const later = (change: object): Policy => Object.assign(structuredClone(before), change);

  test("is said by the names of its fields", () => {
    expect(sentences(later({ quietEvenings: { on: true, mostPerWeek: 3 } }))).toEqual([
      'Quiet evenings added: {"on":true,"mostPerWeek":3}.',
    ]);
    expect(
      comparePolicies(
        later({ quietEvenings: { on: true, mostPerWeek: 3 } }),
        later({ quietEvenings: { on: false, mostPerWeek: 3 } }),
        say,
      ),
    ).toEqual([{ path: "quietEvenings.on", before: "on", after: "off", sentence: "Quiet evenings, on: on → off." }]);
  });

  test("also within a part that has words, beside what is said in words", () => {
    const wider = { ...before.gate, bufferAfter: 0, siesta: "14:00" };
    expect(sentences(later({ gate: wider }))).toEqual([
      "Buffer after a session: 5 minutes → 0 minutes.",
      "Gate, siesta added: 14:00.",
    ]);
  });
});

describe("for any two policies", () => {
  test("there is a sentence exactly where they differ", () => {
    fc.assert(
      fc.property(anyPolicy, anyPolicy, (one, other) => {
        const changes = comparePolicies(one, other, say);
        expect(changes.length === 0).toBe(JSON.stringify(one) === JSON.stringify(other));
        for (const { sentence } of changes) expect(sentence).toMatch(/^.+\.$/s);
        expect(new Set(changes.map(({ sentence }) => sentence)).size).toBe(changes.length);
      }),
    );
  });

  test("a policy read again from what is stored is the same", () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        expect(comparePolicies(policy, policySchema.parse(JSON.parse(JSON.stringify(policy))), say)).toEqual([]);
      }),
    );
  });

  test("each part that differs is named", () => {
    fc.assert(
      fc.property(
        anyPolicy,
        anyPolicy,
        fc.constantFrom("messageHours", "closures", "clientHours", "gate"),
        (one, other, part) => {
          const mixed = { ...one, [part]: other[part] };
          const changes = comparePolicies(one, mixed, say);
          expect(changes.every(({ path }) => path === part || path.startsWith(`${part}.`))).toBe(true);
        },
      ),
    );
  });
});
