import { describe, expect, test } from "vitest";
import type { Closure } from "../../../../src/domain/policy/hours.ts";
import { daysAwayOf } from "../../../../src/domain/scheduling/days-away.ts";
import { at, closure, officeWeek, practiceIn } from "../hours-of-a-practice.ts";
import { tuesdaysAtTen } from "../recurrence/series-of-a-practice.ts";

const year = { start: at("2026-12-01T00:00Z"), end: at("2027-12-01T00:00Z") };
const newYork = (closures: readonly Closure[]) => practiceIn("America/New_York", officeWeek, closures);
const away = (closures: readonly Closure[], series = tuesdaysAtTen(), range = year) =>
  daysAwayOf(series, newYork(closures), range).map((one) => [one.candidate.recurrenceId, one.closure.kind]);

describe("sessions of a weekly series on days away", () => {
  test("are those within a vacation, on a day off and on a holiday, first dates first", () => {
    expect(
      away([
        closure("holiday", "2027-03-02"),
        closure("vacation", "2026-12-07", "2026-12-15"),
        closure("day-off", "2027-01-05"),
        closure("day-off", "2027-01-06"),
      ]),
    ).toEqual([
      ["2026-12-08T10:00", "vacation"],
      ["2026-12-15T10:00", "vacation"],
      ["2027-01-05T10:00", "day-off"],
      ["2027-03-02T10:00", "holiday"],
    ]);
  });

  test("are none where hours are only changed, or where these were put in place of a day off", () => {
    const changed = closure("changed-hours", "2026-12-08", "2026-12-08", "10:00-12:00");
    const closedEarly = closure("changed-hours", "2026-12-15");
    expect(away([changed, closedEarly, closure("day-off", "2026-12-08")])).toEqual([]);
  });

  test("are those on the region's holidays that are closed, not those worked as usual or shortened", () => {
    const holiday = (date: string, rule: "closed" | "as-usual" | "shortened") => ({
      date,
      name: `Holiday of ${date}`,
      rule,
      windows: rule === "shortened" ? [{ start: "09:00", end: "12:00" }] : [],
    });
    const availability = {
      ...newYork([]),
      holidays: [
        holiday("2026-12-08", "closed"),
        holiday("2026-12-15", "as-usual"),
        holiday("2026-12-22", "shortened"),
      ],
    };
    expect(daysAwayOf(tuesdaysAtTen(), availability, year)).toMatchObject([
      { candidate: { recurrenceId: "2026-12-08T10:00" }, closure: { label: "Holiday of 2026-12-08" } },
    ]);
  });

  test("are meant by the practice's clock, also where a session runs past midnight into the day away", () => {
    const late = tuesdaysAtTen({ start: "2026-12-01T23:30" });
    expect(away([closure("day-off", "2026-12-09")], late)).toEqual([["2026-12-08T23:30", "day-off"]]);
    expect(away([closure("day-off", "2026-12-09")], { ...late, durationMinutes: 30 })).toEqual([]);
    const inBerlin = tuesdaysAtTen({ start: "2026-12-01T02:00", zone: "Europe/Berlin" });
    expect(away([closure("day-off", "2026-12-07")], inBerlin)).toEqual([["2026-12-08T02:00", "day-off"]]);
  });

  test("are told up to the twentieth, and only within the range", () => {
    const long = closure("vacation", "2026-01-01", "2027-12-31");
    expect(away([long])).toHaveLength(20);
    expect(away([long], tuesdaysAtTen(), { ...year, end: at("2026-12-10T00:00Z") })).toHaveLength(2);
  });
});
