import { describe, expect, test } from "vitest";
import { occurrences } from "../../../../src/domain/recurrence/occurrences.ts";
import { busyAround, sessionAt } from "../../../../src/domain/scheduling/in-session.ts";
import { at } from "../hours-of-a-practice.ts";
import { tuesdaysAtTen } from "../recurrence/series-of-a-practice.ts";

const tuesday = { start: at("2026-12-01T00:00-05:00"), end: at("2026-12-02T00:00-05:00") };
const ada = occurrences(tuesdaysAtTen(), tuesday);
const ben = occurrences(tuesdaysAtTen({ id: "ben", clientId: "ben", start: "2026-12-01T11:00" }), tuesday);
const lunch = occurrences(tuesdaysAtTen({ id: "lunch", clientId: null, start: "2026-12-01T12:00" }), tuesday);

describe("the time around a session", () => {
  test("is busy from its buffer before to its buffer after", () => {
    expect(busyAround(ada, 10, 5)).toEqual([
      { interval: { start: at("2026-12-01T09:50-05:00"), end: at("2026-12-01T10:55-05:00") }, occurrence: ada[0] },
    ]);
  });

  test("is not busy around an appointment without a client", () => {
    expect(busyAround(lunch, 10, 5)).toEqual([]);
    expect(sessionAt(lunch, 10, 5, at("2026-12-01T12:10-05:00"))).toBeNull();
  });

  test("is in force from its first moment up to, not at, its last", () => {
    const busy = { start: at("2026-12-01T09:50-05:00"), end: at("2026-12-01T10:55-05:00") };
    expect(sessionAt(ada, 10, 5, busy.start - 1)).toBeNull();
    expect(sessionAt(ada, 10, 5, busy.start)).toEqual(busy);
    expect(sessionAt(ada, 10, 5, busy.end - 1)).toEqual(busy);
    expect(sessionAt(ada, 10, 5, busy.end)).toBeNull();
  });

  test("runs through to the next session when their buffers touch", () => {
    expect(sessionAt([...ben, ...ada], 5, 5, at("2026-12-01T10:00-05:00"))).toEqual({
      start: at("2026-12-01T09:55-05:00"),
      end: at("2026-12-01T11:55-05:00"),
    });
    expect(sessionAt([...ben, ...ada], 4, 5, at("2026-12-01T10:00-05:00"))?.end).toBe(at("2026-12-01T10:55-05:00"));
  });
});
