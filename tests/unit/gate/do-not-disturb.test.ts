import { expect, test } from "vitest";
import { decide } from "../../../src/domain/gate/gate.ts";
import { agreedWith, factsAt, plain, policyWith } from "../../builders/policy.ts";

// Monday 30 November 2026, New York: 9:00 is 14:00Z, 17:00 is 22:00Z.
test("do not disturb from 10 to 12 holds a message of 11:00 until 12:00", () => {
  const facts = factsAt("2026-11-30T16:00:00Z", { doNotDisturb: ["2026-11-30T15:00:00Z", "2026-11-30T17:00:00Z"] });
  expect(decide(plain, facts, policyWith())).toEqual({
    kind: "hold",
    until: Date.parse("2026-11-30T17:00:00Z"),
    rule: "do-not-disturb",
    reasons: ["do-not-disturb"],
  });
});

test("do not disturb that outlasts the day holds until the next opening", () => {
  const facts = factsAt("2026-11-30T21:00:00Z", { doNotDisturb: ["2026-11-30T20:00:00Z", "2026-11-30T23:00:00Z"] });
  expect(decide(plain, facts, policyWith())).toMatchObject({
    kind: "hold",
    until: Date.parse("2026-12-01T14:00:00Z"),
    rule: "do-not-disturb",
  });
});

test("a forgotten do not disturb ends at the next opening after it was switched on", () => {
  const switchedOnMondayEvening: [string, string] = ["2026-11-30T23:00:00Z", "2026-12-04T23:00:00Z"];
  const held = decide(plain, factsAt("2026-12-01T05:00:00Z", { doNotDisturb: switchedOnMondayEvening }), policyWith());
  expect(held).toMatchObject({ kind: "hold", until: Date.parse("2026-12-01T14:00:00Z") });
  expect(
    decide(plain, factsAt("2026-12-01T15:00:00Z", { doNotDisturb: switchedOnMondayEvening }), policyWith()),
  ).toMatchObject({ kind: "surface", rule: "open" });
});

test("in a practice without message hours it holds in the hours agreed with a client, until it ends", () => {
  const policy = policyWith({
    messageHours: { MO: [], TU: [], WE: [], TH: [], FR: [], SA: [], SU: [] },
    clientHours: [agreedWith("maya", { MO: [{ start: "10:00", end: "12:00" }] })],
  });
  const doNotDisturb = ["2026-11-30T15:10:00Z", "2026-11-30T15:30:00Z"] as const;
  expect(decide(plain, factsAt("2026-11-30T15:20:00Z", { clientId: "maya", doNotDisturb }), policy)).toMatchObject({
    kind: "hold",
    until: Date.parse("2026-11-30T15:30:00Z"),
    rule: "do-not-disturb",
  });
});
