import { describe, expect, test } from "vitest";
import { explain } from "../../../src/domain/gate/explain.ts";
import { decide } from "../../../src/domain/gate/gate.ts";
import type { Closure, WeeklyHours } from "../../../src/domain/policy/hours.ts";
import type { ClientHours } from "../../../src/domain/policy/client-hours.ts";
import { agreedWith, factsAt, plain, policyWith } from "../../builders/policy.ts";

/*
 * New York. Messages are read Monday to Friday from 9 to 17; with Maya, 18:00 to 20:00 on Saturdays are agreed unless a test
 * says otherwise. Saturday 28 November 2026, 18:00, is 23:00Z; Monday 30 November, 9:00, is 14:00Z.
 */
const saturdays = { SA: [{ start: "18:00", end: "20:00" }] };
const monday = "2026-11-30T14:00:00Z";

interface Said {
  readonly hours?: Partial<WeeklyHours>;
  readonly agreed?: Partial<ClientHours>;
  readonly closures?: readonly Closure[];
  readonly clientId?: string;
  readonly facts?: Parameters<typeof factsAt>[1];
}

const policyOf = ({ hours = saturdays, agreed = {}, closures = [] }: Said) =>
  policyWith({ clientHours: [agreedWith("maya", hours, agreed)], closures });
const decideAt = (now: string, said: Said = {}) =>
  decide(plain, factsAt(now, { clientId: said.clientId ?? "maya", ...said.facts }), policyOf(said));
const heldUntil = (instant: string) => ({ kind: "hold", until: Date.parse(instant) });
const surfaced = { kind: "surface", rule: "client-hours", reasons: ["agreed-hours"] };

const closure = (kind: Closure["kind"], firstDate: string, lastDate: string): Closure => ({
  id: kind,
  kind,
  label: "",
  firstDate,
  lastDate,
  windows: [],
  cover: null,
});

describe("in hours agreed with a client", () => {
  test("their messages surface although the practice is closed, and others are held", () => {
    expect(decideAt("2026-11-28T23:30:00Z")).toEqual(surfaced);
    expect(decideAt("2026-11-28T23:30:00Z", { clientId: "jo" })).toMatchObject(heldUntil(monday));
    expect(decide(plain, factsAt("2026-11-28T23:30:00Z"), policyOf({}))).toMatchObject(heldUntil(monday));
  });

  test("the first minute is in them, the last instant is not", () => {
    expect(decideAt("2026-11-28T23:00:00Z")).toEqual(surfaced);
    expect(decideAt("2026-11-29T00:59:59Z")).toEqual(surfaced);
    expect(decideAt("2026-11-29T01:00:00Z")).toMatchObject({ ...heldUntil(monday), rule: "closed" });
  });

  test("inside message hours the message is simply open", () => {
    expect(decideAt(monday, { hours: { MO: [{ start: "08:00", end: "12:00" }] } })).toMatchObject({ rule: "open" });
  });

  test("a session of another client still holds, until it and its buffer are over", () => {
    const facts = { sessions: [["2026-11-28T23:10:00Z", "2026-11-28T23:50:00Z"]] as const };
    expect(decideAt("2026-11-28T23:30:00Z", { facts })).toMatchObject({
      ...heldUntil("2026-11-28T23:55:00Z"),
      rule: "in-session",
    });
  });

  test("a session that outlasts them holds until whichever opens next", () => {
    const facts = { sessions: [["2026-11-28T23:30:00Z", "2026-11-29T01:00:00Z"]] as const };
    expect(decideAt("2026-11-28T23:40:00Z", { facts })).toMatchObject(heldUntil(monday));
  });

  test("do not disturb beats them", () => {
    const facts = { doNotDisturb: ["2026-11-28T22:00:00Z", "2026-11-28T23:30:00Z"] as const };
    expect(decideAt("2026-11-28T23:10:00Z", { facts })).toMatchObject({
      ...heldUntil("2026-11-28T23:30:00Z"),
      rule: "do-not-disturb",
    });
  });
});

describe("a message before agreed hours waits for whichever opens first", () => {
  test("the agreed hours on Saturday", () => {
    const verdict = decideAt("2026-11-28T15:00:00Z");
    expect(verdict).toEqual({
      ...heldUntil("2026-11-28T23:00:00Z"),
      rule: "closed",
      reasons: ["outside-message-hours", "agreed-hours-over"],
    });
    expect(explain(verdict, () => "18:00")).toBe(
      "Held until 18:00: it arrived outside your message hours. The hours you agreed with this client do not hold now.",
    );
  });

  test("or Monday's message hours", () => {
    expect(decideAt("2026-11-29T15:00:00Z")).toMatchObject(heldUntil(monday));
  });
});

test("agreed hours across midnight hold on the next date too", () => {
  const hours = { SA: [{ start: "22:00", end: "02:00" }] };
  expect(decideAt("2026-11-29T06:59:00Z", { hours })).toEqual(surfaced);
  expect(decideAt("2026-11-29T07:00:00Z", { hours })).toMatchObject(heldUntil(monday));
});

describe("over a clock change", () => {
  test("the hour that comes twice is agreed both times", () => {
    // 1 November 2026: 01:00 to 02:00 is 05:00Z to 07:00Z.
    const hours = { SU: [{ start: "01:00", end: "02:00" }] };
    for (const now of ["2026-11-01T05:10:00Z", "2026-11-01T06:10:00Z", "2026-11-01T06:59:59Z"])
      expect(decideAt(now, { hours })).toEqual(surfaced);
    expect(decideAt("2026-11-01T07:00:00Z", { hours })).toMatchObject(heldUntil("2026-11-02T14:00:00Z"));
  });

  test("the hour that is skipped never is", () => {
    // 14 March 2027: 02:00 is 03:00 at once, 07:00Z.
    const hours = { SU: [{ start: "02:00", end: "03:00" }] };
    expect(decideAt("2027-03-14T07:00:00Z", { hours })).toMatchObject(heldUntil("2027-03-15T13:00:00Z"));
    expect(decideAt("2027-03-14T06:30:00Z", { hours })).toMatchObject(heldUntil("2027-03-15T13:00:00Z"));
  });

  test("a release stays at the agreed time of day", () => {
    const hours = { SU: [{ start: "12:00", end: "13:00" }] };
    expect(decideAt("2026-11-01T03:00:00Z", { hours })).toMatchObject(heldUntil("2026-11-01T17:00:00Z"));
  });
});

describe("suspended", () => {
  const agreed = { suspendedUntil: Date.parse("2026-11-28T23:30:00Z") };

  test("they do not hold, and hold again at that instant, within the hours", () => {
    const verdict = decideAt("2026-11-28T23:10:00Z", { agreed });
    expect(verdict).toMatchObject({
      ...heldUntil("2026-11-28T23:30:00Z"),
      reasons: ["outside-message-hours", "agreed-hours-over", "agreed-hours-suspended"],
    });
    expect(explain(verdict, () => "18:30")).toContain("do not hold now. They are suspended.");
    expect(decideAt("2026-11-28T23:30:00Z", { agreed })).toEqual(surfaced);
  });

  test("until after these hours, whichever opens next", () => {
    const sunday = { suspendedUntil: Date.parse("2026-11-29T15:00:00Z") };
    expect(decideAt("2026-11-28T23:10:00Z", { agreed: sunday })).toMatchObject(heldUntil(monday));
  });

  test("until this very instant, they are suspended no more", () => {
    const noon = "2026-11-28T17:00:00Z";
    const over = { suspendedUntil: Date.parse(noon) };
    expect(decideAt("2026-11-28T16:59:59Z", { agreed: over }).reasons).toContain("agreed-hours-suspended");
    expect(decideAt(noon, { agreed: over }).reasons).toEqual(["outside-message-hours", "agreed-hours-over"]);
  });
});

describe("with a weekly limit", () => {
  const weekly = (clientHoursUsed: number) => ({
    hours: { SA: saturdays.SA, SU: saturdays.SA, MO: [{ start: "07:00", end: "08:00" }] },
    agreed: { weeklyLimit: 2 },
    facts: { clientHoursUsed },
  });

  test("the last one of the week surfaces, the next one waits for Monday's agreed hours", () => {
    expect(decideAt("2026-11-28T23:30:00Z", weekly(1))).toEqual(surfaced);
    const verdict = decideAt("2026-11-28T23:30:00Z", weekly(2));
    // Not Sunday at 18:00, which still lies in this week, but Monday at 7:00.
    expect(verdict).toMatchObject({
      ...heldUntil("2026-11-30T12:00:00Z"),
      reasons: ["outside-message-hours", "agreed-hours-over", "agreed-hours-used-up"],
    });
    expect(explain(verdict, () => "Mon")).toContain("They are used up for this week.");
  });

  test("a week begins on Monday at midnight of the practice, not of Greenwich", () => {
    const sundays = { ...weekly(2), hours: { SU: [{ start: "18:00", end: "24:00" }], MO: saturdays.SA } };
    expect(decideAt("2026-11-30T03:00:00Z", sundays)).toMatchObject(heldUntil(monday));
    expect(decideAt("2026-11-30T05:00:00Z", { ...sundays, facts: { clientHoursUsed: 0 } })).toMatchObject({
      rule: "closed",
      reasons: ["outside-message-hours", "agreed-hours-over"],
    });
  });
});

describe("outside their dates", () => {
  test("before the first day they do not exist", () => {
    const agreed = { firstDate: "2026-11-29" };
    expect(decideAt("2026-11-28T23:30:00Z", { agreed })).toMatchObject({
      ...heldUntil(monday),
      reasons: ["outside-message-hours"],
    });
    expect(decideAt("2026-11-28T23:30:00Z", { agreed: { firstDate: "2026-11-28" } })).toEqual(surfaced);
  });

  test("the last day is the last", () => {
    const hours = { SA: saturdays.SA, SU: saturdays.SA };
    const agreed = { lastDate: "2026-11-28" };
    expect(decideAt("2026-11-28T23:30:00Z", { hours, agreed })).toEqual(surfaced);
    expect(decideAt("2026-11-29T23:30:00Z", { hours, agreed })).toMatchObject({
      ...heldUntil(monday),
      reasons: ["outside-message-hours"],
    });
  });

  test("hours of the last day end at its midnight", () => {
    const hours = { SA: [{ start: "22:00", end: "02:00" }] };
    expect(decideAt("2026-11-29T06:00:00Z", { hours, agreed: { lastDate: "2026-11-28" } })).toMatchObject(
      heldUntil(monday),
    );
  });

  test("hours that begin in the future are known when they are the next to open", () => {
    const vacation = closure("day-off", "2026-11-30", "2026-12-11");
    const agreed = { firstDate: "2026-12-05" };
    expect(decideAt("2026-11-28T23:30:00Z", { agreed, closures: [vacation] })).toMatchObject(
      heldUntil("2026-12-05T23:00:00Z"),
    );
  });
});

describe("on a day that is closed for others", () => {
  test("during a vacation they are closed too: somebody else covers then", () => {
    const closures = [closure("vacation", "2026-11-23", "2026-12-02")];
    expect(decideAt("2026-11-28T23:30:00Z", { closures })).toMatchObject({
      ...heldUntil("2026-12-03T14:00:00Z"),
      reasons: ["closure:vacation"],
    });
  });

  test("on a holiday or a day off they still hold", () => {
    for (const kind of ["holiday", "day-off"] as const)
      expect(decideAt("2026-11-28T23:30:00Z", { closures: [closure(kind, "2026-11-28", "2026-11-28")] })).toEqual(
        surfaced,
      );
  });

  test("on a holiday of the region they still hold", () => {
    const days = [{ date: "2026-11-26", name: "Thanksgiving Day", rule: "closed" as const, windows: [] }];
    const policy = {
      ...policyOf({ hours: { TH: [{ start: "10:00", end: "11:00" }] } }),
      holidays: { area: null, knownThrough: 2027, days },
    };
    const at = (now: string) => decide(plain, factsAt(now, { clientId: "maya" }), policy);
    expect(at("2026-11-26T15:30:00Z")).toEqual(surfaced);
    expect(at("2026-11-26T14:30:00Z")).toMatchObject(heldUntil("2026-11-26T15:00:00Z"));
  });

  test("a practice that has closed for good still keeps what it agreed", () => {
    const policy = {
      ...policyOf({}),
      messageHours: { MO: [], TU: [], WE: [], TH: [], FR: [], SA: [], SU: [] },
    };
    expect(decide(plain, factsAt("2026-11-28T15:00:00Z", { clientId: "maya" }), policy)).toMatchObject(
      heldUntil("2026-11-28T23:00:00Z"),
    );
    expect(decide(plain, factsAt("2026-11-28T15:00:00Z", { clientId: "jo" }), policy)).toMatchObject({
      rule: "undecided",
    });
  });
});
