import fc from "fast-check";
import { expect, test } from "vitest";
import { occurrences } from "../../../../src/domain/recurrence/occurrences.ts";
import { bookedIn } from "../../../../src/domain/scheduling/booked.ts";
import { day } from "../../../../src/domain/time/instant.ts";
import { at } from "../hours-of-a-practice.ts";
import { tuesdaysAtTen } from "../recurrence/series-of-a-practice.ts";

const tenYears = [
  tuesdaysAtTen({ start: "2017-01-03T10:00" }),
  tuesdaysAtTen({ id: "ended", start: "2017-01-02T09:00", rule: "FREQ=WEEKLY;BYDAY=MO;UNTIL=20190107T140000Z" }),
  tuesdaysAtTen({ id: "overnight", start: "2018-05-05T20:00", durationMinutes: 720, rule: "FREQ=MONTHLY;BYDAY=1SA" }),
  tuesdaysAtTen({
    id: "changed",
    start: "2020-12-02T09:00",
    rule: "FREQ=WEEKLY;BYDAY=WE",
    overrides: [
      { recurrenceId: "2020-12-09T09:00", kind: "cancelled" },
      { recurrenceId: "2020-12-16T09:00", kind: "moved", start: "2026-12-17T14:00", durationMinutes: 700 },
      // The rule has no such occurrence: an override without one is none.
      { recurrenceId: "2020-12-17T09:00", kind: "moved", start: "2026-12-18T14:00", durationMinutes: 50 },
    ],
  }),
];

test("what is booked in a range is what every series has there, whatever was asked before", () => {
  const begin = at("2016-12-01T00:00Z");
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 11 * 365 * 24 }),
      fc.oneof(fc.integer({ min: 0, max: 48 }), fc.integer({ min: 0, max: 400 * 24 })),
      (hours, length) => {
        const start = begin + (hours * day) / 24;
        const range = { start, end: start + (length * day) / 24 };
        const expected = tenYears
          .flatMap((series) => occurrences(series, range))
          .toSorted((one, other) => one.start - other.start);
        expect(bookedIn(tenYears, range)).toEqual(expected);
      },
    ),
  );
});

test("another list of the same practice has its own answer", () => {
  const range = { start: at("2026-12-01T00:00Z"), end: at("2026-12-02T00:00Z") };
  const [tuesdays = tuesdaysAtTen(), ...others] = tenYears;
  expect(bookedIn(tenYears, range)).toHaveLength(1);
  expect(bookedIn(others, range)).toEqual([]);
  expect(bookedIn([{ ...tuesdays, start: "2017-01-03T11:00" }], range)[0]?.start).toBe(at("2026-12-01T11:00-05:00"));
});
