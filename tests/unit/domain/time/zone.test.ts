import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { Temporal } from "../../../../src/domain/time/temporal.ts";
import {
  boundaryToInstant,
  dateOf,
  instantToWall,
  nextChange,
  wallToInstant,
} from "../../../../src/domain/time/zone.ts";
import { at } from "../hours-of-a-practice.ts";

const newYork = "America/New_York";
const zones = [
  newYork,
  "America/St_Johns",
  "America/Sao_Paulo",
  "America/Santiago",
  "Africa/Cairo",
  "Africa/Casablanca",
  "Asia/Beirut",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "Europe/Berlin",
  "Pacific/Apia",
];

describe("an agreed time of a session", () => {
  test("on an ordinary day is that time in the practice's zone", () => {
    expect(wallToInstant("2026-11-30T10:00", newYork)).toBe(at("2026-11-30T10:00-05:00"));
  });

  test("skipped by the clock moves later by the length of the gap", () => {
    expect(wallToInstant("2026-03-08T02:30", newYork)).toBe(at("2026-03-08T03:30-04:00"));
    expect(wallToInstant("2026-10-04T02:10", "Australia/Lord_Howe")).toBe(at("2026-10-04T02:40+11:00"));
    expect(wallToInstant("2018-11-04T00:00", "America/Sao_Paulo")).toBe(at("2018-11-04T01:00-02:00"));
    expect(wallToInstant("2011-12-30T10:00", "Pacific/Apia")).toBe(at("2011-12-31T10:00+14:00"));
  });

  test("shown twice by the clock is the first of the two", () => {
    expect(wallToInstant("2026-11-01T01:30", newYork)).toBe(at("2026-11-01T01:30-04:00"));
    expect(wallToInstant("2026-04-05T01:45", "Australia/Lord_Howe")).toBe(at("2026-04-05T01:45+11:00"));
  });

  test("that no clock or calendar shows is refused", () => {
    expect(() => wallToInstant("2026-02-30T10:00", newYork)).toThrow(RangeError);
    expect(() => wallToInstant("2026-02-03T24:00", newYork)).toThrow(RangeError);
    expect(() => wallToInstant("2026-02-03T10:00", "Mars/Olympus")).toThrow(RangeError);
  });
});

describe("a boundary of message hours", () => {
  test("inside skipped time takes effect when the clock changes", () => {
    expect(boundaryToInstant("2026-03-08", 150, newYork)).toBe(at("2026-03-08T03:00-04:00"));
    expect(boundaryToInstant("2026-03-08", 120, newYork)).toBe(at("2026-03-08T03:00-04:00"));
    expect(boundaryToInstant("2026-03-08", 180, newYork)).toBe(at("2026-03-08T03:00-04:00"));
    expect(boundaryToInstant("2011-12-30", 600, "Pacific/Apia")).toBe(at("2011-12-31T00:00+14:00"));
  });

  test("at a midnight that the clock skips is one o'clock", () => {
    expect(boundaryToInstant("2018-11-04", 0, "America/Sao_Paulo")).toBe(at("2018-11-04T01:00-02:00"));
    expect(boundaryToInstant("2018-11-03", 1440, "America/Sao_Paulo")).toBe(at("2018-11-04T01:00-02:00"));
  });

  test("shown twice is the first of the two", () => {
    expect(boundaryToInstant("2026-11-01", 90, newYork)).toBe(at("2026-11-01T01:30-04:00"));
    expect(boundaryToInstant("2026-11-01", 120, newYork)).toBe(at("2026-11-01T02:00-05:00"));
  });

  test("24:00 is the first moment of the next date", () => {
    expect(boundaryToInstant("2026-12-31", 1440, newYork)).toBe(at("2027-01-01T00:00-05:00"));
  });
});

describe("what the clock of the practice shows", () => {
  test("is the local date and time, wherever the computer stands", () => {
    expect(instantToWall(at("2026-11-29T04:30:59Z"), newYork)).toBe("2026-11-28T23:30");
    expect(dateOf(at("2026-11-29T04:30:00Z"), newYork)).toBe("2026-11-28");
    expect(dateOf(at("2026-11-29T05:00:00Z"), newYork)).toBe("2026-11-29");
    expect(instantToWall(at("1969-12-31T23:59:59Z"), "UTC")).toBe("1969-12-31T23:59");
  });

  test("changes next in spring and autumn, and never where clocks are left alone", () => {
    const limit = at("2028-01-01T00:00Z");
    expect(nextChange(at("2026-11-01T00:00Z"), newYork, limit)).toBe(at("2026-11-01T06:00Z"));
    expect(nextChange(at("2026-11-01T06:00Z"), newYork, limit)).toBe(at("2027-03-14T07:00Z"));
    const muchLater = at("2060-01-01T00:00Z");
    expect(nextChange(at("2026-11-01T06:00Z"), "Asia/Kolkata", muchLater)).toBe(muchLater);
  });
});

const anyInstant = fc
  .integer({ min: at("1990-01-01T00:00Z") / 60_000, max: at("2045-01-01T00:00Z") / 60_000 })
  .map((one) => one * 60_000);

describe("the tables of offsets", () => {
  test("give for every wall time what Temporal's `compatible` gives", () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), anyInstant, (zone, moment) => {
        const wall = new Date(moment).toISOString().slice(0, 16);
        const expected = Temporal.PlainDateTime.from(wall).toZonedDateTime(zone, { disambiguation: "compatible" });
        expect(wallToInstant(wall, zone)).toBe(expected.epochMilliseconds);
      }),
      { numRuns: 1500 },
    );
  });

  test("agree with Temporal around every change of every zone, minute by minute and both ways", () => {
    for (const zone of zones) {
      for (
        let change = nextChange(at("2010-01-01T00:00Z"), zone, at("2030-01-01T00:00Z"));
        change < at("2030-01-01T00:00Z");
      ) {
        for (let minutes = -180; minutes <= 180; minutes += 15) {
          const moment = change + minutes * 60_000;
          const local = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).toPlainDateTime();
          const wall = local.toString({ smallestUnit: "minute" });
          expect(instantToWall(moment, zone)).toBe(wall);
          expect(wallToInstant(wall, zone)).toBe(local.toZonedDateTime(zone).epochMilliseconds);
        }
        change = nextChange(change, zone, at("2030-01-01T00:00Z"));
      }
    }
  });

  test("never let a later boundary take effect before an earlier one", () => {
    const minutes = fc.integer({ min: 0, max: 1440 });
    fc.assert(
      fc.property(fc.constantFrom(...zones), anyInstant, minutes, minutes, (zone, moment, one, other) => {
        const date = new Date(moment).toISOString().slice(0, 10);
        const earlier = boundaryToInstant(date, Math.min(one, other), zone);
        expect(earlier).toBeLessThanOrEqual(boundaryToInstant(date, Math.max(one, other), zone));
      }),
      { numRuns: 1000 },
    );
  });
});

describe("without Temporal in the runtime", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  test("the polyfill steps in and every answer is the same", async () => {
    vi.stubGlobal("Temporal", undefined);
    vi.resetModules();
    const { Temporal: chosen } = await import("../../../../src/domain/time/temporal.ts");
    const polyfilled = await import("../../../../src/domain/time/zone.ts");
    const { Temporal: polyfill } = await import("temporal-polyfill");
    expect(chosen).toBe(polyfill);
    for (const zone of zones) {
      for (let moment = at("2024-01-01T00:07Z"); moment < at("2029-01-01T00:00Z"); moment += 7 * 3_600_000) {
        expect(polyfilled.instantToWall(moment, zone)).toBe(instantToWall(moment, zone));
      }
    }
  });
});
