import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { turnOfWeek } from "../../../../src/domain/availability/alternation.ts";
import { effectiveWindows } from "../../../../src/domain/availability/open-spans.ts";
import type { Availability } from "../../../../src/domain/availability/open-spans.ts";
import { nextOpening } from "../../../../src/domain/availability/opening.ts";
import { alternationSchema, mostWeeks } from "../../../../src/domain/policy/hours.ts";
import { dateOfDay } from "../../../../src/domain/time/wall.ts";
import { at, closure, everyDay, practiceIn, week, windows } from "../hours-of-a-practice.ts";

const mondays = week({ MO: windows("09:00-12:00") });
const thursdays = week({ TH: windows("14:00-18:00") });

/** Week A, with Mondays, is that of Wednesday 25 November 2026; week B, with Thursdays, the one after. */
const alternating: Availability = {
  ...practiceIn("America/New_York", mondays),
  alternation: { anchor: "2026-11-25", further: [thursdays] },
};

describe("weeks that alternate", () => {
  test("take turns from Monday to Sunday, whichever day of week A was named", () => {
    expect(effectiveWindows(alternating, "2026-11-23")).toEqual(windows("09:00-12:00"));
    expect(effectiveWindows(alternating, "2026-11-26")).toEqual([]);
    expect(effectiveWindows(alternating, "2026-11-30")).toEqual([]);
    expect(effectiveWindows(alternating, "2026-12-03")).toEqual(windows("14:00-18:00"));
    expect(effectiveWindows(alternating, "2026-12-07")).toEqual(windows("09:00-12:00"));
  });

  test("took turns before the week that was named, too", () => {
    expect(effectiveWindows(alternating, "2026-11-19")).toEqual(windows("14:00-18:00"));
    expect(effectiveWindows(alternating, "2026-11-16")).toEqual([]);
    expect(effectiveWindows(alternating, "2026-11-09")).toEqual(windows("09:00-12:00"));
  });

  test("are what the next opening comes from, over a change of the clocks as well", () => {
    const spring = { ...alternating, alternation: { anchor: "2026-03-02", further: [thursdays] } };
    expect(nextOpening(spring, at("2026-03-02T12:00-05:00"))).toBe(at("2026-03-12T14:00-04:00"));
    expect(nextOpening(spring, at("2026-03-12T18:00-04:00"))).toBe(at("2026-03-16T09:00-04:00"));
  });

  test("give way to the season, the holiday of the region and the closure", () => {
    const busy: Availability = {
      ...alternating,
      seasons: [{ firstDate: "2026-12-07", lastDate: "2026-12-08", hours: everyDay("08:00-09:00") }],
      holidays: [{ date: "2026-12-21", name: "A holiday", rule: "closed", windows: [] }],
      closures: [closure("changed-hours", "2026-12-03", "2026-12-03", "07:00-08:00")],
    };
    expect(effectiveWindows(busy, "2026-12-07")).toEqual(windows("08:00-09:00"));
    expect(effectiveWindows(busy, "2026-12-21")).toEqual([]);
    expect(effectiveWindows(busy, "2026-12-03")).toEqual(windows("07:00-08:00"));
    expect(effectiveWindows(busy, "2026-12-17")).toEqual(windows("14:00-18:00"));
  });

  test("are two to eight", () => {
    const further = (count: number) => alternationSchema.safeParse({ anchor: "2026-11-23", further: weeks(count) });
    expect(further(0).success).toBe(false);
    expect(further(7).success).toBe(true);
    expect(further(8).error?.issues[0]?.message).toBe("At most 8 weeks alternate.");
  });

  test("come round after as many weeks as there are, each in its turn, whatever the anchor", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -20_000, max: 40_000 }),
        fc.integer({ min: -20_000, max: 40_000 }),
        fc.integer({ min: 2, max: mostWeeks }),
        (anchor, dayNumber, turns) => {
          const alternation = { anchor: dateOfDay(anchor), further: weeks(turns - 1) };
          const turn = (ahead: number) => turnOfWeek(alternation, dateOfDay(dayNumber + ahead * 7));
          expect(turnOfWeek(alternation, alternation.anchor)).toBe(0);
          expect(turn(turns)).toBe(turn(0));
          expect(new Set(Array.from({ length: turns }, (_, ahead) => turn(ahead))).size).toBe(turns);
          expect(turn(1)).toBe((turn(0) + 1) % turns);
        },
      ),
    );
  });
});

function weeks(count: number) {
  return Array.from({ length: count }, () => mondays);
}
