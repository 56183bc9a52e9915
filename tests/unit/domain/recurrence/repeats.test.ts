import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { weekdays } from "../../../../src/domain/policy/hours.ts";
import { occurrences } from "../../../../src/domain/recurrence/occurrences.ts";
import { firstOfPattern, ruleOf, repeatsOf, repeatsSchema } from "../../../../src/domain/recurrence/repeats.ts";
import type { Repeats } from "../../../../src/domain/recurrence/repeats.ts";
import { describeRule, parseRule } from "../../../../src/domain/recurrence/rule.ts";
import { day } from "../../../../src/domain/time/instant.ts";
import { instantToWall, wallToInstant } from "../../../../src/domain/time/zone.ts";
import { tuesdaysAtTen } from "./series-of-a-practice.ts";

const newYork = "America/New_York";
// The last Tuesday of its month, and the last day but two.
const lastTuesday = "2026-12-29T10:00";

describe("what the form can ask for", () => {
  test.each<[Repeats, string, string]>([
    [{ unit: "week", every: 2, weekdays: [], until: null }, lastTuesday, "every second Tuesday at 10:00"],
    [{ unit: "week", every: 1, weekdays: ["TU", "FR"], until: null }, lastTuesday, "every Tuesday and Friday at 10:00"],
    [{ unit: "month", every: 1, on: "date", until: null }, "2026-12-15T10:00", "on the 15th of every month at 10:00"],
    [
      { unit: "month", every: 1, on: "weekday", until: "2027-06-30" },
      "2026-12-08T10:00",
      "on the second Tuesday of every month at 10:00, until 8 June 2027",
    ],
    [
      { unit: "month", every: 2, on: "last-weekday", until: null },
      lastTuesday,
      "on the last Tuesday of every second month at 10:00",
    ],
    [
      { unit: "month", every: 1, on: "last-day", until: null },
      "2026-11-30T10:00",
      "on the last day of every month at 10:00",
    ],
    [{ unit: "year", every: 1, until: null }, "2026-05-04T10:00", "every year on 4 May at 10:00"],
    [{ unit: "rule", rule: "FREQ=DAILY;COUNT=3" }, lastTuesday, "every day at 10:00, 3 times"],
  ])("%j is a rule that passes the check, in words", (repeats, start, words) => {
    const rule = ruleOf(repeats, start, newYork);
    expect(parseRule(rule, start)).toMatchObject({ ok: true });
    expect(describeRule(rule, start, newYork, "en-GB")).toBe(words);
  });

  test.each<[Repeats, string, string, string]>([
    [
      { unit: "month", every: 1, on: "last-weekday", until: null },
      "2026-12-22T10:00",
      "start",
      "The first appointment is on 22 December, but the series repeats on the last Tuesday of every month.",
    ],
    [
      { unit: "month", every: 1, on: "last-day", until: null },
      "2026-12-30T10:00",
      "start",
      "The first appointment is on 30 December, but the series repeats on the last day of every month.",
    ],
    [
      { unit: "week", every: 1, weekdays: ["MO"], until: null },
      lastTuesday,
      "start",
      "The first appointment is on a Tuesday, but the series repeats on Monday.",
    ],
    [
      { unit: "year", every: 1, until: "2026-12-01" },
      lastTuesday,
      "until",
      "The series ends before its first appointment.",
    ],
    [
      { unit: "month", every: 1, on: "date", until: "2027-02-30" },
      lastTuesday,
      "until",
      "The last day is not a date of the calendar.",
    ],
    [
      { unit: "rule", rule: "FREQ=SECONDLY" },
      lastTuesday,
      "rule",
      "A series repeats daily, weekly, monthly or yearly, not within a day.",
    ],
  ])("%j from %s is refused at %s", (repeats, start, field, sentence) => {
    expect(parseRule(ruleOf(repeats, start, newYork), start)).toEqual({ ok: false, field, sentence });
  });

  test("is asked for in whole numbers up to 52", () => {
    const said = (every: number) =>
      repeatsSchema.safeParse({ unit: "year", every, until: null }).error?.issues[0]?.message ?? null;
    expect([0, 1.5, 53, 52].map(said)).toEqual([
      "“Every” is a whole number from 1.",
      "“Every” is a whole number from 1.",
      "“Every” goes up to 52.",
      null,
    ]);
  });
});

describe("a series as the form shows it", () => {
  const anyRepeats: fc.Arbitrary<Repeats> = fc.oneof(
    fc.record({
      unit: fc.constant("week" as const),
      every: fc.integer({ min: 1, max: 52 }),
      weekdays: fc.subarray([...weekdays]),
      until: fc.constant(null),
    }),
    fc.record({
      unit: fc.constant("month" as const),
      every: fc.integer({ min: 1, max: 52 }),
      on: fc.constantFrom("date" as const, "weekday" as const, "last-weekday" as const, "last-day" as const),
      until: fc.constant(null),
    }),
    fc.record({ unit: fc.constant("year" as const), every: fc.integer({ min: 1, max: 9 }), until: fc.constant(null) }),
  );
  const anyStart = fc
    .integer({ min: 0, max: 3000 })
    .map((days) => instantToWall(wallToInstant("2024-01-01T10:00", "UTC") + days * day, "UTC"));

  test("asks for the same rule again, whatever the form asked for", () => {
    fc.assert(
      fc.property(anyRepeats, anyStart, (repeats, start) => {
        const rule = ruleOf(repeats, start, newYork);
        if (!parseRule(rule, start).ok) return;
        const shown = repeatsOf(tuesdaysAtTen({ start, rule }));
        expect(shown?.unit).toBe(repeats.unit);
        expect(shown === null ? null : ruleOf(shown, start, newYork)).toBe(rule);
      }),
    );
  });

  test.each([
    ["FREQ=WEEKLY;BYDAY=TU;COUNT=10"],
    ["FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU"],
    ["FREQ=MONTHLY;BYDAY=1TU,3TU"],
    ["FREQ=DAILY"],
    ["FREQ=YEARLY;BYMONTH=12;BYDAY=1TU"],
  ])("keeps %s as it is", (rule) => {
    expect(repeatsOf(tuesdaysAtTen({ rule }))).toEqual({ unit: "rule", rule });
  });

  test("tells its last date on its own clock", () => {
    const rule = "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270630T020000Z";
    expect(repeatsOf(tuesdaysAtTen({ start: "2026-12-01T21:00", rule }))).toEqual({
      unit: "week",
      every: 1,
      weekdays: [],
      until: "2027-06-29",
    });
  });
});

describe("a new pattern for a whole series", () => {
  test("begins with the first date from its old start on that it has in common with what was shown", () => {
    const lastTuesdays = "FREQ=MONTHLY;BYDAY=-1TU";
    expect(firstOfPattern(lastTuesdays, "2026-12-01T10:00", "2027-03-30T11:00")).toBe("2026-12-29T11:00");
    // Every second month counted from March: not from December.
    expect(firstOfPattern(`${lastTuesdays};INTERVAL=2`, "2026-12-01T10:00", "2027-03-30T11:00")).toBe(
      "2027-01-26T11:00",
    );
    expect(firstOfPattern("FREQ=YEARLY", "2026-12-01T10:00", "2026-11-01T11:00")).toBe("2026-11-01T11:00");
  });

  test("always has the shown date among its own", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 900 }), (every, days) => {
        const shown = instantToWall(wallToInstant("2026-12-01T10:00", "UTC") + days * day, "UTC");
        const rule = ruleOf({ unit: "month", every, on: "weekday", until: null }, shown, newYork);
        const series = tuesdaysAtTen({ start: firstOfPattern(rule, "2026-12-01T10:00", shown), rule });
        const at = wallToInstant(shown, newYork);
        expect(occurrences(series, { start: at, end: at + 1 })).toHaveLength(1);
      }),
    );
  });
});
