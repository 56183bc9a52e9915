import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { closureInForce } from "../../../../src/domain/availability/closure-in-force.ts";
import { closureOn, effectiveWindows } from "../../../../src/domain/availability/open-spans.ts";
import type { Availability } from "../../../../src/domain/availability/open-spans.ts";
import { isOpenAt, nextClosing, nextOpening } from "../../../../src/domain/availability/opening.ts";
import { regionHolidaySchema } from "../../../../src/domain/policy/hours.ts";
import type { RegionHoliday } from "../../../../src/domain/policy/hours.ts";
import { at, closure, everyDay, officeWeek, practiceIn, windows } from "../hours-of-a-practice.ts";
import { anyAvailability } from "./any-availability.ts";

const thanksgiving = "2026-11-26";

function withThanksgiving(rule: RegionHoliday["rule"], ...texts: readonly string[]): Availability {
  const holidays = [{ date: thanksgiving, name: "Thanksgiving Day", rule, windows: windows(...texts) }];
  return { ...practiceIn("America/New_York", officeWeek), holidays };
}

describe("a holiday of the region", () => {
  test("has no hours when the therapist closes on it, and says its name", () => {
    const closed = withThanksgiving("closed");
    expect(effectiveWindows(closed, thanksgiving)).toEqual([]);
    expect(closureInForce(closed, at("2026-11-26T10:00-05:00"))).toMatchObject({
      kind: "holiday",
      label: "Thanksgiving Day",
    });
    expect(nextOpening(closed, at("2026-11-25T17:00-05:00"))).toBe(at("2026-11-27T09:00-05:00"));
  });

  test("is a day like any other when it is worked as usual", () => {
    const asUsual = withThanksgiving("as-usual");
    expect(effectiveWindows(asUsual, thanksgiving)).toEqual(windows("09:00-12:00", "13:00-17:00"));
    expect(closureOn(asUsual, thanksgiving)).toBeNull();
  });

  test("has its own hours when it is shortened", () => {
    const shortened = withThanksgiving("shortened", "10:00-11:30");
    expect(isOpenAt(shortened, at("2026-11-26T10:00-05:00"))).toBe(true);
    expect(nextClosing(shortened, at("2026-11-26T10:00-05:00"))).toBe(at("2026-11-26T11:30-05:00"));
    expect(nextOpening(shortened, at("2026-11-26T11:30-05:00"))).toBe(at("2026-11-27T09:00-05:00"));
  });

  test("ends the hours of the evening before at midnight, unless it is worked as usual", () => {
    const night = at("2026-11-26T00:30-05:00");
    const late = (rule: RegionHoliday["rule"], ...texts: readonly string[]) =>
      isOpenAt({ ...withThanksgiving(rule, ...texts), messageHours: everyDay("21:00-01:00") }, night);
    expect([late("closed"), late("shortened", "10:00-11:00"), late("as-usual")]).toEqual([false, false, true]);
  });

  test("cannot be shortened to nothing, nor have hours while it is closed", () => {
    const holiday = { date: thanksgiving, name: "Thanksgiving Day" };
    expect(regionHolidaySchema.safeParse({ ...holiday, rule: "shortened", windows: [] }).success).toBe(false);
    expect(regionHolidaySchema.safeParse({ ...holiday, rule: "closed", windows: windows("09:00-10:00") }).success).toBe(
      false,
    );
  });
});

test("T5: a date goes by vacation, then changed hours, then day off, then the region's holiday, then season and week", () => {
  const seasons = [{ firstDate: thanksgiving, lastDate: thanksgiving, hours: everyDay("06:00-07:00") }];
  const inSeason = { ...practiceIn("America/New_York", officeWeek), seasons };
  const holiday = { ...withThanksgiving("shortened", "10:00-11:00"), seasons };
  const off = closure("day-off", thanksgiving);
  const changed = closure("changed-hours", thanksgiving, thanksgiving, "08:00-09:00");
  const away = closure("vacation", "2026-11-20", "2026-11-30");
  expect(effectiveWindows(inSeason, thanksgiving)).toEqual(windows("06:00-07:00"));
  expect(effectiveWindows(holiday, thanksgiving)).toEqual(windows("10:00-11:00"));
  expect(effectiveWindows({ ...holiday, closures: [off] }, thanksgiving)).toEqual([]);
  expect(effectiveWindows({ ...holiday, closures: [off, changed] }, thanksgiving)).toEqual(windows("08:00-09:00"));
  expect(effectiveWindows({ ...holiday, closures: [off, changed, away] }, thanksgiving)).toEqual([]);
  const asUsual = { ...withThanksgiving("as-usual"), seasons };
  expect(effectiveWindows(asUsual, thanksgiving)).toEqual(windows("06:00-07:00"));
});

test("in any practice, a holiday that is worked as usual decides nothing", () => {
  fc.assert(
    fc.property(anyAvailability, (availability) => {
      const holidays = availability.holidays ?? [];
      const observed = { ...availability, holidays: holidays.filter(({ rule }) => rule !== "as-usual") };
      for (const { date } of holidays)
        expect(effectiveWindows(availability, date)).toEqual(effectiveWindows(observed, date));
    }),
  );
});
