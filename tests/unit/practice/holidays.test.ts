import { describe, expect, test } from "vitest";
import { policySchema, regions } from "../../../src/domain/policy/policy.ts";
import { areasOf, publicHolidays, withArea, withHolidays } from "../../../src/practice/holidays.ts";
import { policyWith } from "../../builders/policy.ts";

const november2026 = Date.parse("2026-11-23T14:00:00Z");
const january2027 = Date.parse("2027-01-01T05:00:00Z");

describe("the public holidays", () => {
  test("of the United States in 2026, by the names used there", () => {
    expect(publicHolidays("US", null, 2026).map(({ date, name }) => `${date} ${name}`)).toEqual([
      "2026-01-01 New Year's Day",
      "2026-01-19 Martin Luther King Jr. Day",
      "2026-02-16 Washington's Birthday",
      "2026-05-25 Memorial Day",
      "2026-06-19 Juneteenth",
      "2026-07-03 Independence Day (substitute day)",
      "2026-07-04 Independence Day",
      "2026-09-07 Labor Day",
      "2026-10-12 Columbus Day",
      "2026-11-11 Veterans Day",
      "2026-11-26 Thanksgiving Day",
      "2026-12-25 Christmas Day",
    ]);
  });

  test("of an area are those of its own, too", () => {
    const summerInEngland = publicHolidays("GB", "ENG", 2026).filter(({ date }) => date.startsWith("2026-08"));
    expect(summerInEngland).toEqual([{ date: "2026-08-31", name: "Summer bank holiday" }]);
    expect(publicHolidays("GB", null, 2026).map(({ date }) => date)).not.toContain("2026-08-31");
  });

  test("T10: are whole days only: an evening that is kept in Queensland closes nothing", () => {
    const december = publicHolidays("AU", "QLD", 2026).filter(({ date }) => date.startsWith("2026-12"));
    expect(december.map(({ date }) => date)).toEqual(["2026-12-25", "2026-12-26", "2026-12-28"]);
  });

  test.each(regions)(
    "of %s are known for years ahead, one a date and in order, and so are those of its areas",
    (region) => {
      for (const area of [null, ...areasOf(region).map((one) => one.area)]) {
        for (const year of [2026, 2027, 2028]) {
          const dates = publicHolidays(region, area, year).map(({ date }) => date);
          expect(dates.length).toBeGreaterThan(3);
          expect(dates).toEqual([...new Set(dates)].toSorted());
          expect(dates.every((date) => date.startsWith(`${year}-`))).toBe(true);
        }
      }
    },
  );

  test("can be asked for by state, province or country, where these differ", () => {
    expect(areasOf("GB")).toContainEqual({ area: "ENG", name: "England" });
    expect(areasOf("US")).toContainEqual({ area: "NY", name: "New York" });
    expect(areasOf("IE")).toEqual([]);
  });
});

describe("a policy learns its holidays", () => {
  const fresh = withHolidays(policyWith(), november2026);

  test("of this year and two more, all of them closed, and is a valid policy", () => {
    expect(fresh.holidays.knownThrough).toBe(2028);
    expect(new Set(fresh.holidays.days.map(({ date }) => date.slice(0, 4)))).toEqual(new Set(["2026", "2027", "2028"]));
    expect(new Set(fresh.holidays.days.map(({ rule }) => rule))).toEqual(new Set(["closed"]));
    expect(policySchema.parse(fresh)).toEqual(fresh);
  });

  test("once a year: until the year is over there is nothing to learn", () => {
    expect(withHolidays(fresh, Date.parse("2027-01-01T04:59:59Z"))).toBe(fresh);
    expect(withHolidays(fresh, january2027).holidays.knownThrough).toBe(2029);
  });

  test("again when the clock was years ahead and has been put right", () => {
    const days = fresh.holidays.days.map((one) =>
      one.name === "Columbus Day" ? { ...one, rule: "as-usual" as const } : one,
    );
    const ahead = withHolidays({ ...fresh, holidays: { ...fresh.holidays, days } }, Date.parse("2035-06-01T12:00:00Z"));
    const right = withHolidays(ahead, november2026);
    expect(right.holidays.days.filter(({ date }) => date < "2029")).toEqual(days);
    expect(withHolidays(right, november2026)).toBe(right);
  });

  test("of the new year with the rules it has for those of the year before", () => {
    const days = fresh.holidays.days.map((one) =>
      one.name === "Columbus Day" ? { ...one, rule: "as-usual" as const } : one,
    );
    const renewed = withHolidays({ ...fresh, holidays: { ...fresh.holidays, days } }, january2027);
    const in2029 = renewed.holidays.days.filter(({ date }) => date.startsWith("2029"));
    expect(in2029.filter(({ rule }) => rule === "as-usual")).toEqual([
      { date: "2029-10-08", name: "Columbus Day", rule: "as-usual", windows: [] },
    ]);
    expect(in2029.length).toBeGreaterThan(10);
  });

  test("T10: and never loses one it knew, should the calendar no longer have it", () => {
    const known = { date: "2027-03-05", name: "Founders' Day", rule: "closed" as const, windows: [] };
    const days = [...fresh.holidays.days, known].toSorted((a, b) => a.date.localeCompare(b.date));
    const renewed = withHolidays({ ...fresh, holidays: { ...fresh.holidays, days } }, january2027);
    expect(renewed.holidays.days).toContainEqual(known);
  });

  test("of another area instead, with what was decided about those both have", () => {
    const days = fresh.holidays.days.map((one) =>
      one.name === "Juneteenth" ? { ...one, rule: "as-usual" as const } : one,
    );
    const moved = withArea({ ...fresh, holidays: { ...fresh.holidays, days } }, "MA", november2026).holidays;
    expect(moved.area).toBe("MA");
    expect(moved.days.find(({ date }) => date === "2027-04-19")?.name).toBe("Patriots' Day");
    expect(moved.days.find(({ name, date }) => name === "Juneteenth" && date > "2027")?.rule).toBe("as-usual");
    expect(withArea({ ...fresh, holidays: moved }, null, november2026).holidays.days.map(({ date }) => date)).toEqual(
      days.map(({ date }) => date),
    );
  });
});
