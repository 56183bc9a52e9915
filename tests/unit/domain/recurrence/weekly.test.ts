import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { weekdays } from "../../../../src/domain/policy/hours.ts";
import { RRule } from "../../../../src/domain/recurrence/rrule-package.ts";
import { trustedRuleParts } from "../../../../src/domain/recurrence/rule-text.ts";
import { readRule, wallStarts } from "../../../../src/domain/recurrence/wall-starts.ts";
import { weeklyShapeOf } from "../../../../src/domain/recurrence/weekly.ts";
import { at } from "../hours-of-a-practice.ts";

const anyDay = fc.constantFrom(...weekdays);
const anyStart = fc
  .integer({ min: 0, max: 30 * 366 * 24 * 12 })
  .map((fives) => at("2005-01-01T00:00Z") + fives * 300_000);

const anyWeeklyRule = fc
  .record({
    interval: fc.integer({ min: 1, max: 9 }),
    days: fc.option(fc.uniqueArray(anyDay, { minLength: 1 })),
    weekStart: fc.option(anyDay),
    count: fc.option(fc.integer({ min: 1, max: 60 })),
  })
  .map(({ interval, days, weekStart, count }) =>
    [
      `FREQ=WEEKLY;INTERVAL=${interval}`,
      days === null ? "" : `BYDAY=${days.join(",")}`,
      weekStart === null ? "" : `WKST=${weekStart}`,
      count === null ? "" : `COUNT=${count}`,
    ]
      .filter((part) => part !== "")
      .join(";"),
  );

/** A window of up to two years that begins from three years before the start to twelve after it. */
const anyWindow = fc.record({
  offset: fc.integer({ min: -1000, max: 4400 }),
  length: fc.integer({ min: 0, max: 730 }),
});

function byRRule(text: string, start: number, from: number, to: number): number[] {
  const rule = new RRule({ ...RRule.parseString(text), dtstart: new Date(start) }, true);
  return rule.between(new Date(from), new Date(to), true).map((one) => one.getTime());
}

describe("rules answered without rrule", () => {
  test("are the weekly ones with nothing but days, interval, week start and end", () => {
    expect(weeklyShapeOf(trustedRuleParts("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TU;WKST=SU;COUNT=9"))).toEqual({
      kind: "weekly",
      interval: 2,
      weekStart: 6,
      weekdays: [6, 1],
    });
    expect(weeklyShapeOf(trustedRuleParts("FREQ=WEEKLY;BYMONTH=6"))).toBeNull();
    expect(weeklyShapeOf(trustedRuleParts("FREQ=DAILY"))).toBeNull();
  });

  test("give what rrule gives, for any weekly rule and window", () => {
    fc.assert(
      fc.property(anyWeeklyRule, anyStart, anyWindow, (text, start, { offset, length }) => {
        const from = start + offset * 86_400_000;
        const to = from + length * 86_400_000;
        expect(wallStarts(readRule(text), start, from, to)).toEqual(byRRule(text, start, from, to));
      }),
      { numRuns: 600 },
    );
  });
});

describe("rules answered by rrule from a start moved forward", () => {
  const anyOtherRule = fc.constantFrom(
    "FREQ=DAILY;INTERVAL=3",
    "FREQ=DAILY;INTERVAL=2;BYMONTH=3,8,11",
    "FREQ=DAILY;BYDAY=MO,WE",
    "FREQ=WEEKLY;INTERVAL=2;BYMONTH=6,7;BYDAY=TU,SU;WKST=SU",
    "FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=1",
    "FREQ=MONTHLY",
    "FREQ=MONTHLY;INTERVAL=5",
    "FREQ=MONTHLY;BYDAY=2TU,-1FR",
    "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=-1,15",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "FREQ=MONTHLY;COUNT=40",
    "FREQ=YEARLY",
    "FREQ=YEARLY;INTERVAL=3;BYMONTH=2,9",
    "FREQ=YEARLY;BYDAY=20MO",
    "FREQ=YEARLY;BYWEEKNO=1,-1;BYDAY=MO,SU",
    "FREQ=YEARLY;BYYEARDAY=1,-1",
  );

  test("are those from the real start, for any window", () => {
    fc.assert(
      fc.property(anyOtherRule, anyStart, anyWindow, (text, start, { offset, length }) => {
        const from = start + offset * 86_400_000;
        const to = from + length * 86_400_000;
        expect(wallStarts(readRule(text), start, from, to)).toEqual(byRRule(text, start, from, to));
      }),
      { numRuns: 400 },
    );
  });
});

describe("no rule can hang the calendar", () => {
  test("a date that never comes ends in an empty answer", () => {
    const rule = readRule("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30");
    expect(wallStarts(rule, at("2026-01-01T00:00Z"), at("2026-01-01T00:00Z"), at("2027-01-01T00:00Z"))).toEqual([]);
  });

  test("rules within a day and windows without end are refused", () => {
    expect(() => readRule("FREQ=SECONDLY")).toThrow(RangeError);
    expect(() => wallStarts(readRule("FREQ=DAILY"), 0, 0, Number.POSITIVE_INFINITY)).toThrow(RangeError);
    expect(() => wallStarts(readRule("FREQ=DAILY"), 0, 0, Number.NaN)).toThrow(RangeError);
  });
});
