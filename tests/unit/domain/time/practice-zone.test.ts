import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { closureInForce } from "../../../../src/domain/availability/closure-in-force.ts";
import { intervalsOfDay, openSpans } from "../../../../src/domain/availability/open-spans.ts";
import { closedPeriodAt, isOpenAt } from "../../../../src/domain/availability/opening.ts";
import { freeSlots } from "../../../../src/domain/availability/slots.ts";
import {
  boundaryOfDay,
  cutAtZoneChanges,
  dateAt,
  dayAt,
  instantOfWall,
  nextJump,
  wallAt,
  zoneAt,
  zoneOfDate,
} from "../../../../src/domain/time/practice-zone.ts";
import { sayInstant } from "../../../../src/domain/time/say.ts";
import { dayOfDate } from "../../../../src/domain/time/wall.ts";
import { anyAvailability, anyMoment } from "../availability/any-availability.ts";
import { at, closure, everyDay, practiceIn } from "../hours-of-a-practice.ts";

const newYork = "America/New_York";
const berlin = { zone: "Europe/Berlin", firstDate: "2026-12-07", lastDate: "2026-12-11" };
const away = (...texts: readonly string[]) => ({ ...practiceIn(newYork, everyDay(...texts)), travel: [berlin] });

// Monday begins in Berlin at six in the morning there; Saturday in New York at six in the evening of Friday there.
const outward = at("2026-12-07T00:00-05:00");
const back = at("2026-12-12T00:00+01:00");

const openOn = (availability: ReturnType<typeof away>, from: number, to: number) =>
  openSpans(availability, { start: from, end: to }).map(({ start, end }) => [
    new Date(start).toISOString(),
    new Date(end).toISOString(),
  ]);

describe("T15: where the zone changes", () => {
  test("the clock jumps at the end of the last date before, on that date's own clock", () => {
    const zones = away();
    expect(wallAt(zones, outward - 60_000)).toBe("2026-12-06T23:59");
    expect(wallAt(zones, outward)).toBe("2026-12-07T06:00");
    expect(wallAt(zones, back - 60_000)).toBe("2026-12-11T23:59");
    expect(wallAt(zones, back)).toBe("2026-12-11T18:00");
    expect(dateAt(zones, at("2026-12-12T00:00-05:00"))).toBe("2026-12-12");
    expect(nextJump(zones, outward - 60_000, back)).toBe(outward);
    expect(nextJump(zones, outward, outward + 1000)).toBe(outward + 1000);
  });

  test("a trip that begins as another ends takes the clock over from it, without a way home", () => {
    const lisbon = { zone: "Europe/Lisbon", firstDate: "2026-12-12", lastDate: "2026-12-13" };
    const zones = { ...away(), travel: [lisbon, berlin] };
    expect(zoneAt(zones, back)).toBe("Europe/Lisbon");
    expect(zoneOfDate(zones, "2026-12-14")).toBe(newYork);
    expect(wallAt(zones, at("2026-12-14T00:00Z"))).toBe("2026-12-13T19:00");
  });

  test("hours past midnight end at it, and hours before the jump begin with it: nothing overlaps", () => {
    expect(openOn(away("22:00-02:00"), outward - 3 * 3_600_000, outward + 3_600_000)).toEqual([
      ["2026-12-07T03:00:00.000Z", "2026-12-07T05:00:00.000Z"],
    ]);
    expect(openOn(away("05:00-08:00"), outward - 3_600_000, outward + 3_600_000)).toEqual([
      ["2026-12-07T05:00:00.000Z", "2026-12-07T07:00:00.000Z"],
    ]);
    expect(openOn(away("02:00-05:00"), outward - 3_600_000, outward + 3_600_000)).toEqual([]);
  });

  test("the evening that comes a second time on the way back is closed, and ends a closed period like any other", () => {
    const practice = away("09:00-23:00");
    expect(openOn(practice, back - 3_600_000, back + 15 * 3_600_000)).toEqual([]);
    expect(isOpenAt(practice, at("2026-12-11T20:00-05:00"))).toBe(false);
    expect(closedPeriodAt(practice, at("2026-12-11T20:00-05:00"))).toEqual({
      start: at("2026-12-11T23:00+01:00"),
      end: at("2026-12-12T09:00-05:00"),
    });
  });

  test("hours round the clock have no hole but the evening that comes twice", () => {
    const spans = openOn(away("00:00-24:00"), outward - 1, back + 86_400_000);
    expect(spans.map(([start]) => start).slice(1)).toEqual(["2026-12-12T05:00:00.000Z"]);
    expect(spans[0]?.[1]).toBe("2026-12-11T23:00:00.000Z");
  });

  test("a closure is dates of the clock there", () => {
    const practice = { ...away(), closures: [closure("day-off", "2026-12-07"), closure("vacation", "2026-12-12")] };
    expect(closureInForce(practice, outward - 1)).toBeNull();
    expect(closureInForce(practice, outward)?.kind).toBe("day-off");
    expect(closureInForce(practice, at("2026-12-08T00:00+01:00"))).toBeNull();
    expect(closureInForce(practice, back)).toBeNull();
    expect(closureInForce(practice, at("2026-12-12T00:00-05:00"))?.kind).toBe("vacation");
  });

  test("an opening in another zone is named with it", () => {
    const sunday = at("2026-12-06T20:00-05:00");
    expect(sayInstant(at("2026-12-07T09:00+01:00"), sunday, away(), "en-GB")).toBe("Mon 09:00 (Berlin time)");
    expect(sayInstant(at("2026-12-06T21:00-05:00"), sunday, away(), "en-GB")).toBe("21:00");
    expect(sayInstant(at("2027-09-01T09:00-04:00"), sunday, away(), "en-GB")).toBe("1 September 09:00");
    expect(sayInstant(at("2028-12-06T09:00-05:00"), sunday, away(), "en-GB")).toBe("6 December 2028 09:00");
    expect(sayInstant(at("2026-12-08T09:00+01:00"), outward, away(), "en-GB")).toBe("Tue 09:00");
  });

  test("free times keep to the quarter hours of the clock there", () => {
    const kathmandu = { ...away("09:00-11:00"), travel: [{ ...berlin, zone: "Asia/Kathmandu" }] };
    const [first] = freeSlots({
      availability: kathmandu,
      booked: [],
      bufferBefore: 0,
      bufferAfter: 0,
      duration: 50,
      granularity: 60,
      minNotice: 0,
      from: outward,
      count: 1,
      horizonDays: 7,
    });
    expect(first).toBe(at("2026-12-08T09:00+05:45"));
  });

  test("a day at the far side of the date line that is over before it begins has no hours", () => {
    const zones = {
      ...practiceIn("Pacific/Pago_Pago", everyDay("00:00-24:00")),
      travel: [{ zone: "Pacific/Kiritimati", firstDate: "2026-12-07", lastDate: "2026-12-07" }],
    };
    expect(intervalsOfDay(zones, dayOfDate("2026-12-07"))).toEqual([]);
    expect(zoneAt(zones, at("2026-12-07T00:00-11:00"))).toBe("Pacific/Pago_Pago");
  });
});

describe("T15: for any practice that travels", () => {
  test("windows neither overlap those of neighbouring dates in another zone nor come out upside down", () => {
    fc.assert(
      fc.property(anyAvailability, anyMoment, (availability, moment) => {
        const today = dayAt(availability, moment);
        for (let dayNumber = today - 3; dayNumber < today + 3; dayNumber += 1) {
          const seam = boundaryOfDay(availability, dayNumber + 1, 0);
          expect(boundaryOfDay(availability, dayNumber, 0)).toBeLessThanOrEqual(seam);
          for (const { start, end } of intervalsOfDay(availability, dayNumber)) {
            expect(start).toBeLessThan(end);
            expect(zoneAt(availability, end - 1)).toBe(zoneAt(availability, start));
          }
        }
      }),
    );
  });

  test("every instant has one zone, and its wall time leads back to it where that is there once", () => {
    fc.assert(
      fc.property(anyAvailability, anyMoment, (availability, moment) => {
        const [stretch, ...others] = cutAtZoneChanges(availability, { start: moment, end: moment + 1 });
        expect(stretch).toEqual({ start: moment, end: moment + 1 });
        expect(others).toEqual([]);
        const again = instantOfWall(availability, wallAt(availability, moment));
        if (zoneOfDate(availability, dateAt(availability, moment)) === zoneAt(availability, moment))
          expect(wallAt(availability, again)).toBe(wallAt(availability, moment));
      }),
    );
  });
});
