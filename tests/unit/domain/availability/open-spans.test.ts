import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { closureOn, effectiveWindows, openSpans } from "../../../../src/domain/availability/open-spans.ts";
import type { Availability } from "../../../../src/domain/availability/open-spans.ts";
import type { Interval } from "../../../../src/domain/time/instant.ts";
import { instantToWall } from "../../../../src/domain/time/zone.ts";
import { at, closure, everyDay, officeWeek, practiceIn, week, windows } from "../hours-of-a-practice.ts";
import { anyAvailability, anyMoment } from "./any-availability.ts";

const newYork = "America/New_York";

/** The spans that meet a local day, as people there would read them. */
function openOn(availability: Availability, from: string, to: string): string[] {
  const range = { start: at(from), end: at(to) };
  return openSpans(availability, range).map(
    (span) => `${instantToWall(span.start, availability.zone)} to ${instantToWall(span.end, availability.zone)}`,
  );
}

describe("which hours hold on a date", () => {
  const monday = "2026-11-30";

  test("are those of the weekday when nothing else is said", () => {
    expect(effectiveWindows(practiceIn(newYork, officeWeek), monday)).toEqual(windows("09:00-12:00", "13:00-17:00"));
    expect(effectiveWindows(practiceIn(newYork, officeWeek), "2026-11-29")).toEqual([]);
  });

  test("come from the season in season, first and last date included", () => {
    const season = { firstDate: "2026-11-30", lastDate: "2026-12-01", hours: everyDay("10:00-11:00") };
    const practice = practiceIn(newYork, officeWeek, [], [season]);
    expect(effectiveWindows(practice, "2026-11-30")).toEqual(windows("10:00-11:00"));
    expect(effectiveWindows(practice, "2026-12-01")).toEqual(windows("10:00-11:00"));
    expect(effectiveWindows(practice, "2026-12-02")).toEqual(windows("09:00-12:00", "13:00-17:00"));
  });

  test("are none on a holiday or a day off, even in season", () => {
    const season = { firstDate: monday, lastDate: monday, hours: everyDay("10:00-11:00") };
    expect(effectiveWindows(practiceIn(newYork, officeWeek, [closure("holiday", monday)], [season]), monday)).toEqual(
      [],
    );
    expect(effectiveWindows(practiceIn(newYork, officeWeek, [closure("day-off", monday)]), monday)).toEqual([]);
  });

  test("are the changed ones where changed hours meet a holiday", () => {
    const practice = practiceIn(newYork, officeWeek, [
      closure("holiday", monday),
      closure("changed-hours", monday, monday, "08:00-09:00"),
    ]);
    expect(effectiveWindows(practice, monday)).toEqual(windows("08:00-09:00"));
  });

  test("are none on vacation, whatever else is said about the date", () => {
    const practice = practiceIn(newYork, officeWeek, [
      closure("changed-hours", monday, monday, "08:00-09:00"),
      closure("vacation", "2026-11-23", "2026-12-04"),
      closure("holiday", monday),
    ]);
    expect(effectiveWindows(practice, monday)).toEqual([]);
    expect(closureOn(practice, monday)?.kind).toBe("vacation");
  });

  test("are those of the shorter of two changes, in whichever order they were entered", () => {
    const summer = closure("changed-hours", "2026-07-01", "2026-08-31", "08:00-13:00");
    const oneDay = closure("changed-hours", "2026-07-14", "2026-07-14", "08:00-09:00");
    expect(effectiveWindows(practiceIn(newYork, officeWeek, [summer, oneDay]), "2026-07-14")).toEqual(
      windows("08:00-09:00"),
    );
    expect(effectiveWindows(practiceIn(newYork, officeWeek, [oneDay, summer]), "2026-07-14")).toEqual(
      windows("08:00-09:00"),
    );
  });
});

describe("open spans", () => {
  test("show every window of a day with the breaks between", () => {
    expect(openOn(practiceIn(newYork, officeWeek), "2026-11-30T00:00-05:00", "2026-12-01T00:00-05:00")).toEqual([
      "2026-11-30T09:00 to 2026-11-30T12:00",
      "2026-11-30T13:00 to 2026-11-30T17:00",
    ]);
  });

  test("are whole even where the range begins or ends inside them", () => {
    expect(openOn(practiceIn(newYork, officeWeek), "2026-11-30T10:00-05:00", "2026-11-30T10:01-05:00")).toEqual([
      "2026-11-30T09:00 to 2026-11-30T12:00",
    ]);
  });

  test("do not include one that only touches the range", () => {
    expect(openOn(practiceIn(newYork, officeWeek), "2026-11-30T12:00-05:00", "2026-11-30T13:00-05:00")).toEqual([]);
  });

  test("join windows that overlap or touch, across 24:00 too", () => {
    const practice = practiceIn(
      newYork,
      week({ MO: windows("20:00-22:00", "21:00-24:00"), TU: windows("00:00-01:00") }),
    );
    expect(openOn(practice, "2026-11-30T00:00-05:00", "2026-12-02T00:00-05:00")).toEqual([
      "2026-11-30T20:00 to 2026-12-01T01:00",
    ]);
  });

  test("T3: have no hole at midnight in hours round the clock", () => {
    const practice = practiceIn(
      newYork,
      week({ MO: windows("00:00-24:00"), TU: windows("00:00-24:00"), WE: windows("00:00-24:00") }),
    );
    expect(openOn(practice, "2026-12-01T12:00-05:00", "2026-12-01T12:01-05:00")).toEqual([
      "2026-11-30T00:00 to 2026-12-03T00:00",
    ]);
  });

  test("T4: run past midnight on the date they begin on", () => {
    const practice = practiceIn(newYork, week({ FR: windows("21:00-01:00") }));
    expect(openOn(practice, "2026-12-04T00:00-05:00", "2026-12-06T00:00-05:00")).toEqual([
      "2026-12-04T21:00 to 2026-12-05T01:00",
    ]);
  });

  test.each(["vacation", "day-off", "holiday", "changed-hours"] as const)(
    "T5: stop at midnight before a date with a %s",
    (kind) => {
      const practice = practiceIn(newYork, week({ FR: windows("21:00-01:00") }), [closure(kind, "2026-12-05")]);
      expect(openOn(practice, "2026-12-04T00:00-05:00", "2026-12-06T00:00-05:00")).toEqual([
        "2026-12-04T21:00 to 2026-12-05T00:00",
      ]);
    },
  );

  test("T5: run on into a season that begins at midnight", () => {
    const season = { firstDate: "2026-12-05", lastDate: "2026-12-31", hours: week({}) };
    const practice = practiceIn(newYork, week({ FR: windows("21:00-01:00") }), [], [season]);
    expect(openOn(practice, "2026-12-04T00:00-05:00", "2026-12-06T00:00-05:00")).toEqual([
      "2026-12-04T21:00 to 2026-12-05T01:00",
    ]);
  });

  test("that never end are cut at the horizon instead of searched for ever", () => {
    const [span, ...others] = openSpans(practiceIn(newYork, everyDay("00:00-24:00")), {
      start: at("2026-12-01T00:00Z"),
      end: at("2026-12-02T00:00Z"),
    });
    expect(others).toEqual([]);
    expect(span?.start).toBeLessThan(at("2025-11-30T00:00Z"));
    expect(span?.end).toBeGreaterThan(at("2027-12-30T00:00Z"));
  });
});

describe("on the night the clocks go forward", () => {
  const inSpring = ["2026-03-08T00:00-05:00", "2026-03-09T00:00-04:00"] as const;

  test("T2: a window in the skipped hour never opens", () => {
    expect(openOn(practiceIn(newYork, everyDay("02:00-03:00")), ...inSpring)).toEqual([]);
    expect(openOn(practiceIn(newYork, everyDay("02:10-02:50")), ...inSpring)).toEqual([]);
  });

  test("a window that begins in it opens at the change", () => {
    expect(openOn(practiceIn(newYork, everyDay("02:30-04:00")), ...inSpring)).toEqual([
      "2026-03-08T03:00 to 2026-03-08T04:00",
    ]);
  });

  test("a break that lies in it does not interrupt", () => {
    expect(openOn(practiceIn(newYork, everyDay("01:00-02:10", "02:50-04:00")), ...inSpring)).toEqual([
      "2026-03-08T01:00 to 2026-03-08T04:00",
    ]);
  });
});

describe("on the night the clocks go back", () => {
  test("T2: hours end at the first pass and do not open again at the second", () => {
    const practice = practiceIn(newYork, week({ SU: windows("00:00-01:30") }));
    const spans = openSpans(practice, { start: at("2026-11-01T00:00-04:00"), end: at("2026-11-01T12:00-05:00") });
    expect(spans).toEqual([{ start: at("2026-11-01T00:00-04:00"), end: at("2026-11-01T01:30-04:00") }]);
  });

  test("hours begun at the first pass stay open through the repeat", () => {
    const practice = practiceIn(newYork, week({ SU: windows("01:30-03:00") }));
    const spans = openSpans(practice, { start: at("2026-11-01T00:00-04:00"), end: at("2026-11-01T12:00-05:00") });
    expect(spans).toEqual([{ start: at("2026-11-01T01:30-04:00"), end: at("2026-11-01T03:00-05:00") }]);
  });
});

describe("for any practice", () => {
  test("spans never overlap, touch or come out upside down, and each meets the range", () => {
    fc.assert(
      fc.property(
        anyAvailability,
        anyMoment,
        fc.integer({ min: 1, max: 30 * 24 * 60 }),
        (availability, start, minutes) => {
          const range = { start, end: start + minutes * 60_000 };
          let before: Interval | null = null;
          for (const span of openSpans(availability, range)) {
            expect(span.start).toBeLessThan(span.end);
            expect(span.start).toBeLessThan(range.end);
            expect(span.end).toBeGreaterThan(range.start);
            expect(span.start).toBeGreaterThan(before?.end ?? Number.NEGATIVE_INFINITY);
            before = span;
          }
        },
      ),
    );
  });

  test("a span is the same whichever part of it is asked about", () => {
    fc.assert(
      fc.property(anyAvailability, anyMoment, (availability, start) => {
        for (const span of openSpans(availability, { start, end: start + 7 * 86_400_000 }).slice(0, 5)) {
          const inside = Math.floor((span.start + span.end) / 2);
          expect(openSpans(availability, { start: inside, end: inside + 1 })).toEqual([span]);
        }
      }),
    );
  });
});
