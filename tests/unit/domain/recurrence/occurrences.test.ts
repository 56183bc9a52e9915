import { describe, expect, test } from "vitest";
import { hasOccurrence, occurrences, recurrenceStarts } from "../../../../src/domain/recurrence/occurrences.ts";
import type { Series } from "../../../../src/domain/scheduling/series.ts";
import { instantToWall } from "../../../../src/domain/time/zone.ts";
import { at } from "../hours-of-a-practice.ts";
import { tuesdaysAtTen } from "./series-of-a-practice.ts";

function shown(series: Series, from: string, to: string): string[] {
  return occurrences(series, { start: at(from), end: at(to) }).map(
    (one) => `${instantToWall(one.start, series.zone)}${one.moved ? " moved" : ""}`,
  );
}

describe("a weekly session", () => {
  test("T1: stays at its time on the wall when the clocks change", () => {
    const found = occurrences(tuesdaysAtTen(), { start: at("2027-03-08T00:00Z"), end: at("2027-03-24T00:00Z") });
    expect(found.map((one) => one.start)).toEqual([
      at("2027-03-09T15:00Z"),
      at("2027-03-16T14:00Z"),
      at("2027-03-23T14:00Z"),
    ]);
  });

  test("carries its client, its title and the name of each occurrence", () => {
    expect(occurrences(tuesdaysAtTen(), { start: at("2026-12-08T00:00Z"), end: at("2026-12-09T00:00Z") })).toEqual([
      {
        seriesId: "tuesdays",
        recurrenceId: "2026-12-08T10:00",
        clientId: "ada",
        title: "Session",
        start: at("2026-12-08T15:00Z"),
        end: at("2026-12-08T15:50Z"),
        moved: false,
      },
    ]);
  });

  test("T2: in the skipped hour is held an hour later that once, under its own name", () => {
    const nights = tuesdaysAtTen({ start: "2027-03-07T02:30", rule: "FREQ=WEEKLY;BYDAY=SU" });
    const found = occurrences(nights, { start: at("2027-03-07T00:00Z"), end: at("2027-03-22T00:00Z") });
    expect(found.map((one) => [one.recurrenceId, instantToWall(one.start, nights.zone)])).toEqual([
      ["2027-03-07T02:30", "2027-03-07T02:30"],
      ["2027-03-14T02:30", "2027-03-14T03:30"],
      ["2027-03-21T02:30", "2027-03-21T02:30"],
    ]);
  });

  test("ends with its count or its last day, the last one included", () => {
    expect(shown(tuesdaysAtTen({ rule: "FREQ=WEEKLY;COUNT=2" }), "2026-01-01T00:00Z", "2028-01-01T00:00Z")).toEqual([
      "2026-12-01T10:00",
      "2026-12-08T10:00",
    ]);
    expect(
      shown(tuesdaysAtTen({ rule: "FREQ=WEEKLY;UNTIL=20261208T150000Z" }), "2026-01-01T00:00Z", "2028-01-01T00:00Z"),
    ).toHaveLength(2);
    expect(
      shown(tuesdaysAtTen({ rule: "FREQ=WEEKLY;UNTIL=20261208T145959Z" }), "2026-01-01T00:00Z", "2028-01-01T00:00Z"),
    ).toHaveLength(1);
  });

  test("without a rule is one appointment", () => {
    expect(shown(tuesdaysAtTen({ rule: null }), "2026-01-01T00:00Z", "2028-01-01T00:00Z")).toEqual([
      "2026-12-01T10:00",
    ]);
  });
});

describe("the edges of a range", () => {
  const on = "2026-12-08T";

  test("a session that began before the range and still runs is in it", () => {
    expect(shown(tuesdaysAtTen(), `${on}15:49Z`, `${on}15:50Z`)).toEqual(["2026-12-08T10:00"]);
  });

  test("a session that ends as the range begins, or begins as it ends, is not", () => {
    expect(shown(tuesdaysAtTen(), `${on}15:50Z`, `${on}16:00Z`)).toEqual([]);
    expect(shown(tuesdaysAtTen(), `${on}14:00Z`, `${on}15:00Z`)).toEqual([]);
  });
});

describe("overrides", () => {
  const changed = tuesdaysAtTen({
    overrides: [
      { recurrenceId: "2026-12-08T10:00", kind: "moved", start: "2026-12-17T15:00", durationMinutes: 90 },
      { recurrenceId: "2026-12-22T10:00", kind: "cancelled" },
    ],
  });

  test("move one occurrence and take out another, and the list stays in order", () => {
    expect(shown(changed, "2026-12-01T00:00Z", "2027-01-01T00:00Z")).toEqual([
      "2026-12-01T10:00",
      "2026-12-15T10:00",
      "2026-12-17T15:00 moved",
      "2026-12-29T10:00",
    ]);
  });

  test("count in the week they moved to, with their own length, and not in the one they left", () => {
    expect(shown(changed, "2026-12-08T00:00Z", "2026-12-09T00:00Z")).toEqual([]);
    const [moved] = occurrences(changed, { start: at("2026-12-17T21:29Z"), end: at("2026-12-17T21:30Z") });
    expect(moved).toMatchObject({
      recurrenceId: "2026-12-08T10:00",
      start: at("2026-12-17T20:00Z"),
      end: at("2026-12-17T21:30Z"),
    });
  });

  test("of an occurrence the rule does not have change nothing", () => {
    const stray = tuesdaysAtTen({
      overrides: [{ recurrenceId: "2026-12-09T10:00", kind: "moved", start: "2026-12-10T10:00", durationMinutes: 50 }],
    });
    expect(shown(stray, "2026-12-08T00:00Z", "2026-12-14T00:00Z")).toEqual(["2026-12-08T10:00"]);
  });

  test("do not hide an occurrence from the question whether the series has it", () => {
    expect(hasOccurrence(changed, "2026-12-22T10:00")).toBe(true);
    expect(hasOccurrence(changed, "2026-12-17T15:00")).toBe(false);
    expect(hasOccurrence(changed, "2026-11-24T10:00")).toBe(false);
  });
});

describe("a recurrence set from a calendar file", () => {
  const set = {
    dtstart: "2026-12-01T10:00:00",
    zone: "America/New_York",
    rule: "FREQ=WEEKLY;COUNT=3",
    exdates: [],
    rdates: [],
  };
  const range = { start: at("2026-11-01T00:00Z"), end: at("2027-02-01T00:00Z") };

  test("takes out what EXDATE names, by local time or in UTC, an RDATE too", () => {
    const starts = recurrenceStarts(
      {
        ...set,
        exdates: ["2026-12-08T10:00:00", "2026-12-15T15:00:00Z", "2026-12-20T10:00:00"],
        rdates: ["2026-12-20T10:00:00"],
      },
      range,
    );
    expect(starts).toEqual([at("2026-12-01T15:00Z")]);
  });

  test("adds what RDATE names, before the first too, and counts a date named twice once", () => {
    const starts = recurrenceStarts({ ...set, rdates: ["2026-11-20T10:00:00", "2026-12-01T10:00:00"] }, range);
    expect(starts).toEqual([
      at("2026-11-20T15:00Z"),
      at("2026-12-01T15:00Z"),
      at("2026-12-08T15:00Z"),
      at("2026-12-15T15:00Z"),
    ]);
  });

  test("may say UNTIL as a local time or a date", () => {
    const until = (value: string) => recurrenceStarts({ ...set, rule: `FREQ=WEEKLY;UNTIL=${value}` }, range);
    expect(until("20261208T100000")).toHaveLength(2);
    expect(until("20261208T095959")).toHaveLength(1);
    expect(until("20261208")).toHaveLength(2);
  });
});
