import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hoursIndex } from "../../../../src/domain/availability/hours-index.ts";
import { closedPeriodAt, isOpenAt, nextClosing, nextOpening } from "../../../../src/domain/availability/opening.ts";
import { freeSlots, freeSlotsIn } from "../../../../src/domain/availability/slots.ts";
import { occurrences } from "../../../../src/domain/recurrence/occurrences.ts";
import { busyIndex } from "../../../../src/domain/scheduling/busy-index.ts";
import { day, merge } from "../../../../src/domain/time/instant.ts";
import { endAfter, isInside, startAfter } from "../../../../src/domain/time/span-index.ts";
import { at, closure, everyDay, officeWeek, practiceIn } from "../hours-of-a-practice.ts";
import { anyAvailability } from "./any-availability.ts";
import { tuesdaysAtTen } from "../recurrence/series-of-a-practice.ts";

const practice = practiceIn("America/New_York", officeWeek, [
  closure("vacation", "2026-12-23", "2027-01-02"),
  closure("changed-hours", "2027-03-14", "2027-03-14", "01:30-02:30", "22:00-02:00"),
]);
const covers = { start: at("2026-11-01T00:00Z"), end: at("2028-06-01T00:00Z") };
const anyMoment = fc.integer({ min: covers.start, max: covers.start + 300 * day });

const series = [
  tuesdaysAtTen(),
  tuesdaysAtTen({ id: "overlapping", start: "2026-12-01T10:30", rule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU" }),
  tuesdaysAtTen({
    id: "changed",
    start: "2026-12-02T09:00",
    rule: "FREQ=WEEKLY;BYDAY=WE",
    overrides: [
      { recurrenceId: "2026-12-09T09:00", kind: "cancelled" },
      { recurrenceId: "2026-12-16T09:00", kind: "moved", start: "2026-12-17T14:00", durationMinutes: 80 },
    ],
  }),
];

describe("hours that are remembered", () => {
  // Ten years on a scale of hours, in any order: the index grows, or is made anew far away.
  const anyTime = fc
    .integer({ min: 0, max: 10 * 365 * 24 })
    .map((hours) => at("2021-01-01T00:00Z") + hours * 3_600_000);

  test("answer as those that nobody asked before, whatever was asked of them", () => {
    fc.assert(
      fc.property(anyAvailability, fc.array(anyTime, { minLength: 2, maxLength: 6 }), (availability, times) => {
        for (const time of times) {
          const fresh = { ...availability };
          expect(isOpenAt(availability, time)).toBe(isOpenAt(fresh, time));
          expect(nextOpening(availability, time)).toBe(nextOpening(fresh, time));
          expect(nextClosing(availability, time)).toBe(nextClosing(fresh, time));
          expect(closedPeriodAt(availability, time)).toEqual(closedPeriodAt(fresh, time));
        }
      }),
      { numRuns: 40 },
    );
  });

  test("that never close have neither opening nor closing, and have been open for ever", () => {
    const always = practiceIn("America/New_York", everyDay("00:00-24:00"));
    for (const time of [at("2026-12-01T00:00Z"), at("2026-12-20T00:00Z"), at("2027-12-01T00:00Z")]) {
      expect(isOpenAt(always, time)).toBe(true);
      expect(nextOpening(always, time)).toBeNull();
      expect(nextClosing(always, time)).toBeNull();
    }
  });
});

describe("indexes made once", () => {
  const hours = hoursIndex(practice, covers);
  const busy = busyIndex(series, covers);

  test("answer as the questions to the practice itself do", () => {
    fc.assert(
      fc.property(anyMoment, (moment) => {
        expect(isInside(hours, moment)).toBe(isOpenAt(practice, moment));
        expect(startAfter(hours, moment)).toBe(nextOpening(practice, moment));
        expect(endAfter(hours, moment)).toBe(nextClosing(practice, moment));
      }),
      { numRuns: 200 },
    );
  });

  test("hold the time of every occurrence, moved ones where they are", () => {
    const spans = merge(series.flatMap((one) => occurrences(one, covers)));
    expect([...busy.starts]).toEqual(spans.map((one) => one.start));
    expect([...busy.ends]).toEqual(spans.map((one) => one.end));
  });

  test("offer the same free times as a search from scratch", () => {
    const booked = series.flatMap((one) => occurrences(one, covers));
    fc.assert(
      fc.property(anyMoment, (from) => {
        const request = {
          availability: practice,
          bufferBefore: 10,
          bufferAfter: 10,
          duration: 50,
          granularity: 15,
          minNotice: 60,
          from,
          count: 5,
          horizonDays: 90,
        };
        expect(freeSlotsIn(hours, busy, request)).toEqual(freeSlots({ ...request, booked }));
      }),
      { numRuns: 60 },
    );
  });
});
