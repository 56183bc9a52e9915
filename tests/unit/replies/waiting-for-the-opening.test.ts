import { expect, test } from "vitest";
import { quietOf } from "../../../src/domain/gate/quiet.ts";
import { movedOpening, openingToLeaveAt, takeBackFor } from "../../../src/domain/replies/leaving.ts";
import { factsAt, policyWith } from "../../builders/policy.ts";

// New York (UTC-5). Monday 30 November 2026; messages are read from Monday to Friday, 9:00 to 17:00.
const mondayAt11 = "2026-11-30T16:00:00Z";
const tuesdayAt9 = "2026-12-01T14:00:00.000Z";
const always = [{ start: "00:00", end: "24:00" }];
const neverCloses = policyWith({
  messageHours: { MO: always, TU: always, WE: always, TH: always, FR: always, SA: always, SU: always },
});

const moved = (now: string, writtenAt: string, leavesAt: string, policy = policyWith()) => {
  const waiting = { writtenAt: Date.parse(writtenAt), leavesAt: Date.parse(leavesAt) };
  const at = movedOpening(quietOf(policy, factsAt(now)), Date.parse(now), waiting);
  return at === null ? null : new Date(at).toISOString();
};

test("what was to leave on Wednesday leaves on Tuesday when the practice opens then after all", () => {
  expect(moved("2026-11-30T17:00:00Z", mondayAt11, "2026-12-02T14:00:00Z")).toBe(tuesdayAt9);
});

test("what waited through its opening leaves at once while the practice is open", () => {
  expect(moved("2026-12-01T15:00:00Z", mondayAt11, tuesdayAt9)).toBe("2026-12-01T15:00:00.000Z");
});

test("what is due this very instant waits for the opening after it", () => {
  expect(moved("2026-11-30T17:00:00Z", mondayAt11, "2026-11-30T17:00:00Z")).toBe(tuesdayAt9);
});

test("in a practice that never closes there is no opening to wait for, and what was put off keeps its time", () => {
  expect(openingToLeaveAt(quietOf(neverCloses, factsAt(mondayAt11)), Date.parse(mondayAt11))).toBeNull();
  expect(moved("2026-11-30T17:00:00Z", mondayAt11, tuesdayAt9, neverCloses)).toBe(tuesdayAt9);
  expect(moved("2026-12-01T15:00:00Z", mondayAt11, tuesdayAt9, neverCloses)).toBeNull();
});

test("before a closure longer than can be seen it leaves at no known time", () => {
  const farewell = policyWith({
    closures: [
      {
        id: "farewell",
        kind: "day-off",
        label: "",
        firstDate: "2026-12-01",
        lastDate: "2028-12-31",
        windows: [],
        cover: null,
      },
    ],
  });
  expect(openingToLeaveAt(quietOf(farewell, factsAt(mondayAt11)), Date.parse(mondayAt11))).toBeNull();
});

test("what was written by hand can be taken back for ten seconds", () => {
  expect(takeBackFor).toBe(10_000);
});
