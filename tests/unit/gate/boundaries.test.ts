import { describe, expect, test } from "vitest";
import { decide } from "../../../src/domain/gate/gate.ts";
import type { Closure, WeeklyHours } from "../../../src/domain/policy/hours.ts";
import { factsAt, plain, policyWith } from "../../builders/policy.ts";

// New York is five hours behind UTC; Monday to Friday messages are read from 9:00 (14:00Z) to 17:00 (22:00Z).
const never: WeeklyHours = { MO: [], TU: [], WE: [], TH: [], FR: [], SA: [], SU: [] };

describe("a practice that never opens holds nothing, whatever stands in the way", () => {
  const policy = policyWith({ messageHours: never });
  const undecided = { kind: "surface", rule: "undecided", reasons: ["no-opening"] };

  test("a session", () => {
    const facts = factsAt("2026-11-30T15:00:00Z", { sessions: [["2026-11-30T14:30:00Z", "2026-11-30T15:30:00Z"]] });
    expect(decide(plain, facts, policy)).toEqual(undecided);
  });

  test("do not disturb", () => {
    const facts = factsAt("2026-11-30T15:00:00Z", { doNotDisturb: ["2026-11-30T14:30:00Z", "2026-11-30T18:00:00Z"] });
    expect(decide(plain, facts, policy)).toEqual(undecided);
  });
});

describe("what closed the practice is told", () => {
  const closure = (kind: Closure["kind"], windows: Closure["windows"] = []): Closure => ({
    id: "one",
    kind,
    label: "",
    firstDate: "2026-12-01",
    lastDate: "2026-12-01",
    windows,
    cover: null,
  });
  const morning = [{ start: "10:00", end: "12:00" }];
  // Tuesday 1 December 2026, 14:00 in New York.
  const tuesday = factsAt("2026-12-01T19:00:00Z");
  const reasonsOn = (one: Closure) => decide(plain, tuesday, policyWith({ closures: [one] })).reasons;

  test("a holiday", () => expect(reasonsOn(closure("holiday"))).toEqual(["closure:holiday"]));
  test("a holiday with hours of its own", () => {
    const days = [{ date: "2026-12-01", name: "Holiday", rule: "shortened" as const, windows: morning }];
    const inForce = { ...policyWith(), holidays: { area: null, knownThrough: 2027, days } };
    expect(decide(plain, tuesday, inForce).reasons).toEqual(["closure:shortened-holiday"]);
  });
  test("a day with changed hours", () =>
    expect(reasonsOn(closure("changed-hours", morning))).toEqual(["closure:changed-hours"]));
  test("a day off", () => expect(reasonsOn(closure("day-off"))).toEqual(["closure:day-off"]));
});

describe("near a session", () => {
  const near = policyWith({ gate: { nearSession: { on: true, hours: 2, phrases: [] } } });
  const decideWith = (now: string, ...ownSessions: [string, string][]) =>
    decide(plain, factsAt(now, { clientId: "maya", ownSessions }), near);
  const early: [string, string] = ["2026-12-01T12:00:00Z", "2026-12-01T12:50:00Z"];
  const later: [string, string] = ["2026-12-01T13:00:00Z", "2026-12-01T13:50:00Z"];

  test("a session that is over shortens no hold", () => {
    expect(decideWith("2026-12-01T03:00:00Z", ["2026-11-30T21:00:00Z", "2026-11-30T21:50:00Z"])).toMatchObject({
      until: Date.parse("2026-12-01T14:00:00Z"),
      reasons: ["outside-message-hours"],
    });
  });

  test("of two sessions to come the first counts", () => {
    expect(decideWith("2026-12-01T03:00:00Z", later, early)).toMatchObject({
      until: Date.parse("2026-12-01T10:00:00Z"),
      reasons: ["outside-message-hours", "session-later"],
    });
  });

  test("where the practice opens two hours before the session, it opens for no other reason", () => {
    expect(decideWith("2026-12-01T03:00:00Z", ["2026-12-01T16:00:00Z", "2026-12-01T16:50:00Z"])).toMatchObject({
      until: Date.parse("2026-12-01T14:00:00Z"),
      reasons: ["outside-message-hours"],
    });
  });

  test("from its first second on, the session is now", () => {
    expect(decideWith("2026-12-01T12:00:00Z", early)).toMatchObject({ reasons: ["session-now"] });
    expect(decideWith("2026-12-01T11:59:59Z", early)).toMatchObject({ reasons: ["session-soon"] });
  });
});

test("a message an hour after a burst is no part of it", () => {
  const contacts = ["2026-11-29T07:00:00Z", "2026-11-29T07:01:00Z", "2026-11-29T07:02:00Z", "2026-11-29T08:00:00Z"];
  const inForce = policyWith({ gate: { repeatedContact: { on: true, messages: 3, minutes: 15 } } });
  const facts = factsAt("2026-11-29T08:00:00Z", { clientId: "maya", contacts });
  expect(decide(plain, facts, inForce)).toMatchObject({ kind: "hold", rule: "closed" });
});

describe("HELP as all there is", () => {
  const decideMail = (subject: string, text: string) =>
    decide({ subject, text, unreadable: null }, factsAt("2026-11-29T07:00:00Z"), policyWith());

  test.each(["", " \n\t\n"])("in the subject of a mail whose text is %j", (text) => {
    expect(decideMail("Help", text)).toEqual({ kind: "surface", rule: "safety", reasons: ["phrase:HELP"] });
  });

  test("in the text, whatever the subject", () => {
    expect(decideMail("Next week", "help")).toMatchObject({ reasons: ["phrase:HELP"] });
  });

  test("a subject that calls for help above a text that does not is no call for help alone", () => {
    expect(decideMail("Help", "with the form for Tuesday, please")).toMatchObject({ kind: "hold" });
  });
});
