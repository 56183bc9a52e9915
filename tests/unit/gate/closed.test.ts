import { expect, test } from "vitest";
import { decide } from "../../../src/domain/gate/gate.ts";
import { factsAt, plain, policyWith, weekdaysNineToFive } from "../../builders/policy.ts";

const vacation = {
  id: "v",
  kind: "vacation" as const,
  label: "",
  firstDate: "2026-12-21",
  lastDate: "2027-01-03",
  windows: [],
  cover: null,
};

test("a message on the night the clocks go back is held until Monday 9:00 of the new time", () => {
  // New York, 1 November 2026: 01:10 comes twice, at 05:10Z and at 06:10Z.
  for (const now of ["2026-11-01T05:10:00Z", "2026-11-01T06:10:00Z"]) {
    expect(decide(plain, factsAt(now), policyWith())).toMatchObject({
      kind: "hold",
      until: Date.parse("2026-11-02T14:00:00Z"),
      rule: "closed",
    });
  }
});

test("a message on the night the clocks go forward is held until Monday 9:00 of the new time", () => {
  expect(decide(plain, factsAt("2027-03-14T07:30:00Z"), policyWith())).toMatchObject({
    until: Date.parse("2027-03-15T13:00:00Z"),
  });
});

test("at 17:00 sharp the practice is closed, at 9:00 sharp it is open", () => {
  expect(decide(plain, factsAt("2026-11-30T22:00:00Z"), policyWith())).toMatchObject({
    kind: "hold",
    until: Date.parse("2026-12-01T14:00:00Z"),
  });
  expect(decide(plain, factsAt("2026-11-30T14:00:00Z"), policyWith())).toMatchObject({ kind: "surface" });
});

test("over lunch a message waits for the afternoon", () => {
  const split = [
    { start: "09:00", end: "12:00" },
    { start: "14:00", end: "17:00" },
  ];
  const policy = policyWith({ messageHours: { ...weekdaysNineToFive, MO: split } });
  expect(decide(plain, factsAt("2026-11-30T17:30:00Z"), policy)).toMatchObject({
    kind: "hold",
    until: Date.parse("2026-11-30T19:00:00Z"),
  });
});

test("hours past midnight are open past midnight", () => {
  const policy = policyWith({ messageHours: { ...weekdaysNineToFive, SA: [{ start: "22:00", end: "02:00" }] } });
  expect(decide(plain, factsAt("2026-11-29T06:30:00Z"), policy)).toMatchObject({ kind: "surface", rule: "open" });
  expect(decide(plain, factsAt("2026-11-29T07:00:00Z"), policy)).toMatchObject({ kind: "hold" });
});

test("in a vacation a message waits for the first open day after it", () => {
  expect(decide(plain, factsAt("2026-12-22T15:00:00Z"), policyWith({ closures: [vacation] }))).toEqual({
    kind: "hold",
    until: Date.parse("2027-01-04T14:00:00Z"),
    rule: "closed",
    reasons: ["closure:vacation"],
  });
});

test("a practice that never opens holds nothing: what cannot be released is surfaced", () => {
  const policy = policyWith({ messageHours: { MO: [], TU: [], WE: [], TH: [], FR: [], SA: [], SU: [] } });
  expect(decide(plain, factsAt("2026-11-30T15:00:00Z"), policy)).toEqual({
    kind: "surface",
    rule: "undecided",
    reasons: ["no-opening"],
  });
});
