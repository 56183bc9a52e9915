import fc from "fast-check";
import type { Availability } from "../../../../src/domain/availability/open-spans.ts";
import { at, practiceIn, week } from "../hours-of-a-practice.ts";
import type { Closure, HoursWindow } from "../../../../src/domain/policy/hours.ts";

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
    const date = (offset: number) => new Date(at("2026-01-01T00:00Z") + offset * 86_400_000).toISOString().slice(0, 10);
    return {
      id: `${kind} ${first} ${length}`,
      kind,
      label: "",
      firstDate: date(first),
      lastDate: date(first + length),
      windows: kind === "changed-hours" ? windows : [],
      cover: null,
    };
  });

/** Hours with gaps and overlaps, past midnight, with closures, in zones whose clocks change at night and at midnight. */
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
    hours: fc.record({
      MO: someWindows,
      TU: someWindows,
      WE: someWindows,
      TH: someWindows,
      FR: someWindows,
      SA: someWindows,
      SU: someWindows,
    }),
    closures: fc.array(anyClosure, { maxLength: 6 }),
  })
  .map(({ zone, hours, closures }) => practiceIn(zone, week(hours), closures));

/** Whole minutes from 2026 to the spring of 2027. */
export const anyMoment: fc.Arbitrary<number> = fc
  .integer({ min: 0, max: 480 * 24 * 60 })
  .map((minutes) => at("2026-01-01T00:00Z") + minutes * 60_000);
