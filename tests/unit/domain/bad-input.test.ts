import { describe, expect, test } from "vitest";
import { openSpans } from "../../../src/domain/availability/open-spans.ts";
import { freeSlots } from "../../../src/domain/availability/slots.ts";
import { closureSchema, hoursWindowSchema } from "../../../src/domain/policy/hours.ts";
import { occurrences, recurrenceStarts } from "../../../src/domain/recurrence/occurrences.ts";
import { parseRule } from "../../../src/domain/recurrence/rule.ts";
import { nextStart, ruleInZone, startsBetween } from "../../../src/domain/recurrence/starts.ts";
import { UpsideDownRangeError } from "../../../src/domain/time/instant.ts";
import { UnknownZoneError } from "../../../src/domain/time/zone.ts";
import { at, officeWeek, practiceIn } from "./hours-of-a-practice.ts";
import { tuesdaysAtTen } from "./recurrence/series-of-a-practice.ts";

const december = { start: at("2026-12-01T00:00Z"), end: at("2027-01-01T00:00Z") };
const upsideDown = { start: december.end, end: december.start };
const newYork = "America/New_York";

describe("a rule that cannot be", () => {
  test.each([
    ["an impossible date", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "start"],
    ["a first appointment off the rule", "FREQ=WEEKLY;BYDAY=WE", "start"],
    ["a rule every second without end", "FREQ=SECONDLY", "rule"],
    ["an interval of nothing", "FREQ=DAILY;INTERVAL=0", "every"],
    ["an end before the beginning", "FREQ=WEEKLY;UNTIL=20250101T000000Z", "until"],
  ])("%s is refused at its field", (_, text, field) => {
    expect(parseRule(text, "2026-12-01T10:00")).toMatchObject({ ok: false, field });
  });

  test("and got into the calendar all the same is told apart from a slow answer", () => {
    expect(() => ruleInZone("FREQ=SECONDLY", "2026-12-01T10:00", newYork)).toThrow(RangeError);
    const never = ruleInZone("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30", "2026-12-01T10:00", newYork);
    expect(nextStart(never, december.start)).toBeNull();
    expect(startsBetween(never, december)).toEqual([]);
  });
});

describe("a range upside down, or without an end", () => {
  test.each([upsideDown, { start: december.start, end: Number.NaN }])("names the range: %j", (range) => {
    const planned = ruleInZone("FREQ=DAILY", "2026-12-01T10:00", newYork);
    const set = { dtstart: "2026-12-01T10:00", zone: newYork, rule: null, exdates: [], rdates: [] };
    for (const ask of [
      () => occurrences(tuesdaysAtTen(), range),
      () => recurrenceStarts(set, range),
      () => startsBetween(planned, range),
      () => openSpans(practiceIn(newYork, officeWeek), range),
    ]) {
      expect(ask).toThrow(UpsideDownRangeError);
      expect(ask).toThrow(expect.objectContaining({ field: "range" }));
    }
  });

  test("that is endless is refused, that is empty has an empty answer", () => {
    const endless = { start: december.start, end: Number.POSITIVE_INFINITY };
    expect(() => occurrences(tuesdaysAtTen(), endless)).toThrow(RangeError);
    const empty = { start: december.start, end: december.start };
    expect(occurrences(tuesdaysAtTen(), empty)).toEqual([]);
    expect(openSpans(practiceIn(newYork, officeWeek), empty)).toEqual([]);
  });
});

test("notice that reaches beyond the horizon leaves nothing to offer", () => {
  expect(
    freeSlots({
      availability: practiceIn(newYork, officeWeek),
      booked: [],
      bufferBefore: 0,
      bufferAfter: 0,
      duration: 50,
      granularity: 0,
      minNotice: 100_000,
      from: december.start,
      count: 5,
      horizonDays: 7,
    }),
  ).toEqual([]);
});

test("an unknown zone names the zone, in a series and in hours alike", () => {
  expect(() => occurrences(tuesdaysAtTen({ zone: "Mars/Olympus" }), december)).toThrow(UnknownZoneError);
  expect(() => openSpans(practiceIn("Mars/Olympus", officeWeek), december)).toThrow(UnknownZoneError);
});

describe("hours and closures", () => {
  test.each([
    ["that end as they begin", { start: "09:00", end: "09:00" }],
    ["that begin at 24:00", { start: "24:00", end: "25:00" }],
    ["that are no times", { start: "nine", end: "five" }],
  ])("hours %s are refused", (_, window) => {
    expect(hoursWindowSchema.safeParse(window).success).toBe(false);
  });

  test("a closure whose last day comes before its first is refused in words", () => {
    const closure = { id: "a", kind: "vacation", label: "", firstDate: "2026-12-24", lastDate: "2026-12-20" };
    const refused = closureSchema.safeParse({ ...closure, windows: [], cover: null });
    expect(refused.error?.issues[0]?.message).toBe("The last day comes before the first.");
  });
});
