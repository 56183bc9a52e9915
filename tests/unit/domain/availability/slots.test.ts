import { expect, test } from "vitest";
import { freeSlots } from "../../../../src/domain/availability/slots.ts";
import type { SlotRequest } from "../../../../src/domain/availability/slots.ts";
import { instantToWall } from "../../../../src/domain/time/zone.ts";
import { at, everyDay, officeWeek, practiceIn } from "../hours-of-a-practice.ts";

const newYork = "America/New_York";

/** Fifty-minute sessions on the half hour, wanted on Monday at 08:00. */
const monday: SlotRequest = {
  availability: practiceIn(newYork, officeWeek),
  booked: [],
  bufferBefore: 0,
  bufferAfter: 0,
  duration: 50,
  granularity: 30,
  minNotice: 0,
  from: at("2026-11-30T08:00-05:00"),
  count: 4,
  horizonDays: 30,
};

function offered(request: SlotRequest): string[] {
  return freeSlots(request).map((start) => instantToWall(start, newYork));
}

test("the first free times lie inside the hours and do not run into the break", () => {
  expect(offered({ ...monday, count: 6 })).toEqual([
    "2026-11-30T09:00",
    "2026-11-30T09:30",
    "2026-11-30T10:00",
    "2026-11-30T10:30",
    "2026-11-30T11:00",
    "2026-11-30T13:00",
  ]);
});

test("a session may touch a booked one, but its buffers may not meet it", () => {
  const booked = [{ start: at("2026-11-30T10:00-05:00"), end: at("2026-11-30T10:30-05:00") }];
  expect(offered({ ...monday, booked, duration: 60, count: 2 })).toEqual(["2026-11-30T09:00", "2026-11-30T10:30"]);
  expect(offered({ ...monday, booked, duration: 60, bufferAfter: 1, count: 1 })).toEqual(["2026-11-30T10:30"]);
  expect(offered({ ...monday, booked, duration: 60, bufferAfter: 1, bufferBefore: 1, count: 1 })).toEqual([
    "2026-11-30T11:00",
  ]);
});

test("notice counts from now and nothing is offered beyond the horizon", () => {
  expect(offered({ ...monday, minNotice: 90, count: 1 })).toEqual(["2026-11-30T09:30"]);
  expect(offered({ ...monday, horizonDays: 0 })).toEqual([]);
});

test("T16: notice is time that passes, and is not an hour short in the night the clocks go forward", () => {
  const night = {
    ...monday,
    availability: practiceIn(newYork, everyDay("00:00-24:00")),
    from: at("2027-03-14T00:00-05:00"),
    minNotice: 180,
    count: 1,
  };
  expect(freeSlots(night)).toEqual([at("2027-03-14T04:00-04:00")]);
});

test("times stay on the local grid after the clocks went back", () => {
  const night = {
    ...monday,
    availability: practiceIn(newYork, everyDay("00:00-03:00")),
    from: at("2026-11-01T01:10-04:00"),
    duration: 30,
  };
  expect(freeSlots({ ...night, count: 3 })).toEqual([
    at("2026-11-01T01:30-04:00"),
    at("2026-11-01T01:00-05:00"),
    at("2026-11-01T01:30-05:00"),
  ]);
});
