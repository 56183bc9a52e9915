import { describe, expect, test } from "vitest";
import { effectiveWindows, horizonDays, openSpans } from "../../../src/domain/availability/open-spans.ts";
import { closedPeriodAt, isOpenAt, nextClosing, nextOpening } from "../../../src/domain/availability/opening.ts";
import { freeSlots } from "../../../src/domain/availability/slots.ts";
import { hoursWindowSchema } from "../../../src/domain/policy/hours.ts";
import { changeAll } from "../../../src/domain/recurrence/editing.ts";
import { occurrences } from "../../../src/domain/recurrence/occurrences.ts";
import { minute } from "../../../src/domain/time/instant.ts";
import { zoneAt } from "../../../src/domain/time/practice-zone.ts";
import { at, closure, everyDay, officeWeek, practiceIn, week, windows } from "./hours-of-a-practice.ts";
import { tuesdaysAtTen } from "./recurrence/series-of-a-practice.ts";

// The decisions of FIELD.md 6, each answering a bug that other calendars had. T10 and T13 are not the engine's, T7 is in the tests of replies.
const newYork = "America/New_York";
const starts = (series: Parameters<typeof occurrences>[0], from: string, to: string) =>
  occurrences(series, { start: at(from), end: at(to) }).map((one) => one.start);

test("T1: a session stays at ten on the wall when the clocks change", () => {
  expect(starts(tuesdaysAtTen(), "2027-03-09T00:00Z", "2027-03-17T00:00Z")).toEqual([
    at("2027-03-09T10:00-05:00"),
    at("2027-03-16T10:00-04:00"),
  ]);
});

describe("T2: where the clock skips or repeats time", () => {
  test("a session that starts in the gap moves forward by the gap, and only that one", () => {
    const nights = tuesdaysAtTen({ start: "2027-03-13T02:30", rule: "FREQ=DAILY" });
    expect(starts(nights, "2027-03-13T00:00Z", "2027-03-16T00:00Z")).toEqual([
      at("2027-03-13T02:30-05:00"),
      at("2027-03-14T03:30-04:00"),
      at("2027-03-15T02:30-04:00"),
    ]);
  });

  test("hours inside the gap open for nobody, and hours in the repeated hour close at its first pass", () => {
    const night = practiceIn(newYork, everyDay("02:10-02:50"));
    expect(openSpans(night, { start: at("2027-03-14T00:00-05:00"), end: at("2027-03-15T00:00-04:00") })).toEqual([]);
    const evening = practiceIn(newYork, everyDay("00:00-01:30"));
    expect(nextClosing(evening, at("2026-11-01T00:30-04:00"))).toBe(at("2026-11-01T01:30-04:00"));
    expect(isOpenAt(evening, at("2026-11-01T01:15-05:00"))).toBe(false);
  });
});

test("T3: hours end before, not at, their end, and round the clock has no hole at midnight", () => {
  const day = practiceIn(newYork, everyDay("00:00-24:00"));
  expect(isOpenAt(day, at("2026-12-01T00:00-05:00") - 1)).toBe(true);
  expect(isOpenAt(day, at("2026-12-01T00:00-05:00"))).toBe(true);
  expect(isOpenAt(practiceIn(newYork, officeWeek), at("2026-12-01T17:00-05:00"))).toBe(false);
});

test("T4: hours that end as they begin are refused; an earlier end runs past midnight and belongs to the first date", () => {
  expect(hoursWindowSchema.safeParse({ start: "09:00", end: "09:00" }).success).toBe(false);
  const fridays = practiceIn(newYork, week({ FR: windows("22:00-01:00") }));
  expect(isOpenAt(fridays, at("2026-12-05T00:30-05:00"))).toBe(true);
  expect(isOpenAt(fridays, at("2026-12-04T00:30-05:00"))).toBe(false);
});

test("T5: vacation beats changed hours, those beat a holiday, that beats season and week", () => {
  const summer = { firstDate: "2026-12-01", lastDate: "2026-12-31", hours: everyDay("07:00-08:00") };
  const holiday = closure("holiday", "2026-12-25");
  const changed = closure("changed-hours", "2026-12-25", "2026-12-25", "10:00-11:00");
  const vacation = closure("vacation", "2026-12-24", "2026-12-26");
  const on = (...closures: Parameters<typeof practiceIn>[2] & object) =>
    effectiveWindows(practiceIn(newYork, officeWeek, closures, [summer]), "2026-12-25");
  expect(on()).toEqual(windows("07:00-08:00"));
  expect(on(holiday)).toEqual([]);
  expect(on(holiday, changed)).toEqual(windows("10:00-11:00"));
  expect(on(holiday, changed, vacation)).toEqual([]);
});

test("T6: a practice that never opens has no next opening, and the question ends", () => {
  const sabbatical = practiceIn(newYork, officeWeek, [closure("vacation", "2026-12-01", "2029-12-31")]);
  expect(horizonDays).toBe(400);
  expect(nextOpening(sabbatical, at("2026-12-02T10:00-05:00"))).toBeNull();
});

test("T8: Saturday night and Sunday morning are those of the practice's zone", () => {
  const saturdays = practiceIn("Pacific/Auckland", week({ SA: windows("22:00-24:00") }));
  expect(isOpenAt(saturdays, at("2026-11-28T23:30+13:00"))).toBe(true);
  expect(isOpenAt(saturdays, at("2026-11-29T00:30+13:00"))).toBe(false);
});

test("T9: a vacation is dates in the practice's zone, from its midnight to its midnight", () => {
  const away = practiceIn("Asia/Kolkata", everyDay("00:00-24:00"), [closure("vacation", "2026-12-24", "2026-12-26")]);
  expect(nextClosing(away, at("2026-12-20T00:00Z"))).toBe(at("2026-12-24T00:00+05:30"));
  expect(nextOpening(away, at("2026-12-20T00:00Z"))).toBe(at("2026-12-27T00:00+05:30"));
});

test("T11: when a series moves, what was cancelled and moved in it moves along by whole days", () => {
  const series = tuesdaysAtTen({
    overrides: [
      { recurrenceId: "2026-12-08T10:00", kind: "cancelled" },
      { recurrenceId: "2026-12-15T10:00", kind: "moved", start: "2026-12-16T12:00", durationMinutes: 50 },
    ],
  });
  const moved = changeAll(series, { start: "2026-12-03T10:00" });
  expect(moved.overrides.map((one) => one.recurrenceId)).toEqual(["2026-12-10T10:00", "2026-12-17T10:00"]);
});

test("T12: gate, spans and free times follow the one list of windows of a date", () => {
  const practice = practiceIn(newYork, officeWeek, [
    closure("changed-hours", "2026-12-01", "2026-12-01", "10:00-11:00", "15:00-16:30"),
  ]);
  const date = { start: at("2026-12-01T00:00-05:00"), end: at("2026-12-02T00:00-05:00") };
  const spans = [
    { start: at("2026-12-01T10:00-05:00"), end: at("2026-12-01T11:00-05:00") },
    { start: at("2026-12-01T15:00-05:00"), end: at("2026-12-01T16:30-05:00") },
  ];
  expect(effectiveWindows(practice, "2026-12-01")).toEqual(windows("10:00-11:00", "15:00-16:30"));
  expect(openSpans(practice, date)).toEqual(spans);
  expect(nextOpening(practice, date.start)).toBe(spans[0]?.start);
  expect(freeSlots(slots(practice, date.start, 60))).toEqual([
    at("2026-12-01T10:00-05:00"),
    at("2026-12-01T15:00-05:00"),
    at("2026-12-01T15:30-05:00"),
  ]);
});

test("T14: a closed period keeps its id, the opening that ends it, when hours of other days change", () => {
  const night = at("2026-12-01T22:00-05:00");
  const before = closedPeriodAt(practiceIn(newYork, officeWeek), night);
  const after = closedPeriodAt(practiceIn(newYork, { ...officeWeek, FR: windows("08:00-09:00") }), night);
  expect(before?.end).toBe(at("2026-12-02T09:00-05:00"));
  expect(after).toEqual(before);
});

test("T15: on the dates of a trip the hours are those of the clock there, and around it those of home", () => {
  const travel = [{ zone: "Europe/Berlin", firstDate: "2026-12-07", lastDate: "2026-12-11" }];
  const practice = { ...practiceIn(newYork, everyDay("09:00-17:00")), travel };
  const sunday = at("2026-12-06T17:00-05:00");
  expect(nextOpening(practice, sunday)).toBe(at("2026-12-07T09:00+01:00"));
  expect(nextClosing(practice, sunday)).toBe(at("2026-12-07T17:00+01:00"));
  expect(nextOpening(practice, at("2026-12-11T17:00+01:00"))).toBe(at("2026-12-12T09:00-05:00"));
  // Monday begins in Berlin when Sunday is over in New York, Saturday in New York when Friday is over in Berlin.
  expect(zoneAt(practice, at("2026-12-07T00:00-05:00") - 1)).toBe(newYork);
  expect(zoneAt(practice, at("2026-12-07T00:00-05:00"))).toBe("Europe/Berlin");
  expect(zoneAt(practice, at("2026-12-12T00:00+01:00") - 1)).toBe("Europe/Berlin");
  expect(zoneAt(practice, at("2026-12-12T00:00+01:00"))).toBe(newYork);
});

test("T16: notice is time that passes: two hours over the lost hour of spring end three hours later on the wall", () => {
  const nights = practiceIn(newYork, everyDay("00:00-24:00"));
  const [first] = freeSlots({ ...slots(nights, at("2027-03-14T01:00-05:00"), 30), minNotice: 120 });
  expect(first).toBe(at("2027-03-14T04:00-04:00"));
});

function slots(availability: ReturnType<typeof practiceIn>, from: number, duration: number) {
  return {
    availability,
    booked: [],
    bufferBefore: 0,
    bufferAfter: 0,
    duration,
    granularity: 30,
    minNotice: 0,
    from: Math.floor(from / minute) * minute,
    count: 3,
    horizonDays: 7,
  };
}
