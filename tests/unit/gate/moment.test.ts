import { describe, expect, test } from "vitest";
import { factsAbout, factsOfMoment, momentAt } from "../../../src/domain/gate/moment.ts";
import type { Occurrence } from "../../../src/domain/scheduling/series.ts";
import type { Interval } from "../../../src/domain/time/instant.ts";
import { policyWith } from "../../builders/policy.ts";

// Friday 27 November 2026, 18:00 in New York; messages are read again on Monday the 30th at 9:00 (14:00Z).
const now = Date.parse("2026-11-27T23:00:00Z");
const utc = (start: string, end: string): Interval => ({ start: Date.parse(start), end: Date.parse(end) });

const of = (clientId: string | null, { start, end }: Interval) => ({ start, end, clientId }) as Occurrence;
const earlier = utc("2026-11-27T22:00:00Z", "2026-11-27T22:50:00Z");
const saturday = utc("2026-11-28T15:00:00Z", "2026-11-28T15:50:00Z");
const onTheDot = utc("2026-11-28T23:00:00Z", "2026-11-28T23:50:00Z");
const dayBefore = utc("2026-11-29T13:10:00Z", "2026-11-29T14:00:00Z");
const monday = utc("2026-11-30T14:00:00Z", "2026-11-30T14:50:00Z");

const booked = [
  of("maya", earlier),
  of("maya", saturday),
  of(null, saturday),
  of("jo", onTheDot),
  of("jo", dayBefore),
  of("jo", monday),
];

const asked: Interval[] = [];
const momentWith = (doNotDisturb: Interval | null, policy = policyWith()) => {
  asked.length = 0;
  return momentAt(
    policy,
    (range) => {
      asked.push(range);
      return booked;
    },
    doNotDisturb,
    now,
  );
};

describe("on Friday evening", () => {
  test("sessions are asked for from a day before to a day after the next opening", () => {
    momentWith(null);
    expect(asked).toEqual([utc("2026-11-26T23:00:00Z", "2026-12-01T14:00:00Z")]);
  });

  test("in a practice that never opens, to a day after now", () => {
    momentWith(null, policyWith({ messageHours: { MO: [], TU: [], WE: [], TH: [], FR: [], SA: [], SU: [] } }));
    expect(asked).toEqual([utc("2026-11-26T23:00:00Z", "2026-11-28T23:00:00Z")]);
  });

  test("all sessions ahead are known with their client, and what has no client is no session", () => {
    expect(momentWith(null).sessionsAhead).toEqual(booked.filter(({ clientId }) => clientId !== null));
  });

  test("those of the gate are within a day of now and of the opening", () => {
    expect(momentWith(null).sessions.map(({ start }) => start)).toEqual([earlier.start, saturday.start, monday.start]);
  });

  test("do not disturb counts while it lasts", () => {
    const on = utc("2026-11-27T22:30:00Z", "2026-11-28T01:00:00Z");
    expect(momentWith(on).doNotDisturb).toEqual(on);
    expect(momentWith(utc("2026-11-27T20:00:00Z", "2026-11-27T23:00:00Z")).doNotDisturb).toBeNull();
    expect(momentWith(null).doNotDisturb).toBeNull();
  });
});

describe("the gate is told", () => {
  const moment = momentWith(null);
  const message = { receivedAt: now - 60_000, blocked: false, ownWords: ["Thank you for your message to us."] };

  test("about nobody in particular, the moment and nothing else", () => {
    expect(factsOfMoment(moment)).toEqual({
      now,
      receivedAt: null,
      clientId: null,
      urgentClient: false,
      blocked: false,
      contacts: [],
      doNotDisturb: null,
      sessions: [earlier, saturday, monday],
      ownSessions: [],
      ownWords: [],
      clientHoursUsed: 0,
    });
  });

  test("of a stranger's message, the message and no client", () => {
    expect(factsAbout(moment, { ...message, blocked: true }, null)).toEqual({
      ...factsOfMoment(moment),
      ...message,
      blocked: true,
    });
  });

  test("of a client's message, also what is known of the client and their own sessions alone", () => {
    const maya = { id: "maya", urgent: true, contacts: [now - 60_000, now], clientHoursUsed: 2 };
    expect(factsAbout(moment, message, maya)).toEqual({
      ...factsOfMoment(moment),
      ...message,
      clientId: "maya",
      urgentClient: true,
      contacts: [now - 60_000, now],
      ownSessions: [earlier, saturday],
      clientHoursUsed: 2,
    });
  });
});
