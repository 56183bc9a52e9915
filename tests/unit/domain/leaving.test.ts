import { describe, expect, test } from "vitest";
import { quietOf } from "../../../src/domain/gate/quiet.ts";
import { mayLeaveAt, movedOpening, openingToLeaveAt } from "../../../src/domain/replies/leaving.ts";
import { factsAt, policyWith, weekdaysNineToFive } from "../../builders/policy.ts";

// New York (UTC-5). Monday 30 November 2026; messages are read from Monday to Friday, 9:00 to 17:00.
const saturdayAt2300 = "2026-11-29T04:00:00Z";
const mondayAt9 = "2026-11-30T14:00:00.000Z";
const mondayAt11 = "2026-11-30T16:00:00Z";
const tuesdayAt9 = "2026-12-01T14:00:00.000Z";

const instant = (text: string) => Date.parse(text);
const said = (at: number | null) => (at === null ? null : new Date(at).toISOString());
const quiet = (now: string, facts: Parameters<typeof factsAt>[1] = {}, policy = policyWith()) =>
  quietOf(policy, factsAt(now, facts));
const never = policyWith({ messageHours: { MO: [], TU: [], WE: [], TH: [], FR: [], SA: [], SU: [] } });

describe("what is written for the opening leaves", () => {
  const leaves = (now: string, ...rest: [Parameters<typeof factsAt>[1]?, ReturnType<typeof policyWith>?]) =>
    said(openingToLeaveAt(quiet(now, ...rest), instant(now)));

  test("on Monday at 9:00 when it was written on Saturday at 23:00", () => {
    expect(leaves(saturdayAt2300)).toBe(mondayAt9);
  });

  test("when the session in which it was written is over, with its buffer", () => {
    expect(leaves(mondayAt11, { sessions: [["2026-11-30T15:30:00Z", "2026-11-30T16:20:00Z"]] })).toBe(
      "2026-11-30T16:25:00.000Z",
    );
  });

  test("after the session that begins with the opening, as the practice light says", () => {
    expect(leaves(saturdayAt2300, { sessions: [["2026-11-30T14:00:00Z", "2026-11-30T14:50:00Z"]] })).toBe(
      "2026-11-30T14:55:00.000Z",
    );
  });

  test("when do-not-disturb ends", () => {
    expect(leaves(mondayAt11, { doNotDisturb: ["2026-11-30T15:00:00Z", "2026-11-30T18:00:00Z"] })).toBe(
      "2026-11-30T18:00:00.000Z",
    );
  });

  test("on Tuesday at 9:00 when it was written on Monday at 11:00, while messages are read", () => {
    expect(leaves(mondayAt11)).toBe(tuesdayAt9);
  });

  test("at no known time when no message hours are in sight", () => {
    expect(leaves(saturdayAt2300, {}, never)).toBeNull();
  });
});

describe("when the hours change, what waits for the opening leaves", () => {
  const waiting = { writtenAt: instant(saturdayAt2300), leavesAt: instant(mondayAt9) };
  const moved = (now: string, facts: Parameters<typeof factsAt>[1] = {}, policy = policyWith(), one = waiting) =>
    said(movedOpening(quiet(now, facts, policy), instant(now), one));

  test("at the new opening, be it earlier or later", () => {
    const from = (start: string) =>
      policyWith({ messageHours: { ...weekdaysNineToFive, MO: [{ start, end: "17:00" }] } });
    expect(moved("2026-11-29T15:00:00Z", {}, from("08:00"))).toBe("2026-11-30T13:00:00.000Z");
    expect(moved("2026-11-29T15:00:00Z", {}, from("11:00"))).toBe("2026-11-30T16:00:00.000Z");
  });

  test("at once when the practice is open now", () => {
    const sunday = policyWith({ messageHours: { ...weekdaysNineToFive, SU: [{ start: "09:00", end: "12:00" }] } });
    expect(moved("2026-11-29T15:00:00Z", {}, sunday)).toBe("2026-11-29T15:00:00.000Z");
  });

  test("when do-not-disturb ends, however long it was to last", () => {
    const writtenInQuiet = { writtenAt: instant(mondayAt11), leavesAt: instant("2026-11-30T18:00:00Z") };
    expect(
      moved(
        "2026-11-30T17:00:00Z",
        { doNotDisturb: ["2026-11-30T15:00:00Z", "2026-11-30T17:00:00Z"] },
        policyWith(),
        writtenInQuiet,
      ),
    ).toBe("2026-11-30T17:00:00.000Z");
  });

  test("at no known time when no message hours are left", () => {
    expect(moved("2026-11-29T15:00:00Z", {}, never)).toBeNull();
  });

  const forTomorrow = { writtenAt: instant(mondayAt11), leavesAt: instant(tuesdayAt9) };

  test("on Tuesday all the same when it was written for Tuesday while the practice was open", () => {
    expect(moved("2026-11-30T17:00:00Z", {}, policyWith(), forTomorrow)).toBe(tuesdayAt9);
    expect(
      moved(
        "2026-11-30T17:10:00Z",
        { sessions: [["2026-11-30T17:00:00Z", "2026-11-30T17:50:00Z"]] },
        policyWith(),
        forTomorrow,
      ),
    ).toBe(tuesdayAt9);
  });

  test("at Tuesday's new opening when that is later than the old one", () => {
    const late = policyWith({ messageHours: { ...weekdaysNineToFive, TU: [{ start: "10:00", end: "17:00" }] } });
    expect(moved("2026-11-30T17:00:00Z", {}, late, forTomorrow)).toBe("2026-12-01T15:00:00.000Z");
  });

  test("at the end of the session it was written in when that session was cancelled and the practice is open anyway", () => {
    const inSession = { writtenAt: instant(mondayAt11), leavesAt: instant("2026-11-30T16:25:00Z") };
    expect(moved("2026-11-30T16:10:00Z", {}, policyWith(), inSession)).toBe("2026-11-30T16:25:00.000Z");
  });
});

describe("a computer that wakes late", () => {
  test("sends within message hours, also during a session", () => {
    expect(
      mayLeaveAt(
        quiet(mondayAt11, { sessions: [["2026-11-30T15:30:00Z", "2026-11-30T16:20:00Z"]] }),
        instant(mondayAt11),
      ),
    ).toBe(true);
  });

  test("does not send in the evening", () => {
    expect(mayLeaveAt(quiet("2026-12-01T03:00:00Z"), instant("2026-12-01T03:00:00Z"))).toBe(false);
  });
});
