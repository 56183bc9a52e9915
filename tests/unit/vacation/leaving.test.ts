import { describe, expect, test } from "vitest";
import type { Quiet } from "../../../src/domain/gate/quiet.ts";
import { nextDaytime, noticeWaitsUntil, openingForNotice } from "../../../src/domain/vacation/leaving.ts";
import { at, practiceIn, week, windows } from "../domain/hours-of-a-practice.ts";

const weekdays = (...hours: readonly string[]) => {
  const own = windows(...hours);
  return week({ MO: own, TU: own, WE: own, TH: own, FR: own });
};
const quiet = (...hours: readonly string[]): Quiet => ({
  availability: practiceIn("America/New_York", weekdays(...hours)),
  agreed: null,
  sessions: [],
  doNotDisturb: null,
  batch: null,
});
const ordinary = quiet("09:00-17:00");
const early = quiet("06:00-12:00");
const nightly = quiet("22:00-23:00");
const mondayAt10 = at("2026-11-30T15:00:00Z");
const mondayAt23 = at("2026-12-01T04:00:00Z");
const tuesdayAt8 = at("2026-12-01T13:00:00Z");

describe("a notice", () => {
  test("leaves between 8:00 and 21:00 on the practice's clock", () => {
    const { availability: zones } = ordinary;
    expect(nextDaytime(zones, mondayAt10)).toBe(mondayAt10);
    expect(nextDaytime(zones, mondayAt23)).toBe(tuesdayAt8);
    expect(nextDaytime(zones, at("2026-12-01T02:00:00Z"))).toBe(tuesdayAt8);
    expect(nextDaytime(zones, at("2026-12-01T01:59:00Z"))).toBe(at("2026-12-01T01:59:00Z"));
    expect(nextDaytime(zones, at("2026-12-01T08:00:00Z"))).toBe(tuesdayAt8);
  });

  test("for the opening leaves at the next one, and at 8:00 where the practice opens in the night", () => {
    expect(openingForNotice(ordinary, mondayAt10)).toBe(at("2026-12-01T14:00:00Z"));
    expect(openingForNotice(early, mondayAt10)).toBe(tuesdayAt8);
    expect(openingForNotice(nightly, mondayAt10)).toBeNull();
  });

  test("that is due waits for the day, and one for the opening until messages are read", () => {
    expect(noticeWaitsUntil(ordinary, "at", mondayAt10)).toBeNull();
    expect(noticeWaitsUntil(ordinary, "at", mondayAt23)).toBe(tuesdayAt8);
    expect(noticeWaitsUntil(ordinary, "at", tuesdayAt8)).toBeNull();
    expect(noticeWaitsUntil(ordinary, "opening", tuesdayAt8)).toBe(at("2026-12-01T14:00:00Z"));
    expect(noticeWaitsUntil(ordinary, "opening", mondayAt10)).toBeNull();
    expect(noticeWaitsUntil(nightly, "opening", mondayAt23)).toBe(tuesdayAt8);
    expect(noticeWaitsUntil(nightly, "opening", tuesdayAt8)).toBeNull();
  });
});
