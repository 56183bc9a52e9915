import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { weekdays } from "../../../../src/domain/policy/hours.ts";
import { nextStart, ruleInZone, startsBetween } from "../../../../src/domain/recurrence/starts.ts";
import { RRule } from "../../../../src/domain/recurrence/rrule-package.ts";
import { readRule, wallStarts } from "../../../../src/domain/recurrence/wall-starts.ts";
import { Temporal } from "../../../../src/domain/time/temporal.ts";
import { at } from "../hours-of-a-practice.ts";

const day = 86_400_000;
const plain = fc.constantFrom(...weekdays);
const counted = fc.tuple(fc.constantFrom(1, 2, 3, 4, 5, -1, -2, -5), plain).map(([nth, weekday]) => `${nth}${weekday}`);
const months = list(fc.integer({ min: 1, max: 12 }));
const monthDays = list(fc.oneof(fc.integer({ min: 1, max: 31 }), fc.integer({ min: -31, max: -1 })));

function list<Value>(one: fc.Arbitrary<Value>): fc.Arbitrary<string> {
  return fc.uniqueArray(one, { minLength: 1, maxLength: 4 }).map((values) => values.join(","));
}

/** A rule of these parts, each there or not, with a COUNT or none. */
function anyRule(frequency: string, parts: Readonly<Record<string, fc.Arbitrary<string>>>): fc.Arbitrary<string> {
  const optional = Object.entries(parts).map(([name, value]) =>
    fc.option(value, { freq: 1 }).map((some) => (some === null ? "" : `;${name}=${some}`)),
  );
  const count = fc.option(fc.integer({ min: 1, max: 40 })).map((some) => (some === null ? "" : `;COUNT=${some}`));
  return fc
    .tuple(fc.integer({ min: 1, max: 7 }), count, ...optional)
    .map(([interval, ...rest]) => `FREQ=${frequency};INTERVAL=${interval}${rest.join("")}`);
}

const position = list(fc.constantFrom(1, 2, 3, -1, -2));
const anyReckonedRule = fc.oneof(
  anyRule("DAILY", { BYDAY: list(plain), BYMONTH: months, BYMONTHDAY: monthDays }),
  anyRule("WEEKLY", { BYDAY: list(plain), WKST: plain }),
  anyRule("MONTHLY", { BYMONTHDAY: monthDays, BYMONTH: months }),
  anyRule("MONTHLY", { BYDAY: list(counted) }),
  anyRule("MONTHLY", { BYDAY: list(plain), BYMONTHDAY: monthDays, BYSETPOS: position }).filter(
    (text) => !text.includes("BYSETPOS") || /BYDAY|BYMONTHDAY/.test(text),
  ),
  anyRule("YEARLY", { BYMONTH: months, BYMONTHDAY: monthDays }),
  fc.tuple(anyRule("YEARLY", { BYDAY: list(counted) }), months).map(([text, some]) => `${text};BYMONTH=${some}`),
  anyRule("YEARLY", { BYDAY: list(plain), BYMONTHDAY: monthDays }),
);

const anyStart = fc
  .integer({ min: 0, max: 20 * 366 * 24 * 12 })
  .map((fives) => at("2005-01-01T00:00Z") + fives * 300_000);
const anyWindow = fc.record({
  offset: fc.integer({ min: -400, max: 4400 }),
  length: fc.integer({ min: 0, max: 1500 }),
});

/** rrule counts and searches from the real start. A rule that never comes has it search to the year 9999: spare that. */
function byRRule(text: string, start: number, from: number, to: number): number[] {
  const rule = new RRule({ ...RRule.parseString(text), dtstart: new Date(start), until: new Date(to) }, true);
  return rule
    .all()
    .map((one) => one.getTime())
    .filter((one) => one >= from && one <= to);
}

describe("rules that are reckoned, not searched", () => {
  test.each([
    "FREQ=DAILY;INTERVAL=3",
    "FREQ=DAILY;BYDAY=MO,WE,FR",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
    "FREQ=MONTHLY",
    "FREQ=MONTHLY;BYMONTHDAY=1,-1",
    "FREQ=MONTHLY;BYDAY=2TU,-1FR",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "FREQ=YEARLY",
    "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
  ])("%s is one", (text) => {
    expect(readRule(text).closed).not.toBeNull();
  });

  test.each(["FREQ=YEARLY;BYDAY=20MO", "FREQ=YEARLY;BYWEEKNO=1", "FREQ=MONTHLY;BYDAY=MO,2TU", "FREQ=DAILY;BYHOUR=9"])(
    "%s is left to rrule",
    (text) => {
      expect(readRule(text).closed).toBeNull();
    },
  );

  test("give what rrule gives, for any such rule, start and window", () => {
    fc.assert(
      fc.property(anyReckonedRule, anyStart, anyWindow, (text, start, { offset, length }) => {
        const rule = readRule(text);
        expect(rule.closed).not.toBeNull();
        const from = start + offset * day;
        const to = from + length * day;
        expect(wallStarts(rule, start, from, to)).toEqual(byRRule(text, start, from, to));
      }),
      { numRuns: 800 },
    );
  });

  test("that name a day no month has end in an empty answer, with a count too", () => {
    const start = at("2026-01-01T00:00Z");
    for (const rest of ["", ";COUNT=5"]) {
      for (const frequency of ["DAILY", "MONTHLY", "YEARLY"]) {
        const rule = readRule(`FREQ=${frequency};BYMONTH=2;BYMONTHDAY=30${rest}`);
        expect(wallStarts(rule, start, start, at("2126-01-01T00:00Z"))).toEqual([]);
      }
    }
  });
});

describe("the starts of a series as instants", () => {
  const zones = fc.constantFrom(
    "America/New_York",
    "Australia/Lord_Howe",
    "Africa/Cairo",
    "Asia/Kolkata",
    "Pacific/Apia",
    "America/Santiago",
  );

  test("are those of rrule, each put on the clock by Temporal, in order and none twice", () => {
    fc.assert(
      fc.property(anyReckonedRule, anyStart, zones, anyWindow, (text, start, zone, { offset, length }) => {
        const range = { start: start + offset * day, end: start + (offset + length) * day };
        const walls = byRRule(text, start, range.start - 2 * day, range.end + 2 * day);
        const expected = walls
          .map((wall) => compatible(wall, zone))
          .filter((one) => range.start <= one && one < range.end);
        const planned = { rule: readRule(text), start, zone };
        expect(startsBetween(planned, range)).toEqual([...new Set(expected)].toSorted((a, b) => a - b));
      }),
      { numRuns: 300 },
    );
  });

  test("end with UNTIL, an instant, at that instant", () => {
    fc.assert(
      fc.property(anyStart, zones, fc.nat(2000), fc.integer({ min: 1, max: 9 }), (start, zone, days, interval) => {
        const until = start + days * day;
        const written = new Date(until).toISOString().replaceAll(/[-:]|\.\d{3}/g, "");
        const endless = { rule: readRule(`FREQ=DAILY;INTERVAL=${interval}`), start, zone };
        const ended = { rule: readRule(`FREQ=DAILY;INTERVAL=${interval};UNTIL=${written}`), start, zone };
        const range = { start: start + 100 * day, end: start + 900 * day };
        expect(startsBetween(ended, range)).toEqual(startsBetween(endless, range).filter((one) => one <= until));
      }),
      { numRuns: 200 },
    );
  });

  test("have one next start: the first of those after", () => {
    fc.assert(
      fc.property(anyReckonedRule, anyStart, zones, fc.integer({ min: -30, max: 4000 }), (text, start, zone, days) => {
        const planned = { rule: readRule(text), start, zone };
        const after = start + days * day;
        const next = nextStart(planned, after);
        const end = next === null ? after + 12 * 366 * day : next + 1;
        expect(startsBetween(planned, { start: after + 1, end })).toEqual(next === null ? [] : [next]);
      }),
      { numRuns: 300 },
    );
  });

  test("have none after the last", () => {
    const until = ruleInZone("FREQ=WEEKLY;BYDAY=TU;UNTIL=20261222T150000Z", "2026-12-01T10:00", "America/New_York");
    expect(nextStart(until, at("2026-12-15T10:00-05:00"))).toBe(at("2026-12-22T10:00-05:00"));
    expect(nextStart(until, at("2026-12-22T10:00-05:00"))).toBeNull();
    const counted3 = ruleInZone("FREQ=MONTHLY;BYDAY=1TU;COUNT=3", "2026-12-01T10:00", "America/New_York");
    expect(nextStart(counted3, at("2027-02-02T10:00-05:00"))).toBeNull();
    const once = ruleInZone(null, "2026-12-01T10:00", "America/New_York");
    expect(nextStart(once, at("2026-11-01T10:00-05:00"))).toBe(at("2026-12-01T10:00-05:00"));
    expect(nextStart(once, at("2026-12-01T10:00-05:00"))).toBeNull();
  });

  test("on 29 February come every four years, and eight around 2100", () => {
    const leap = ruleInZone("FREQ=YEARLY", "2024-02-29T09:00", "Europe/Berlin");
    expect(nextStart(leap, at("2024-02-29T09:00+01:00"))).toBe(at("2028-02-29T09:00+01:00"));
    expect(nextStart(leap, at("2096-02-29T09:00+01:00"))).toBe(at("2104-02-29T09:00+01:00"));
  });
});

function compatible(wall: number, zone: string): number {
  return Temporal.PlainDateTime.from(new Date(wall).toISOString().slice(0, 19)).toZonedDateTime(zone).epochMilliseconds;
}
