import { describe, expect, test } from "vitest";
import { practiceSchema } from "../../../../src/domain/policy/policy.ts";
import { Temporal } from "../../../../src/domain/time/temporal.ts";
import {
  instantToWall,
  instantToWallMillis,
  isZone,
  nextChange,
  UnknownZoneError,
  wallsToInstants,
  wallToInstant,
  zoneDataVersion,
} from "../../../../src/domain/time/zone.ts";
import { at } from "../hours-of-a-practice.ts";

const zones = Intl.supportedValuesOf("timeZone");

/** Where 2026f, the data we ship, says other things than the 2026c of Node 26 (ENGINE 1). */
const changedSince2026c = ["America/Havana", "America/Inuvik", "America/Winnipeg"];

describe("the time zone data the app brings along", () => {
  test("is version 2026f", () => {
    expect(zoneDataVersion).toBe("2026f");
  });

  test("knows that Winnipeg and Inuvik leave their clocks on summer time from 2026 on", () => {
    expect(wallToInstant("2026-12-01T10:00", "America/Winnipeg")).toBe(at("2026-12-01T10:00-05:00"));
    expect(wallToInstant("2026-12-01T10:00", "America/Inuvik")).toBe(at("2026-12-01T10:00-06:00"));
    expect(wallToInstant("2045-01-10T10:00", "America/Winnipeg")).toBe(at("2045-01-10T10:00-05:00"));
  });

  test("knows that Havana stays on summer time until November 2027", () => {
    expect(wallToInstant("2027-01-12T10:00", "America/Havana")).toBe(at("2027-01-12T10:00-04:00"));
    expect(wallToInstant("2027-12-01T10:00", "America/Havana")).toBe(at("2027-12-01T10:00-05:00"));
  });

  test("has every zone the runtime names, and agrees with it on all others, around each change from 2000 to 2037", () => {
    const from = at("2000-01-01T00:00Z");
    const to = at("2038-01-01T00:00Z");
    const unlike = zones.filter((zone) => {
      const moments = [from, at("2012-06-30T12:00Z"), at("2024-02-29T00:00Z"), to - 1];
      for (let change = nextChange(from, zone, to); change < to; change = nextChange(change, zone, to)) {
        moments.push(change - 1, change);
      }
      let moment = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).getTimeZoneTransition("next");
      while (moment !== null && moment.epochMilliseconds < to) {
        moments.push(moment.epochMilliseconds);
        moment = moment.getTimeZoneTransition("next");
      }
      return moments.some((one) => instantToWallMillis(one, zone) - one !== offsetByTemporal(one, zone));
    });
    expect(unlike.filter((zone) => !changedSince2026c.includes(zone))).toEqual([]);
  });

  test("goes on by each zone's last rule after 2037, as Temporal does", () => {
    const lasting = ["America/New_York", "Europe/Berlin", "Africa/Cairo", "America/Santiago", "Asia/Jerusalem"];
    for (const zone of [...lasting, "Australia/Lord_Howe", "America/Nuuk", "Pacific/Chatham", "Asia/Gaza"]) {
      for (let one = at("2038-01-01T05:30Z"); one < at("2099-01-01T00:00Z"); one += 13 * 86_400_000) {
        expect([zone, one, instantToWallMillis(one, zone) - one]).toEqual([zone, one, offsetByTemporal(one, zone)]);
      }
    }
  });

  test("still has summer and winter in centuries to come", () => {
    expect(wallToInstant("2700-07-01T10:00", "Europe/Berlin")).toBe(at("2700-07-01T10:00+02:00"));
    expect(wallToInstant("2700-12-01T10:00", "Europe/Berlin")).toBe(at("2700-12-01T10:00+01:00"));
    expect(nextChange(at("2700-07-01T10:00Z"), "Europe/Berlin", at("2701-01-01T00:00Z"))).toBe(at("2700-10-28T01:00Z"));
  });
});

describe("the name of a zone", () => {
  test("may be an older one, or written in another case", () => {
    expect(instantToWall(at("2026-07-01T12:00Z"), "US/Eastern")).toBe("2026-07-01T08:00");
    expect(instantToWall(at("2026-07-01T12:00Z"), "asia/CALCUTTA")).toBe("2026-07-01T17:30");
  });

  test("that our data does not have may be one of the runtime's", () => {
    expect(instantToWall(at("2026-07-01T12:00Z"), "+05:45")).toBe("2026-07-01T17:45");
  });

  test.each(["Mars/Olympus", "", "constructor", "Europe/Berlin "])("is refused with its field: %j", (zone) => {
    expect(isZone(zone)).toBe(false);
    expect(() => wallToInstant("2026-02-03T10:00", zone)).toThrow(UnknownZoneError);
    expect(() => instantToWall(0, zone)).toThrow(expect.objectContaining({ field: "zone" }));
    const practice = { name: "Practice", zone, locale: "en", region: "US" };
    expect(practiceSchema.safeParse(practice).error?.issues[0]?.path).toEqual(["zone"]);
  });
});

test("many wall times become instants as each does alone, in any order, gaps and repeats included", () => {
  const walls = ["2026-03-08T02:30", "2026-11-01T01:30", "2026-11-01T02:00", "2026-03-08T03:00", "2026-07-01T00:00"];
  const millis = walls.map((one) => Date.parse(`${one}Z`));
  expect(wallsToInstants(millis, "America/New_York")).toEqual(
    walls.map((one) => wallToInstant(one, "America/New_York")),
  );
});

function offsetByTemporal(moment: number, zone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).offsetNanoseconds / 1_000_000;
}
