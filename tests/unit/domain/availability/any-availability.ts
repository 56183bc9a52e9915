import fc from "fast-check";
import type { Availability } from "../../../../src/domain/availability/open-spans.ts";
import { at } from "../hours-of-a-practice.ts";
import { mostWeeks } from "../../../../src/domain/policy/hours.ts";
import type { Closure, HoursWindow, RegionHoliday } from "../../../../src/domain/policy/hours.ts";

const quarter = fc.integer({ min: 0, max: 95 });

function clock(quarters: number): string {
  return `${String(Math.floor(quarters / 4)).padStart(2, "0")}:${String((quarters % 4) * 15).padStart(2, "0")}`;
}

const anyWindow: fc.Arbitrary<HoursWindow> = fc
  .tuple(quarter, fc.integer({ min: 0, max: 96 }))
  .filter(([start, end]) => start !== end)
  .map(([start, end]) => ({ start: clock(start), end: clock(end) }));

const someWindows = fc.array(anyWindow, { maxLength: 3 });

const anyClosure: fc.Arbitrary<Closure> = fc
  .record({
    kind: fc.constantFrom("day-off" as const, "holiday" as const, "vacation" as const, "changed-hours" as const),
    first: fc.integer({ min: 0, max: 500 }),
    length: fc.integer({ min: 0, max: 20 }),
    windows: someWindows,
  })
  .map(({ kind, first, length, windows }) => {
    return {
      id: `${kind} ${first} ${length}`,
      kind,
      label: "",
      firstDate: dateOfYear(first),
      lastDate: dateOfYear(first + length),
      windows: kind === "changed-hours" ? windows : [],
      cover: null,
    };
  });

const anyWeek = fc.record({
  MO: someWindows,
  TU: someWindows,
  WE: someWindows,
  TH: someWindows,
  FR: someWindows,
  SA: someWindows,
  SU: someWindows,
});

const anyDay = fc.integer({ min: 0, max: 500 }).map(dateOfYear);

function dateOfYear(offset: number): string {
  return new Date(at("2026-01-01T00:00Z") + offset * 86_400_000).toISOString().slice(0, 10);
}

const anyHoliday: fc.Arbitrary<RegionHoliday> = fc
  .record({ date: anyDay, rule: fc.constantFrom("closed", "as-usual", "shortened"), window: anyWindow })
  .map(({ date, rule, window }) => ({ date, name: "Holiday", rule, windows: rule === "shortened" ? [window] : [] }));

/** Trips one after another, to zones on either side of the date line too; some begin as others end. */
const anyTravel: fc.Arbitrary<Availability["travel"]> = fc
  .array(
    fc.record({
      zone: fc.constantFrom("Europe/Berlin", "America/Los_Angeles", "Pacific/Kiritimati", "Pacific/Pago_Pago"),
      after: fc.integer({ min: 0, max: 150 }),
      days: fc.integer({ min: 0, max: 20 }),
    }),
    { maxLength: 5 },
  )
  .map((trips) => {
    let free = 0;
    return trips.map(({ zone, after, days }) => {
      const first = free + after;
      free = first + days + 1;
      return { zone, firstDate: dateOfYear(first), lastDate: dateOfYear(first + days) };
    });
  });

/**
 * Hours with gaps and overlaps, past midnight, in alternate weeks and a season, with closures and holidays, in zones whose
 * clocks change at night and at midnight, with trips to other zones.
 */
export const anyAvailability: fc.Arbitrary<Availability> = fc
  .record({
    zone: fc.constantFrom(
      "America/New_York",
      "Europe/London",
      "Australia/Lord_Howe",
      "Asia/Kolkata",
      "Africa/Cairo",
      "America/Santiago",
    ),
    messageHours: anyWeek,
    closures: fc.array(anyClosure, { maxLength: 6 }),
    alternation: fc.option(
      fc.record({ anchor: anyDay, further: fc.array(anyWeek, { minLength: 1, maxLength: mostWeeks - 1 }) }),
    ),
    season: fc.option(fc.record({ first: fc.integer({ min: 0, max: 400 }), hours: anyWeek })),
    travel: anyTravel,
    holidays: fc.uniqueArray(anyHoliday, { maxLength: 8, selector: ({ date }) => date }),
  })
  .map(({ season, ...others }) => ({
    ...others,
    seasons:
      season === null
        ? []
        : [{ firstDate: dateOfYear(season.first), lastDate: dateOfYear(season.first + 60), hours: season.hours }],
  }));

/** Whole minutes from 2026 to the spring of 2027. */
export const anyMoment: fc.Arbitrary<number> = fc
  .integer({ min: 0, max: 480 * 24 * 60 })
  .map((minutes) => at("2026-01-01T00:00Z") + minutes * 60_000);
