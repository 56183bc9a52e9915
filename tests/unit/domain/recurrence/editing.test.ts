import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { weekdays } from "../../../../src/domain/policy/hours.ts";
import {
  cancelOccurrence,
  changeAll,
  endBefore,
  moveOccurrence,
  needsNewRule,
  restoreOccurrence,
  splitAt,
  startForAll,
} from "../../../../src/domain/recurrence/editing.ts";
import { occurrences } from "../../../../src/domain/recurrence/occurrences.ts";
import { ruleOf } from "../../../../src/domain/recurrence/repeats.ts";
import type { Occurrence, Series } from "../../../../src/domain/scheduling/series.ts";
import { instantToWall } from "../../../../src/domain/time/zone.ts";
import { at } from "../hours-of-a-practice.ts";
import { tuesdaysAtTen } from "./series-of-a-practice.ts";

const range = { start: at("2026-11-01T00:00Z"), end: at("2028-03-01T00:00Z") };

function shown(series: Series | null): string[] {
  return series === null ? [] : occurrences(series, range).map((one) => instantToWall(one.start, series.zone));
}

const five = tuesdaysAtTen({ rule: "FREQ=WEEKLY;COUNT=5" });

describe("one occurrence", () => {
  test("moves and comes back", () => {
    const moved = moveOccurrence(five, "2026-12-15T10:00", "2026-12-16T14:00", 60);
    expect(shown(moved)).toEqual([
      "2026-12-01T10:00",
      "2026-12-08T10:00",
      "2026-12-16T14:00",
      "2026-12-22T10:00",
      "2026-12-29T10:00",
    ]);
    expect(restoreOccurrence(moved, "2026-12-15T10:00")).toEqual(five);
  });

  test("moved to where the plan has it is an ordinary one again", () => {
    const moved = moveOccurrence(five, "2026-12-15T10:00", "2026-12-16T14:00", 60);
    expect(moveOccurrence(moved, "2026-12-15T10:00", "2026-12-15T10:00", 50)).toEqual(five);
  });

  test("moved twice is where it was moved last", () => {
    const once = moveOccurrence(five, "2026-12-15T10:00", "2026-12-16T14:00", 50);
    expect(shown(moveOccurrence(once, "2026-12-15T10:00", "2026-12-17T09:00", 50))).toContain("2026-12-17T09:00");
    expect(moveOccurrence(once, "2026-12-15T10:00", "2026-12-17T09:00", 50).overrides).toHaveLength(1);
  });

  test("cancelled after it was moved is gone", () => {
    const moved = moveOccurrence(five, "2026-12-15T10:00", "2026-12-16T14:00", 50);
    expect(shown(cancelOccurrence(moved, "2026-12-15T10:00"))).toHaveLength(4);
  });

  test("that the series does not have cannot be edited", () => {
    expect(() => cancelOccurrence(five, "2026-12-16T10:00")).toThrow(RangeError);
    expect(() => moveOccurrence(five, "2027-01-05T10:00", "2027-01-06T10:00", 50)).toThrow(RangeError);
    expect(() => endBefore(five, "2026-12-16T10:00")).toThrow(RangeError);
  });
});

describe("this and all following", () => {
  test("end: the rule says so with the instant of the last that stays", () => {
    const ended = endBefore(five, "2026-12-15T10:00");
    expect(ended?.rule).toBe("FREQ=WEEKLY;UNTIL=20261208T150000Z");
    expect(shown(ended)).toEqual(["2026-12-01T10:00", "2026-12-08T10:00"]);
  });

  test("end: nothing stays before the first", () => {
    expect(endBefore(five, "2026-12-01T10:00")).toBeNull();
    expect(endBefore(tuesdaysAtTen({ rule: null }), "2026-12-01T10:00")).toBeNull();
  });

  test("end: what was moved out of the way before stays, what was changed after goes", () => {
    const moved = cancelOccurrence(
      moveOccurrence(five, "2026-12-08T10:00", "2026-12-30T10:00", 50),
      "2026-12-22T10:00",
    );
    const ended = endBefore(moved, "2026-12-15T10:00");
    expect(shown(ended)).toEqual(["2026-12-01T10:00", "2026-12-30T10:00"]);
    expect(ended?.overrides).toHaveLength(1);
  });

  test("T11: change: the count is shared out and overrides go along under their new names", () => {
    const series = cancelOccurrence(
      moveOccurrence(five, "2026-12-08T10:00", "2026-12-09T10:00", 50),
      "2026-12-22T10:00",
    );
    const { before, after } = splitAt(
      series,
      "2026-12-15T10:00",
      { start: "2026-12-16T11:00", durationMinutes: 60 },
      "wednesdays",
    );
    expect(shown(before)).toEqual(["2026-12-01T10:00", "2026-12-09T10:00"]);
    expect(after).toMatchObject({
      id: "wednesdays",
      start: "2026-12-16T11:00",
      rule: "FREQ=WEEKLY;COUNT=3",
      durationMinutes: 60,
    });
    expect(after.overrides).toEqual([{ recurrenceId: "2026-12-23T11:00", kind: "cancelled" }]);
    expect(shown(after)).toEqual(["2026-12-16T11:00", "2026-12-30T11:00"]);
  });

  test("change from the first on leaves nothing before", () => {
    const { before, after } = splitAt(five, "2026-12-01T10:00", { title: "Couple session" }, "new");
    expect(before).toBeNull();
    expect(after).toEqual({ ...five, id: "new", title: "Couple session" });
  });

  test("a new time for an occurrence that had been moved by itself wins over that move", () => {
    const moved = moveOccurrence(five, "2026-12-15T10:00", "2026-12-18T16:00", 50);
    const { after } = splitAt(moved, "2026-12-15T10:00", { start: "2026-12-15T12:00" }, "noon");
    expect(shown(after)).toEqual(["2026-12-15T12:00", "2026-12-22T12:00", "2026-12-29T12:00"]);
  });

  test("may take another pattern", () => {
    const rule = ruleOf(
      { unit: "week", every: 2, until: "2027-01-31", weekdays: ["TU"] },
      "2026-12-15T10:00",
      five.zone,
    );
    expect(shown(splitAt(five, "2026-12-15T10:00", { rule }, "fortnightly").after)).toEqual([
      "2026-12-15T10:00",
      "2026-12-29T10:00",
      "2027-01-12T10:00",
      "2027-01-26T10:00",
    ]);
  });
});

describe("all occurrences", () => {
  test("T11: move to another day and time with everything that was changed about single ones", () => {
    const series = cancelOccurrence(
      moveOccurrence(five, "2026-12-08T10:00", "2026-12-11T15:00", 50),
      "2026-12-22T10:00",
    );
    const changed = changeAll({ ...series, rule: "FREQ=WEEKLY;BYDAY=TU;COUNT=5" }, { start: "2026-12-03T09:30" });
    expect(changed.rule).toBe("FREQ=WEEKLY;BYDAY=TH;COUNT=5");
    expect(changed.overrides.map((one) => one.recurrenceId)).toEqual(["2026-12-10T09:30", "2026-12-24T09:30"]);
    expect(shown(changed)).toEqual(["2026-12-03T09:30", "2026-12-11T15:00", "2026-12-17T09:30", "2026-12-31T09:30"]);
  });

  test("moved to a later hour keep their last one, although the rule ended at the old hour", () => {
    const series = tuesdaysAtTen({ rule: "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261215T150000Z" });
    expect(shown(changeAll(series, { start: "2026-12-01T17:00" }))).toEqual([
      "2026-12-01T17:00",
      "2026-12-08T17:00",
      "2026-12-15T17:00",
    ]);
    expect(shown(changeAll(series, { start: "2026-12-01T08:00" }))).toEqual([
      "2026-12-01T08:00",
      "2026-12-08T08:00",
      "2026-12-15T08:00",
    ]);
  });

  test("get a new length, except one that has its own", () => {
    const series = moveOccurrence(
      moveOccurrence(five, "2026-12-08T10:00", "2026-12-08T12:00", 50),
      "2026-12-15T10:00",
      "2026-12-15T10:00",
      90,
    );
    const lengths = occurrences(changeAll(series, { durationMinutes: 60 }), range).map(
      (one) => (one.end - one.start) / 60_000,
    );
    expect(lengths).toEqual([60, 60, 90, 60, 60]);
  });

  test("of a second Tuesday of the month move to the second Wednesday", () => {
    const monthly = tuesdaysAtTen({ start: "2026-12-08T10:00", rule: "FREQ=MONTHLY;BYDAY=2TU;COUNT=4" });
    const changed = changeAll(cancelOccurrence(monthly, "2027-01-12T10:00"), { start: "2026-12-09T10:00" });
    expect(changed.rule).toBe("FREQ=MONTHLY;BYDAY=2WE;COUNT=4");
    expect(shown(changed)).toEqual(["2026-12-09T10:00", "2027-02-10T10:00", "2027-03-10T10:00"]);
  });

  test("of the last Friday of the month move to the last Thursday", () => {
    const monthly = tuesdaysAtTen({ start: "2026-11-27T10:00", rule: "FREQ=MONTHLY;BYDAY=-1FR;COUNT=3" });
    expect(changeAll(monthly, { start: "2026-11-26T10:00" }).rule).toBe("FREQ=MONTHLY;BYDAY=-1TH;COUNT=3");
  });

  test("of a pattern that cannot be moved by a day without guessing ask for a new rule", () => {
    const monthly = tuesdaysAtTen({ rule: "FREQ=MONTHLY;BYDAY=1TU,3TU" });
    expect(needsNewRule(monthly, { start: "2026-12-02T10:00" })).toBe(true);
    expect(needsNewRule(monthly, { start: "2026-12-01T12:00" })).toBe(false);
    expect(() => changeAll(monthly, { start: "2026-12-02T10:00" })).toThrow(RangeError);
  });

  test("keep of the single changes those that fit a new rule", () => {
    const series = cancelOccurrence(cancelOccurrence(five, "2026-12-08T10:00"), "2026-12-15T10:00");
    const changed = changeAll(series, { rule: "FREQ=WEEKLY;INTERVAL=2;COUNT=3" });
    expect(shown(changed)).toEqual(["2026-12-01T10:00", "2026-12-29T10:00"]);
  });

  test("can be given to another client or to none", () => {
    expect(changeAll(five, { clientId: null }).clientId).toBeNull();
    expect(changeAll(five, { title: "Supervision" }).clientId).toBe("ada");
  });

  test("move as one of them was dragged", () => {
    expect(startForAll(five, "2026-12-15T10:00", "2026-12-16T11:30")).toBe("2026-12-02T11:30");
  });
});

const anySeries: fc.Arbitrary<Series> = fc
  .record({
    zone: fc.constantFrom("America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Africa/Cairo"),
    startDay: fc.integer({ min: 0, max: 60 }),
    startQuarter: fc.integer({ min: 0, max: 95 }),
    every: fc.integer({ min: 1, max: 4 }),
    others: fc.uniqueArray(fc.constantFrom(...weekdays), { maxLength: 3 }),
    weekStart: fc.constantFrom("MO", "SU", "WE"),
    end: fc.constantFrom("none" as const, "count" as const, "until" as const),
  })
  .map(({ zone, startDay, startQuarter, every, others, weekStart, end }) => {
    const moment = new Date(at("2026-12-01T00:00Z") + startDay * 86_400_000 + startQuarter * 900_000);
    const start = moment.toISOString().slice(0, 16);
    const own = weekdays[(moment.getUTCDay() + 6) % 7] ?? "MO";
    const days = weekdays.filter((one) => one === own || others.includes(one));
    const endless = `FREQ=WEEKLY;INTERVAL=${every};BYDAY=${days.join(",")};WKST=${weekStart}`;
    const rule = { none: endless, count: `${endless};COUNT=12`, until: `${endless};UNTIL=20270601T101500Z` }[end];
    return tuesdaysAtTen({ start, zone, rule });
  });

const anyPosition = fc.integer({ min: 0, max: 11 });

function all(series: Series | null): Occurrence[] {
  return series === null ? [] : occurrences(series, range);
}

function nameAt(series: Series, position: number): string {
  const found = all(series);
  return found[position % found.length]?.recurrenceId ?? series.start;
}

describe("for any weekly series", () => {
  test("an edit of one occurrence leaves all others untouched", () => {
    fc.assert(
      fc.property(anySeries, anyPosition, (series, position) => {
        const name = nameAt(series, position);
        const others = all(series).filter((one) => one.recurrenceId !== name);
        expect(all(cancelOccurrence(series, name))).toEqual(others);
        const moved = moveOccurrence(series, name, "2027-03-14T02:30", 45);
        expect(all(moved).filter((one) => one.recurrenceId !== name)).toEqual(others);
        expect(all(restoreOccurrence(moved, name))).toEqual(all(series));
      }),
    );
  });

  test("a split without a change shows the same calendar, cancelled ones included", () => {
    fc.assert(
      fc.property(anySeries, anyPosition, anyPosition, (plain, position, cancelled) => {
        const series = cancelOccurrence(plain, nameAt(plain, cancelled));
        const { before, after } = splitAt(series, nameAt(plain, position), {}, series.id);
        expect([...all(before), ...all(after)]).toEqual(all(series));
      }),
    );
  });

  test("an end leaves exactly the occurrences before it", () => {
    fc.assert(
      fc.property(anySeries, anyPosition, (series, position) => {
        const name = nameAt(series, position);
        expect(all(endBefore(series, name))).toEqual(all(series).filter((one) => one.recurrenceId < name));
      }),
    );
  });

  test("a move of all moves each by the same time on the wall, and back again nothing has changed", () => {
    const anyShift = fc.integer({ min: -10 * 96, max: 10 * 96 }).map((quarters) => quarters * 900_000);
    fc.assert(
      fc.property(anySeries, anyPosition, anyShift, (plain, cancelled, shift) => {
        const series = cancelOccurrence(plain, nameAt(plain, cancelled));
        const shifted = (wall: string) => new Date(Date.parse(`${wall}Z`) + shift).toISOString().slice(0, 16);
        const moved = changeAll(series, { start: shifted(series.start) });
        const bounded = { start: at("2026-11-01T00:00Z"), end: at("2027-12-01T00:00Z") };
        const expected = occurrences(series, bounded).map((one) => shifted(one.recurrenceId));
        expect(
          all(moved)
            .map((one) => one.recurrenceId)
            .slice(0, expected.length),
        ).toEqual(expected);
        expect(all(changeAll(moved, { start: series.start }))).toEqual(all(series));
      }),
    );
  });
});
