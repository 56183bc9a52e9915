import { describe, expect, test } from "vitest";
import { quietOf } from "../../../src/domain/gate/quiet.ts";
import { readAgainFrom } from "../../../src/domain/replies/read-again.ts";
import { agreedWith, factsAt, policyWith, weekdaysNineToFive } from "../../builders/policy.ts";

// New York (UTC-5). Saturday 28 November 2026, 02:10; messages are read from Monday to Friday, 9:00 to 17:00.
const saturday = "2026-11-28T07:10:00Z";
const mondayAt9 = "2026-11-30T14:00:00.000Z";
const always = [{ start: "00:00", end: "24:00" }];
const aroundTheClock = { MO: always, TU: always, WE: always, TH: always, FR: always, SA: always, SU: always };
const never = { MO: [], TU: [], WE: [], TH: [], FR: [], SA: [], SU: [] };

interface Said {
  readonly now?: string;
  readonly release?: string;
  readonly shortest?: number;
  readonly policy?: ReturnType<typeof policyWith>;
  readonly facts?: Parameters<typeof factsAt>[1];
}

const readFrom = ({ now = saturday, release = mondayAt9, shortest = 15, policy = policyWith(), facts }: Said = {}) =>
  new Date(
    readAgainFrom(quietOf(policy, factsAt(now, facts)), Date.parse(now), Date.parse(release), shortest),
  ).toISOString();

const saturdayFor = (minutes: number) =>
  policyWith({
    messageHours: { ...weekdaysNineToFive, SA: [{ start: "10:00", end: `10:${String(minutes).padStart(2, "0")}` }] },
  });
const saturdayAt10 = "2026-11-28T15:00:00.000Z";

describe("while nobody reads", () => {
  test("it is the opening, also when a session moves the release behind it", () => {
    expect(readFrom()).toBe(mondayAt9);
    expect(readFrom({ release: "2026-11-30T14:55:00Z" })).toBe(mondayAt9);
  });

  test("it is the next opening, where the release itself has passed since", () => {
    expect(readFrom({ now: "2026-12-01T00:00:00Z", release: mondayAt9 })).toBe("2026-12-01T14:00:00.000Z");
  });

  test("an opening shorter than the shortest window is not named, one just as long is", () => {
    expect(readFrom({ policy: saturdayFor(14), release: saturdayAt10 })).toBe(mondayAt9);
    expect(readFrom({ policy: saturdayFor(15), release: saturdayAt10 })).toBe(saturdayAt10);
    expect(readFrom({ policy: saturdayFor(5), release: saturdayAt10, shortest: 0 })).toBe(saturdayAt10);
    expect(readFrom({ policy: saturdayFor(15), release: saturdayAt10, shortest: 16 })).toBe(mondayAt9);
  });

  test("where every opening is short, the first is named all the same", () => {
    const short = policyWith({ messageHours: { ...never, SA: [{ start: "10:00", end: "10:10" }] } });
    expect(readFrom({ policy: short, release: saturdayAt10 })).toBe(saturdayAt10);
  });

  test("where no opening is in sight, it is the release", () => {
    const release = "2026-11-28T09:00:00.000Z";
    expect(readFrom({ policy: policyWith({ messageHours: never }), release })).toBe(release);
  });

  test("hours agreed with the client count, unless they are too short", () => {
    const agreed = (end: string) =>
      policyWith({ clientHours: [agreedWith("maya", { SA: [{ start: "18:00", end }] })] });
    const facts = { clientId: "maya" };
    const saturdayAt18 = "2026-11-28T23:00:00.000Z";
    expect(readFrom({ policy: agreed("20:00"), facts, release: saturdayAt18 })).toBe(saturdayAt18);
    expect(readFrom({ policy: agreed("18:10"), facts, release: saturdayAt18 })).toBe(mondayAt9);
    expect(readFrom({ policy: agreed("20:00") })).toBe(mondayAt9);
  });

  test("an opening counts with the agreed hours that follow it at once", () => {
    const policy = policyWith({
      messageHours: { ...weekdaysNineToFive, SA: [{ start: "10:00", end: "10:10" }] },
      clientHours: [agreedWith("maya", { SA: [{ start: "10:10", end: "10:20" }] })],
    });
    expect(readFrom({ policy, facts: { clientId: "maya" }, release: saturdayAt10 })).toBe(saturdayAt10);
    expect(readFrom({ policy, release: saturdayAt10 })).toBe(mondayAt9);
  });

  test("hours that never end are long enough, where a short opening comes before them", () => {
    const policy = policyWith({
      messageHours: aroundTheClock,
      closures: [
        {
          id: "weekend",
          kind: "changed-hours",
          label: "",
          firstDate: "2026-11-28",
          lastDate: "2026-11-29",
          windows: [{ start: "10:00", end: "10:10" }],
          cover: null,
        },
      ],
    });
    expect(readFrom({ policy, release: saturdayAt10 })).toBe("2026-11-30T05:00:00.000Z");
  });
});

describe("while messages are read", () => {
  // Monday 30 November 2026, 15:00 in New York, in a session.
  const now = "2026-11-30T20:00:00Z";

  test("it is the release, be it of a session or of do not disturb", () => {
    expect(readFrom({ now, release: "2026-11-30T20:55:00Z" })).toBe("2026-11-30T20:55:00.000Z");
    expect(readFrom({ now, release: "2026-11-30T21:59:00Z" })).toBe("2026-11-30T21:59:00.000Z");
  });

  test("when the day is over by then, it is the next opening, not the end of a session after that", () => {
    expect(readFrom({ now, release: "2026-12-01T14:55:00Z" })).toBe("2026-12-01T14:00:00.000Z");
    expect(readFrom({ now, release: "2026-11-30T22:00:00Z" })).toBe("2026-12-01T14:00:00.000Z");
  });

  test("hours that never end hold no longer than the release, be they the practice's or agreed ones", () => {
    const release = "2026-12-03T14:55:00.000Z";
    expect(readFrom({ now, policy: policyWith({ messageHours: aroundTheClock }), release })).toBe(release);
    const agreed = policyWith({ clientHours: [agreedWith("maya", aroundTheClock)] });
    expect(readFrom({ now, policy: agreed, facts: { clientId: "maya" }, release })).toBe(release);
  });

  test("agreed hours that go on after message hours are part of the same day", () => {
    const policy = policyWith({ clientHours: [agreedWith("maya", { MO: [{ start: "16:00", end: "20:00" }] })] });
    const facts = { clientId: "maya" };
    expect(readFrom({ now, policy, facts, release: "2026-11-30T22:30:00Z" })).toBe("2026-11-30T22:30:00.000Z");
    expect(readFrom({ now, policy, facts, release: "2026-12-01T14:55:00Z" })).toBe("2026-12-01T14:00:00.000Z");
  });

  test("in agreed hours alone that are over by the release, it is the next opening", () => {
    const policy = policyWith({ clientHours: [agreedWith("maya", { SA: [{ start: "01:00", end: "06:00" }] })] });
    const facts = { clientId: "maya" };
    expect(readFrom({ policy, facts, release: "2026-11-30T14:55:00Z" })).toBe(mondayAt9);
  });

  test("in agreed hours alone it is the release", () => {
    const policy = policyWith({ clientHours: [agreedWith("maya", { SA: [{ start: "01:00", end: "06:00" }] })] });
    const release = "2026-11-28T07:40:00.000Z";
    expect(readFrom({ policy, facts: { clientId: "maya" }, release })).toBe(release);
  });
});
