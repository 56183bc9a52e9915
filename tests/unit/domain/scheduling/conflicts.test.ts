import { describe, expect, test } from "vitest";
import { conflictsOf } from "../../../../src/domain/scheduling/conflicts.ts";
import { at } from "../hours-of-a-practice.ts";
import { tuesdaysAtTen } from "../recurrence/series-of-a-practice.ts";

const year = { start: at("2026-12-01T00:00Z"), end: at("2027-12-01T00:00Z") };
const booked = tuesdaysAtTen();
const wanted = tuesdaysAtTen({ id: "wanted", clientId: "ben" });

describe("a new weekly session", () => {
  test("may begin as another ends and end as another begins", () => {
    expect(conflictsOf({ ...wanted, start: "2026-12-01T10:50" }, [booked], year)).toEqual([]);
    expect(conflictsOf({ ...wanted, start: "2026-12-01T09:10" }, [booked], year)).toEqual([]);
  });

  test("that overlaps by a minute is in conflict, week after week, and the first twenty are named", () => {
    const conflicts = conflictsOf({ ...wanted, start: "2026-12-01T10:49" }, [booked], year);
    expect(conflicts).toHaveLength(20);
    expect(conflicts[1]).toMatchObject({
      candidate: { seriesId: "wanted", recurrenceId: "2026-12-08T10:49" },
      other: { seriesId: "tuesdays", recurrenceId: "2026-12-08T10:00" },
    });
  });

  test("has no conflict with a cancelled session, but has one with a moved one", () => {
    const changed = tuesdaysAtTen({
      rule: "FREQ=WEEKLY;COUNT=2",
      overrides: [
        { recurrenceId: "2026-12-01T10:00", kind: "cancelled" },
        { recurrenceId: "2026-12-08T10:00", kind: "moved", start: "2026-12-16T15:00", durationMinutes: 50 },
      ],
    });
    expect(conflictsOf({ ...wanted, rule: null }, [changed], year)).toEqual([]);
    expect(conflictsOf({ ...wanted, rule: null, start: "2026-12-16T15:30" }, [changed], year)).toHaveLength(1);
  });

  test("names every session in its way, a long one that began before it too", () => {
    const workshop = tuesdaysAtTen({
      id: "workshop",
      clientId: null,
      start: "2026-12-01T08:00",
      durationMinutes: 240,
      rule: null,
    });
    const short = tuesdaysAtTen({ id: "short", start: "2026-12-01T08:30", durationMinutes: 15, rule: null });
    const conflicts = conflictsOf({ ...wanted, rule: null }, [booked, short, workshop], year);
    expect(conflicts.map((one) => one.other.seriesId)).toEqual(["workshop", "tuesdays"]);
  });

  test("is compared from the earlier start where a moved one of its own runs long", () => {
    const candidate = {
      ...wanted,
      rule: "FREQ=WEEKLY;COUNT=2",
      overrides: [
        { recurrenceId: "2026-12-01T10:00", kind: "moved" as const, start: "2026-12-08T09:00", durationMinutes: 240 },
      ],
    };
    const afternoon = tuesdaysAtTen({ id: "afternoon", start: "2026-12-08T12:00", rule: null });
    const conflicts = conflictsOf(candidate, [afternoon], year);
    expect(conflicts.map((one) => one.candidate.recurrenceId)).toEqual(["2026-12-01T10:00"]);
  });

  test("is not in its own way while it is being edited", () => {
    expect(conflictsOf({ ...booked, durationMinutes: 60 }, [booked], year)).toEqual([]);
  });

  test("meets the other dates of its series where only one of them is replaced", () => {
    const moved = { ...booked, rule: null, start: "2026-12-15T10:30" };
    const replaces = (one: { readonly recurrenceId: string }) => one.recurrenceId === "2026-12-08T10:00";
    expect(conflictsOf(moved, [booked], year, replaces)).toMatchObject([
      { other: { recurrenceId: "2026-12-15T10:00" } },
    ]);
    expect(conflictsOf({ ...moved, start: "2026-12-08T10:30" }, [booked], year, replaces)).toEqual([]);
  });
});
