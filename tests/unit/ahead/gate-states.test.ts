import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gateStates } from "../../../src/domain/ahead/gate-states.ts";
import { factsOfMoment, momentAt } from "../../../src/domain/gate/moment.ts";
import { practiceLight } from "../../../src/domain/light.ts";
import type { Policy } from "../../../src/domain/policy/policy.ts";
import { bookedIn } from "../../../src/domain/scheduling/booked.ts";
import type { Interval } from "../../../src/domain/time/instant.ts";
import { agreedWith, policyWith } from "../../builders/policy.ts";
import { weeklyWith } from "../../builders/past.ts";

// In New York (UTC-5). Monday 30 November 2026.
const week: Interval = { start: Date.parse("2026-11-30T05:00:00Z"), end: Date.parse("2026-12-07T05:00:00Z") };
const monday: Interval = { start: week.start, end: week.start + 86_400_000 };

const series = [weeklyWith("maya", "2026-11-30T10:00"), weeklyWith("jonas", "2026-11-30T18:00")];
const booked = (range: Interval) => bookedIn(series, range);
const states = (policy: Policy, range: Interval, said: { doNotDisturb?: Interval; clientId?: string } = {}) =>
  gateStates({ policy, booked, doNotDisturb: null, clientId: null, ...said }, range).map(
    ({ start, state }) => `${new Date(start - 5 * 3_600_000).toISOString().slice(11, 16)} ${state}`,
  );

describe("the states of the gate over a day", () => {
  test("are closed, open and in session with its buffer, also in the evening", () => {
    expect(states(policyWith(), monday)).toEqual([
      "00:00 closed",
      "09:00 open",
      "10:00 in-session",
      "10:55 open",
      "17:00 closed",
      "18:00 in-session",
      "18:55 closed",
    ]);
  });

  test("show do not disturb as far as it reaches", () => {
    const doNotDisturb = { start: Date.parse("2026-11-30T18:00:00Z"), end: Date.parse("2026-11-30T19:30:00Z") };
    expect(states(policyWith(), monday, { doNotDisturb })).toEqual([
      "00:00 closed",
      "09:00 open",
      "10:00 in-session",
      "10:55 open",
      "13:00 do-not-disturb",
      "14:30 open",
      "17:00 closed",
      "18:00 in-session",
      "18:55 closed",
    ]);
  });

  test("are away from midnight to midnight on vacation", () => {
    const policy = policyWith({
      closures: [
        {
          id: "winter",
          kind: "vacation",
          label: "",
          firstDate: "2026-12-02",
          lastDate: "2026-12-03",
          windows: [],
          cover: null,
        },
      ],
    });
    const wednesdayAndOn = { start: Date.parse("2026-12-02T02:00:00Z"), end: Date.parse("2026-12-04T12:00:00Z") };
    expect(states(policy, wednesdayAndOn)).toEqual(["21:00 closed", "00:00 away", "00:00 closed"]);
  });

  test("are open to a client with agreed hours when they are closed to others", () => {
    const policy = policyWith({ clientHours: [agreedWith("maya", { MO: [{ start: "19:00", end: "21:00" }] })] });
    expect(states(policy, monday, { clientId: "maya" })).toContain("19:00 client-hours");
    expect(states(policy, monday)).not.toContain("19:00 client-hours");
  });

  test("cover the range without a hole, and say at every instant what the practice light says", () => {
    const policy = policyWith({
      messageHours: { ...policyWith().messageHours, FR: [{ start: "20:00", end: "02:00" }], SU: [] },
    });
    const doNotDisturb = { start: week.start + 30 * 3_600_000, end: week.start + 33 * 3_600_000 };
    const all = gateStates({ policy, booked, doNotDisturb, clientId: null }, week);
    expect(all[0]?.start).toBe(week.start);
    expect(all.at(-1)?.end).toBe(week.end);
    expect(all.slice(1).every(({ start }, place) => all[place]?.end === start)).toBe(true);
    fc.assert(
      fc.property(fc.integer({ min: week.start, max: week.end - 1 }), (at) => {
        const light = practiceLight(policy, factsOfMoment(momentAt(policy, booked, doNotDisturb, at)));
        expect(all.find(({ start, end }) => start <= at && at < end)?.state).toBe(light.state);
      }),
    );
  });
});
