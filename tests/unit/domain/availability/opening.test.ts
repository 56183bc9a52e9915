import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { closureInForce } from "../../../../src/domain/availability/closure-in-force.ts";
import { availabilityOf, openSpans } from "../../../../src/domain/availability/open-spans.ts";
import { closedPeriodAt, isOpenAt, nextClosing, nextOpening } from "../../../../src/domain/availability/opening.ts";
import { policyWith } from "../../../builders/policy.ts";
import { at, closure, everyDay, officeWeek, practiceIn, week, windows } from "../hours-of-a-practice.ts";
import { anyAvailability, anyMoment } from "./any-availability.ts";

const newYork = "America/New_York";
const office = practiceIn(newYork, officeWeek);

describe("a practice open on weekdays", () => {
  test("is closed on Saturday at 02:10 and opens on Monday at 09:00", () => {
    const saturday = at("2026-11-28T02:10-05:00");
    expect(isOpenAt(office, saturday)).toBe(false);
    expect(nextOpening(office, saturday)).toBe(at("2026-11-30T09:00-05:00"));
  });

  test("is open from the minute it opens up to, not at, the minute it closes", () => {
    expect(isOpenAt(office, at("2026-11-30T08:59:59-05:00"))).toBe(false);
    expect(isOpenAt(office, at("2026-11-30T09:00-05:00"))).toBe(true);
    expect(isOpenAt(office, at("2026-11-30T11:59:59-05:00"))).toBe(true);
    expect(isOpenAt(office, at("2026-11-30T12:00-05:00"))).toBe(false);
  });

  test("that opens this very moment has its next opening later", () => {
    expect(nextOpening(office, at("2026-11-30T09:00-05:00"))).toBe(at("2026-11-30T13:00-05:00"));
    expect(nextClosing(office, at("2026-11-30T12:00-05:00"))).toBe(at("2026-11-30T17:00-05:00"));
  });

  test("T8: decides by its own zone on Saturday night and Sunday morning", () => {
    const practice = practiceIn(newYork, week({ SA: windows("22:00-24:00") }));
    expect(isOpenAt(practice, at("2026-11-28T23:30-05:00"))).toBe(true);
    expect(isOpenAt(practice, at("2026-11-29T00:30-05:00"))).toBe(false);
  });

  test("T9: opens after the vacation, whose dates are those of the practice and not of who asks", () => {
    const away = practiceIn(newYork, officeWeek, [closure("vacation", "2026-12-21", "2027-01-01")]);
    // In Kiritimati (UTC+14) it is the 21st when New York still reads on Friday the 18th; the vacation has not begun.
    expect(closureInForce(away, at("2026-12-21T00:30+14:00"))).toBeNull();
    expect(closureInForce(away, at("2026-12-21T00:00-05:00"))?.kind).toBe("vacation");
    expect(closureInForce(away, at("2027-01-02T04:59:59Z"))?.kind).toBe("vacation");
    expect(closureInForce(away, at("2027-01-02T05:00:00Z"))).toBeNull();
    expect(nextOpening(away, at("2026-12-18T17:00-05:00"))).toBe(at("2027-01-04T09:00-05:00"));
  });
});

describe("hours past midnight", () => {
  const late = practiceIn(newYork, week({ FR: windows("21:00-01:00") }));

  test("are open on Saturday at 00:30 and close at 01:00", () => {
    expect(isOpenAt(late, at("2026-12-05T00:30-05:00"))).toBe(true);
    expect(nextClosing(late, at("2026-12-05T00:30-05:00"))).toBe(at("2026-12-05T01:00-05:00"));
  });

  test("close at midnight when Saturday is a day off", () => {
    const withDayOff = practiceIn(newYork, week({ FR: windows("21:00-01:00") }), [closure("day-off", "2026-12-05")]);
    expect(isOpenAt(withDayOff, at("2026-12-05T00:30-05:00"))).toBe(false);
    expect(nextClosing(withDayOff, at("2026-12-04T22:00-05:00"))).toBe(at("2026-12-05T00:00-05:00"));
  });
});

describe("hours from midnight on, where the clock goes back over midnight", () => {
  test("stay open while it is the day before once more", () => {
    const practice = practiceIn("America/St_Johns", week({ SU: windows("00:00-02:00") }));
    expect(isOpenAt(practice, at("2010-11-06T23:59-02:30"))).toBe(false);
    expect(isOpenAt(practice, at("2010-11-07T00:00-02:30"))).toBe(true);
    expect(isOpenAt(practice, at("2010-11-06T23:30-03:30"))).toBe(true);
    expect(nextClosing(practice, at("2010-11-06T23:30-03:30"))).toBe(at("2010-11-07T02:00-03:30"));
  });
});

describe("a practice that never opens or never closes", () => {
  test("T6: has no next opening, and the question ends", () => {
    expect(nextOpening(practiceIn(newYork, week({})), at("2026-11-30T10:00Z"))).toBeNull();
    expect(nextClosing(practiceIn(newYork, week({})), at("2026-11-30T10:00Z"))).toBeNull();
    expect(closedPeriodAt(practiceIn(newYork, week({})), at("2026-11-30T10:00Z"))).toEqual({ start: null, end: null });
  });

  test("has no next closing when it is open round the clock", () => {
    const always = practiceIn(newYork, everyDay("00:00-24:00"));
    expect(isOpenAt(always, at("2026-11-30T05:00Z"))).toBe(true);
    expect(nextClosing(always, at("2026-11-30T10:00Z"))).toBeNull();
    expect(nextOpening(always, at("2026-11-30T10:00Z"))).toBeNull();
    expect(closedPeriodAt(always, at("2026-11-30T10:00Z"))).toBeNull();
  });

  test("T6: finds an opening more than a year ahead, but none beyond 400 days", () => {
    const hours = closure("changed-hours", "2027-12-31", "2027-12-31", "09:00-10:00");
    const practice = practiceIn(newYork, week({}), [hours]);
    expect(nextOpening(practice, at("2026-11-30T10:00Z"))).toBe(at("2027-12-31T09:00-05:00"));
    expect(nextOpening(practice, at("2026-11-25T10:00Z"))).toBeNull();
  });
});

describe("the closed period of a night", () => {
  const monday = at("2026-11-30T09:00-05:00");

  test("T14: runs from Friday's closing to Monday's opening, and all of the weekend has the same", () => {
    const period = { start: at("2026-11-27T17:00-05:00"), end: monday };
    expect(closedPeriodAt(office, at("2026-11-27T17:00-05:00"))).toEqual(period);
    expect(closedPeriodAt(office, at("2026-11-28T23:59-05:00"))).toEqual(period);
    expect(closedPeriodAt(office, at("2026-11-30T08:59:59-05:00"))).toEqual(period);
  });

  test("is none while messages are read", () => {
    expect(closedPeriodAt(office, monday)).toBeNull();
  });

  test("T14: keeps its id when the hours of a later day change", () => {
    const changed = practiceIn(newYork, officeWeek, [closure("day-off", "2026-12-02")]);
    expect(closedPeriodAt(changed, at("2026-11-28T02:10-05:00"))?.end).toBe(monday);
  });

  test("begins when a window past midnight ends", () => {
    const late = practiceIn(newYork, week({ FR: windows("21:00-01:00"), SA: windows("10:00-11:00") }));
    expect(closedPeriodAt(late, at("2026-12-05T03:00-05:00"))).toEqual({
      start: at("2026-12-05T01:00-05:00"),
      end: at("2026-12-05T10:00-05:00"),
    });
  });

  test("begins with the end of the longer window where one reaches over the next day's", () => {
    const late = practiceIn(newYork, week({ FR: windows("21:00-08:00"), SA: windows("06:00-07:00") }));
    expect(closedPeriodAt(late, at("2026-12-05T12:00-05:00"))?.start).toBe(at("2026-12-05T08:00-05:00"));
  });
});

test("the availability of a policy is everything in it that says when messages are read", () => {
  const closures = [closure("holiday", "2026-12-25")];
  const alternation = { anchor: "2026-11-30", further: [everyDay("10:00-11:00")] };
  const seasons = [
    { id: "july", label: "", firstDate: "2027-07-01", lastDate: "2027-07-31", hours: everyDay("08:00-10:00") },
  ];
  const days = [{ date: "2026-11-26", name: "Thanksgiving Day", rule: "closed" as const, windows: [] }];
  const policy: Parameters<typeof availabilityOf>[0] = {
    ...policyWith({ zone: newYork, messageHours: officeWeek, closures }),
    alternation,
    seasons,
    holidays: { area: null, knownThrough: 2028, days },
  };
  expect(availabilityOf(policy)).toEqual({
    zone: newYork,
    travel: policy.travel,
    messageHours: officeWeek,
    closures,
    alternation,
    seasons,
    holidays: days,
  });
});

describe("for any practice", () => {
  test("the next opening is open, later than now, and the moment before it is closed", () => {
    fc.assert(
      fc.property(anyAvailability, anyMoment, (availability, now) => {
        const opening = nextOpening(availability, now);
        if (opening === null) return;
        expect(opening).toBeGreaterThan(now);
        expect(isOpenAt(availability, opening)).toBe(true);
        expect(isOpenAt(availability, opening - 1)).toBe(false);
      }),
    );
  });

  test("no span begins before the next opening or ends before the next closing", () => {
    fc.assert(
      fc.property(anyAvailability, anyMoment, (availability, now) => {
        const spans = openSpans(availability, { start: now, end: now + 60 * 86_400_000 });
        const opening = nextOpening(availability, now) ?? Number.POSITIVE_INFINITY;
        const closing = nextClosing(availability, now) ?? Number.POSITIVE_INFINITY;
        expect(spans.filter((span) => span.start > now && span.start < opening)).toEqual([]);
        expect(spans.filter((span) => span.end > now && span.end < closing)).toEqual([]);
      }),
    );
  });

  test("a moment is either open or in a closed period that holds it and touches what is open", () => {
    fc.assert(
      fc.property(anyAvailability, anyMoment, (availability, now) => {
        const period = closedPeriodAt(availability, now);
        expect(period === null).toBe(isOpenAt(availability, now));
        if (period === null) return;
        expect(period.start ?? now).toBeLessThanOrEqual(now);
        expect(period.end ?? Number.POSITIVE_INFINITY).toBeGreaterThan(now);
        const edges = period.start === null ? [] : [period.start - 1, period.start];
        expect(edges.map((edge) => isOpenAt(availability, edge))).toEqual([true, false].slice(0, edges.length));
      }),
    );
  });
});
