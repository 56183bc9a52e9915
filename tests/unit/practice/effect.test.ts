import { describe, expect, test } from "vitest";
import { sayEffect } from "../../../src/practice/effect.ts";
import { testPractice, value, weekdaysNineToFive } from "../../builders/practice.ts";

// Saturday 28 November 2026 in New York (UTC-5); the practice opens on Monday the 30th at 9:00.
const saturdayAt0210 = "2026-11-28T07:10:00Z";
const mondayAt10 = "2026-11-30T15:00:00Z";

const session = (clientId: string, start: string) => ({
  clientId,
  title: "",
  start,
  durationMinutes: 50,
  repeats: null,
});

describe("what a change did to the messages that wait is said", () => {
  test("when hours change: four held messages now surface at 8:00", async () => {
    const { practice, arrive, clock } = await testPractice({ now: saturdayAt0210 });
    for (let more = 0; more < 4; more += 1) await arrive();
    clock.set(Date.parse("2026-11-30T08:00:00Z"));
    const early = [{ start: "08:00", end: "17:00" }];
    const change = value(practice.policy.setMessageHours({ ...weekdaysNineToFive, MO: early }));
    expect(change.effect).toBe("4 held messages now surface at 8:00 AM.");
  });

  test("when a session is booked over the opening, moved, cancelled, and when that is taken back", async () => {
    const { practice, arrive } = await testPractice({ now: saturdayAt0210 });
    await arrive();
    await arrive();
    const clientId = practice.clients.list()[0]?.id ?? "";
    const booked = value(practice.booking.book(session(clientId, "2026-11-30T08:30")));
    expect(booked.effect).toBe("2 held messages now surface at Mon 9:25 AM.");
    const { seriesId } = booked;
    const moved = value(
      practice.booking.change(seriesId, "2026-11-30T08:30", "all", session(clientId, "2026-11-30T09:00")),
    );
    expect(moved.effect).toBe("2 held messages now surface at Mon 9:55 AM.");
    const cancelled = value(practice.booking.cancel(seriesId, "2026-11-30T09:00", "all"));
    expect(cancelled.effect).toBe("2 held messages now surface at Mon 9:00 AM.");
    expect(value(practice.booking.undo(cancelled.undo)).effect).toBe("2 held messages now surface at Mon 9:55 AM.");
  });

  test("when an appointment is far from everything that waits, nothing is said", async () => {
    const { practice, arrive } = await testPractice({ now: saturdayAt0210 });
    await arrive();
    const clientId = practice.clients.list()[0]?.id ?? "";
    expect(value(practice.booking.book(session(clientId, "2026-12-09T10:00"))).effect).toBeNull();
  });

  test("when do not disturb is switched on longer, shorter and off", async () => {
    const { practice, arrive, until, clock } = await testPractice({ now: mondayAt10 });
    value(practice.light.doNotDisturb(clock.now() + 60 * 60_000));
    await arrive();
    const longer = value(practice.light.doNotDisturb(clock.now() + 2 * 60 * 60_000));
    expect(longer.effect).toBe("1 held message now surfaces at 12:00 PM.");
    await until("2026-11-30T15:30:00Z");
    expect(value(practice.light.endDoNotDisturb()).effect).toBe("1 held message surfaced now.");
  });

  test("when a closure puts the opening off, and when it is restored", async () => {
    const { practice, arrive } = await testPractice({ now: saturdayAt0210 });
    await arrive();
    const closed = value(
      practice.policy.addClosure({
        id: "day-off",
        kind: "day-off",
        label: "",
        firstDate: "2026-11-30",
        lastDate: "2026-11-30",
        windows: [],
        cover: null,
      }),
    );
    expect(closed.effect).toBe("1 held message now surfaces at Tue 9:00 AM.");
    expect(value(practice.policy.restore(closed.previousVersion)).effect).toBe(
      "1 held message now surfaces at Mon 9:00 AM.",
    );
  });

  test("when they end up at different times, the first is named; with those that surfaced at once", () => {
    const moved = ["2026-11-30T15:00:00Z", "2026-11-30T13:00:00Z"].map((at) => Date.parse(at));
    const say = (at: number) => new Date(at).toISOString().slice(11, 16);
    expect(sayEffect({ surfaced: 0, moved, leaving: [] }, say)).toBe("2 held messages now surface at 13:00 or later.");
    expect(sayEffect({ surfaced: 1, moved, leaving: [] }, say)).toBe(
      "1 held message surfaced now; 2 held messages now surface at 13:00 or later.",
    );
    expect(sayEffect({ surfaced: 0, moved: [], leaving: [] }, say)).toBeNull();
  });

  test("when replies for the opening leave with it, with several the first is named", () => {
    const say = (at: number) => new Date(at).toISOString().slice(11, 16);
    const leaving = [null, ...["2026-11-30T15:00:00Z", "2026-11-30T13:00:00Z"].map((at) => Date.parse(at))];
    expect(sayEffect({ surfaced: 0, moved: [], leaving }, say)).toBe("3 replies you wrote now leave at 13:00.");
    expect(sayEffect({ surfaced: 0, moved: [], leaving: [null, null] }, say)).toBe(
      "2 replies you wrote wait until an opening is in sight.",
    );
  });
});
