import { describe, expect, test } from "vitest";
import type { Repeats } from "../../../src/domain/recurrence/repeats.ts";
import { minute } from "../../../src/domain/time/instant.ts";
import type { Booking } from "../../../src/practice/calendar-services.ts";
import type { ConflictsView } from "../../../src/practice/calendar-views.ts";
import { testPractice, value } from "../../builders/practice.ts";

// Monday 30 November 2026, 10:00 in New York (UTC-5).
const mondayAt10 = "2026-11-30T15:00:00Z";

const everyWeek: Repeats & { readonly unit: "week" } = { unit: "week", every: 1, weekdays: [], until: null };

async function calendarOf(now = mondayAt10, zone = "America/New_York") {
  const founded = await testPractice({ now, zone });
  const { practice } = founded;
  const mayaId = practice.clients.list()[0]?.id ?? "";
  /** Every Tuesday at 10:00 with Maya, from 1 December on; what a test does not say is so. */
  const weekly = (said: Partial<Booking> = {}): Booking => ({
    clientId: mayaId,
    title: "",
    start: "2026-12-01T10:00",
    durationMinutes: 50,
    repeats: everyWeek,
    ...said,
  });
  const starts = (first = "2026-12-01", last = "2026-12-31") =>
    practice.booking.calendar(first, last).sessions.map(({ startWall }) => startWall.slice(5));
  return { ...founded, booking: practice.booking, mayaId, weekly, starts };
}

const tuesday1 = "2026-12-01T10:00";
/** Whom a booking meets, days away left aside. */
const met = ({ conflicts }: ConflictsView) => conflicts.filter(({ kind }) => kind === "appointment");

const tuesdays = ["12-01T10:00", "12-08T10:00", "12-15T10:00", "12-22T10:00", "12-29T10:00"];

describe("booking", () => {
  test("every week fills the calendar and names the client's next session", async () => {
    const { booking, practice, weekly, starts } = await calendarOf();
    const { seriesId } = value(booking.book(weekly()));
    expect(starts()).toEqual(tuesdays);
    expect(booking.series(seriesId)).toMatchObject({
      repeats: everyWeek,
      words: expect.stringContaining("Tuesday"),
    });
    expect(practice.clients.list()[0]?.nextSession).toBe(Date.parse("2026-12-01T15:00:00Z"));
  });

  test("every second week until a date ends on that date", async () => {
    const { booking, weekly, starts } = await calendarOf();
    value(booking.book(weekly({ repeats: { ...everyWeek, every: 2, until: "2026-12-29" } })));
    expect(starts("2026-12-01", "2027-02-28")).toEqual(["12-01T10:00", "12-15T10:00", "12-29T10:00"]);
  });

  test("says before it with whom and when it meets another appointment, first dates first", async () => {
    const { booking, weekly } = await calendarOf();
    value(booking.book(weekly({ repeats: { ...everyWeek, every: 2 } })));
    const { conflicts, note } = booking.conflicts(
      weekly({ clientId: null, title: "Supervision", start: "2026-12-01T10:30" }),
      null,
    );
    expect(conflicts.slice(0, 2).map(({ sentence }) => sentence)).toEqual([
      "Tue 10:30 AM meets Maya, 10:00–10:50.",
      "December 15 10:30 AM meets Maya, 10:00–10:50.",
    ]);
    expect(conflicts).toHaveLength(20);
    expect(note).toBe("These are the first 20 in the next two years.");
    const clear = weekly({ clientId: null, title: "Supervision", start: "2026-12-01T10:50", repeats: null });
    expect(booking.conflicts(clear, null)).toEqual({ conflicts: [], note: "Nothing is in the way." });
  });

  test("that is changed is no obstacle to itself", async () => {
    const { booking, weekly } = await calendarOf();
    const { seriesId } = value(booking.book(weekly()));
    const all = { seriesId, recurrenceId: tuesday1, scope: "all" } as const;
    expect(met(booking.conflicts(weekly({ start: "2026-12-01T10:30" }), all))).toEqual([]);
    expect(met(booking.conflicts(weekly({ start: "2026-12-01T10:30" }), null))).not.toEqual([]);
  });

  test("alone meets the other dates of its own series, and not the date it leaves", async () => {
    const { booking, weekly } = await calendarOf();
    const { seriesId } = value(booking.book(weekly()));
    const moved = (start: string) =>
      booking.conflicts(weekly({ start, repeats: null }), { seriesId, recurrenceId: tuesday1, scope: "this" });
    expect(moved("2026-12-08T10:30").conflicts.map(({ sentence }) => sentence)).toEqual([
      "December 8 10:30 AM meets Maya, 10:00–10:50.",
    ]);
    expect(moved("2026-12-01T10:30")).toEqual({ conflicts: [], note: "Nothing is in the way." });
  });

  test("with all following meets those before it, which stay", async () => {
    const { booking, weekly } = await calendarOf();
    const { seriesId } = value(booking.book(weekly()));
    const following = { seriesId, recurrenceId: "2026-12-15T10:00", scope: "following" } as const;
    const sentences = booking
      .conflicts(weekly({ start: "2026-12-08T10:30" }), following)
      .conflicts.flatMap(({ kind, sentence }) => (kind === "appointment" ? [sentence] : []));
    expect(sentences).toEqual(["December 8 10:30 AM meets Maya, 10:00–10:50."]);
  });

  test("is told of days away: the dates, what lies there and its name; and booking stays possible", async () => {
    const { booking, weekly, practice } = await calendarOf();
    const closure = (kind: "vacation" | "day-off", label: string, firstDate: string, lastDate: string) =>
      value(practice.policy.addClosure({ id: firstDate, kind, label, firstDate, lastDate, windows: [], cover: null }));
    closure("vacation", "Skiing", "2026-12-07", "2026-12-13");
    closure("day-off", "", "2026-12-17", "2026-12-17");
    const thursdays = weekly({ start: "2026-12-10T10:00", repeats: { ...everyWeek, until: "2027-01-07" } });
    expect(booking.conflicts(thursdays, null)).toEqual({
      conflicts: [
        {
          kind: "vacation",
          sentence: "December 10 10:00 AM is within a vacation (Skiing).",
          start: Date.parse("2026-12-10T15:00:00Z"),
        },
        {
          kind: "day-off",
          sentence: "December 17 10:00 AM is on a day off.",
          start: Date.parse("2026-12-17T15:00:00Z"),
        },
      ],
      note: null,
    });
    const friday = weekly({ start: "2026-12-25T10:00", repeats: null });
    expect(booking.conflicts(friday, null).conflicts.map(({ sentence }) => sentence)).toEqual([
      "December 25 10:00 AM is on a holiday (Christmas Day).",
    ]);
    value(booking.book(friday));
  });

  test("is compared from now on for two years, and that is said where nothing is in the way", async () => {
    const { booking, weekly } = await calendarOf();
    // No holiday of these two years is a Wednesday.
    const soon = { clientId: null, title: "Supervision" };
    value(booking.book(weekly({ ...soon, start: "2028-11-27T11:00", repeats: null })));
    value(booking.book(weekly({ ...soon, start: "2028-12-06T11:00", repeats: null })));
    const since = (start: string, until: string | null = null) =>
      booking.conflicts(weekly({ start, repeats: { ...everyWeek, until } }), null);
    expect(since("2020-01-08T11:00")).toEqual({
      conflicts: [],
      note: "Nothing is in the way in the next two years.",
    });
    expect(since("2020-01-08T11:00", "2028-11-28")).toEqual({ conflicts: [], note: "Nothing is in the way." });
    const mondays = booking.conflicts(weekly({ start: "2026-11-30T11:00" }), null).conflicts;
    expect(mondays.filter(({ kind }) => kind === "appointment")).toMatchObject([
      { sentence: "November 27, 2028 11:00 AM meets Supervision, 11:00–11:50." },
    ]);
  });

  test.each([
    ["neither client nor title", { clientId: null, title: "" }, "clientId"],
    ["a client who is not there", { clientId: "nobody" }, "clientId"],
    ["30 February", { start: "2026-02-30T10:00" }, "start"],
    ["an end before the start", { repeats: { ...everyWeek, until: "2026-11-30" } }, "repeats.until"],
    ["an end long before the start", { repeats: { ...everyWeek, until: "2020-01-01" } }, "repeats.until"],
  ] as const)("with %s is refused, and nothing is stored", async (_what, said, field) => {
    const { booking, weekly, starts } = await calendarOf();
    expect(booking.book(weekly(said))).toMatchObject({ ok: false, field });
    expect(booking.conflicts(weekly(said), null)).toEqual({ conflicts: [], note: null });
    expect(starts("2026-01-01", "2026-03-31")).toEqual([]);
    expect(starts()).toEqual([]);
  });

  test("at midnight in Honolulu with an end before the start is refused too", async () => {
    const { booking, weekly } = await calendarOf(mondayAt10, "Pacific/Honolulu");
    expect(
      booking.book(weekly({ start: "2026-12-01T00:00", repeats: { ...everyWeek, until: "2026-11-30" } })),
    ).toMatchObject({
      ok: false,
      field: "repeats.until",
    });
  });

  test("at a time that the clock skips in spring takes place when it has been put forward", async () => {
    const { booking, weekly } = await calendarOf("2027-03-01T15:00:00Z");
    value(booking.book(weekly({ start: "2027-03-14T02:30" })));
    const sessions = booking.calendar("2027-03-14", "2027-03-21").sessions;
    expect(sessions.map(({ startWall, recurrenceId }) => [recurrenceId, startWall])).toEqual([
      ["2027-03-14T02:30", "2027-03-14T03:30"],
      ["2027-03-21T02:30", "2027-03-21T02:30"],
    ]);
    value(booking.cancel(sessions[0]?.seriesId ?? "", "2027-03-14T02:30", "this"));
    expect(booking.calendar("2027-03-14", "2027-03-21").sessions).toHaveLength(1);
  });

  test("across midnight is shown on both dates and holds messages on both sides", async () => {
    const { booking, weekly, practice, arrive, until } = await calendarOf("2026-12-02T04:40:00Z");
    value(
      practice.policy.setMessageHours({
        MO: [],
        TU: [{ start: "20:00", end: "24:00" }],
        WE: [{ start: "00:00", end: "02:00" }],
        TH: [],
        FR: [],
        SA: [],
        SU: [],
      }),
    );
    value(booking.book(weekly({ start: "2026-12-01T23:30", durationMinutes: 60, repeats: null })));
    expect(booking.calendar("2026-12-01", "2026-12-01").sessions).toHaveLength(1);
    expect(booking.calendar("2026-12-02", "2026-12-02").sessions).toHaveLength(1);
    await arrive();
    await until("2026-12-02T05:10:00Z");
    await arrive();
    expect(practice.light.now().state).toBe("in-session");
    const ends = practice.inbox.list().held.map((message) => message.until);
    expect(ends).toEqual([Date.parse("2026-12-02T05:35:00Z"), Date.parse("2026-12-02T05:35:00Z")]);
  });
});

describe("a series", () => {
  test("changed in this one alone moves only it, and undo puts it back", async () => {
    const { booking, weekly, starts } = await calendarOf();
    const { seriesId } = value(booking.book(weekly()));
    const { undo } = value(booking.change(seriesId, "2026-12-15T10:00", "this", weekly({ start: "2026-12-16T11:00" })));
    expect(starts()).toEqual(["12-01T10:00", "12-08T10:00", "12-16T11:00", "12-22T10:00", "12-29T10:00"]);
    value(booking.undo(undo));
    expect(starts()).toEqual(tuesdays);
  });

  test("cannot give one appointment alone to somebody else", async () => {
    const { booking, weekly } = await calendarOf();
    const { seriesId } = value(booking.book(weekly()));
    expect(booking.change(seriesId, "2026-12-15T10:00", "this", weekly({ title: "Supervision" }))).toMatchObject({
      ok: false,
      field: "clientId",
    });
  });

  test("changed in this and following leaves what was before, and undo makes one of the two again", async () => {
    const { booking, weekly, starts } = await calendarOf();
    const { seriesId } = value(booking.book(weekly()));
    const { undo } = value(
      booking.change(seriesId, "2026-12-15T10:00", "following", weekly({ start: "2026-12-17T09:00" })),
    );
    expect(starts()).toEqual(["12-01T10:00", "12-08T10:00", "12-17T09:00", "12-24T09:00", "12-31T09:00"]);
    value(booking.undo(undo));
    expect(starts()).toEqual(tuesdays);
    expect(
      booking.calendar("2026-12-01", "2026-12-31").sessions.every((session) => session.seriesId === seriesId),
    ).toBe(true);
  });

  test("changed in all moves all, and what was cancelled stays so", async () => {
    const { booking, weekly, starts } = await calendarOf();
    const { seriesId } = value(booking.book(weekly()));
    value(booking.cancel(seriesId, "2026-12-08T10:00", "this"));
    const { undo } = value(booking.change(seriesId, "2026-12-15T10:00", "all", weekly({ start: "2026-12-15T12:00" })));
    expect(starts()).toEqual(["12-01T12:00", "12-15T12:00", "12-22T12:00", "12-29T12:00"]);
    value(booking.undo(undo));
    expect(starts()).toEqual(tuesdays.filter((start) => start !== "12-08T10:00"));
  });

  test.each([
    ["this", ["12-01T10:00", "12-08T10:00", "12-22T10:00", "12-29T10:00"]],
    ["following", ["12-01T10:00", "12-08T10:00"]],
    ["all", []],
  ] as const)("cancelled in %s, and undo brings it back", async (scope, left) => {
    const { booking, weekly, starts } = await calendarOf();
    const { seriesId } = value(booking.book(weekly()));
    const { undo } = value(booking.cancel(seriesId, "2026-12-15T10:00", scope));
    expect(starts()).toEqual(left);
    value(booking.undo(undo));
    expect(starts()).toEqual(tuesdays);
  });

  test("cannot be changed or cancelled where it has no appointment", async () => {
    const { booking, weekly, starts } = await calendarOf();
    const { seriesId } = value(booking.book(weekly()));
    for (const recurrenceId of ["2026-12-02T10:00", "2026-11-24T10:00"]) {
      expect(booking.change(seriesId, recurrenceId, "this", weekly())).toMatchObject({ ok: false });
      expect(booking.cancel(seriesId, recurrenceId, "following")).toMatchObject({ ok: false });
    }
    expect(booking.cancel("nothing", "2026-12-01T10:00", "all")).toMatchObject({ ok: false });
    expect(starts()).toEqual(tuesdays);
  });

  test("keeps its own zone when the practice moves: a change to 11:00 means 11:00 on the practice's clock", async () => {
    const { booking, practice, weekly, starts } = await calendarOf();
    const { seriesId } = value(booking.book(weekly()));
    value(practice.policy.setPractice({ ...practice.settings().practice, zone: "America/Chicago" }));
    expect(starts().slice(0, 2)).toEqual(["12-01T09:00", "12-08T09:00"]);
    value(booking.change(seriesId, "2026-12-08T10:00", "this", weekly({ start: "2026-12-08T11:00" })));
    expect(starts().slice(0, 2)).toEqual(["12-01T09:00", "12-08T11:00"]);
    value(booking.change(seriesId, "2026-12-15T10:00", "following", weekly({ start: "2026-12-15T12:00" })));
    expect(starts()).toEqual(["12-01T09:00", "12-08T11:00", "12-15T12:00", "12-22T12:00", "12-29T12:00"]);
  });
});

describe("undo", () => {
  test("works for ten minutes, and once", async () => {
    const { booking, weekly, starts, clock } = await calendarOf();
    const { seriesId } = value(booking.book(weekly()));
    const { undo } = value(booking.cancel(seriesId, "2026-12-01T10:00", "all"));
    clock.set(Date.parse(mondayAt10) + 10 * minute);
    value(booking.undo(undo));
    expect(booking.undo(undo)).toMatchObject({ ok: false });
    expect(starts()).toEqual(tuesdays);
  });

  test("is refused when it is too late, and changes nothing", async () => {
    const { booking, weekly, starts, clock } = await calendarOf();
    const { seriesId } = value(booking.book(weekly()));
    const { undo } = value(booking.cancel(seriesId, "2026-12-01T10:00", "all"));
    clock.set(Date.parse(mondayAt10) + 10 * minute + 1);
    expect(booking.undo(undo)).toEqual({ ok: false, field: null, sentence: "It is too late to take this back." });
    expect(booking.undo("never given")).toMatchObject({ ok: false });
    expect(starts()).toEqual([]);
  });

  test("does not take a later change with it: the later one is taken back first", async () => {
    const { booking, weekly, starts } = await calendarOf();
    const { seriesId } = value(booking.book(weekly()));
    const first = value(booking.cancel(seriesId, "2026-12-08T10:00", "this"));
    const second = value(booking.change(seriesId, "2026-12-15T10:00", "this", weekly({ start: "2026-12-15T16:00" })));
    expect(booking.undo(first.undo)).toEqual({
      ok: false,
      field: null,
      sentence: "It was changed again since. Take that back first.",
    });
    expect(starts()).toEqual(["12-01T10:00", "12-15T16:00", "12-22T10:00", "12-29T10:00"]);
    value(booking.undo(second.undo));
    value(booking.undo(first.undo));
    expect(starts()).toEqual(tuesdays);
  });
});

describe("a message that waits for a session", () => {
  const inSession = async () => {
    const one = await calendarOf("2026-12-01T15:10:00Z");
    const { seriesId } = value(one.booking.book(one.weekly()));
    await one.arrive();
    expect(one.practice.inbox.list().held.map(({ until }) => until)).toEqual([Date.parse("2026-12-01T15:55:00Z")]);
    return { ...one, seriesId };
  };

  test("surfaces when the session is cancelled, with one notification", async () => {
    const { booking, seriesId, practice, door, notices } = await inSession();
    value(booking.cancel(seriesId, "2026-12-01T10:00", "this"));
    await door.lookNow();
    expect(practice.inbox.list().held).toEqual([]);
    expect(notices).toHaveLength(1);
  });

  test("waits longer when the session is made longer, and surfaces when it is moved away", async () => {
    const { booking, seriesId, practice, weekly } = await inSession();
    value(booking.change(seriesId, "2026-12-01T10:00", "this", weekly({ durationMinutes: 80 })));
    expect(practice.inbox.list().held.map(({ until }) => until)).toEqual([Date.parse("2026-12-01T16:25:00Z")]);
    value(booking.change(seriesId, "2026-12-01T10:00", "this", weekly({ start: "2026-12-01T14:00" })));
    expect(practice.inbox.list().held).toEqual([]);
  });

  test("does not wait for an appointment without a client", async () => {
    const { booking, practice, weekly, arrive } = await calendarOf("2026-12-01T15:10:00Z");
    value(booking.book(weekly({ clientId: null, title: "Bookkeeping" })));
    await arrive();
    expect(practice.inbox.list().surfaced).toHaveLength(1);
  });
});

describe("the pattern of a series", () => {
  const last = (until: string | null = null): Repeats => ({ unit: "month", every: 1, on: "last-weekday", until });

  test("can be every month or every year, and is worded while the form is filled in", async () => {
    const { booking, weekly, starts } = await calendarOf();
    const monthly = weekly({ start: "2026-12-29T10:00", repeats: last("2027-04-30") });
    expect(booking.inWords(monthly)).toEqual({
      ok: true,
      value: "on the last Tuesday of every month at 10:00 AM, until April 27, 2027",
    });
    value(booking.book(monthly));
    expect(starts("2026-12-01", "2027-03-15")).toEqual(["12-29T10:00", "01-26T10:00", "02-23T10:00"]);
    expect(starts("2027-03-15", "2027-07-01")).toEqual(["03-30T10:00", "04-27T10:00"]);
    expect(booking.inWords(weekly({ repeats: { unit: "year", every: 2, until: null } }))).toMatchObject({
      value: "every second year on December 1 at 10:00 AM",
    });
    expect(booking.inWords(weekly({ repeats: null }))).toMatchObject({ value: "once" });
  });

  test("that does not fit the first date, or is none, is refused with its field", async () => {
    const { booking, weekly } = await calendarOf();
    const asked = (repeats: Repeats) => booking.inWords(weekly({ repeats }));
    expect(asked(last())).toEqual({
      ok: false,
      field: "start",
      sentence: "The first appointment is on 1 December, but the series repeats on the last Tuesday of every month.",
    });
    expect(asked({ unit: "rule", rule: "FREQ=MINUTELY" })).toMatchObject({ ok: false, field: "repeats.rule" });
    expect(asked({ unit: "rule", rule: "FREQ=WEEKLY;COUNT=0" })).toMatchObject({ ok: false, field: "repeats.count" });
    expect(booking.book(weekly({ repeats: last() }))).toMatchObject({ ok: false, field: "start" });
  });

  test("changed for this and following begins with this one, and undo makes one series again", async () => {
    const { booking, weekly, starts } = await calendarOf();
    const { seriesId } = value(booking.book(weekly()));
    const { undo } = value(
      booking.change(
        seriesId,
        "2026-12-15T10:00",
        "following",
        weekly({ start: "2026-12-15T10:00", repeats: { ...everyWeek, weekdays: ["TU", "FR"] } }),
      ),
    );
    expect(starts()).toEqual([
      "12-01T10:00",
      "12-08T10:00",
      "12-15T10:00",
      "12-18T10:00",
      "12-22T10:00",
      "12-25T10:00",
      "12-29T10:00",
    ]);
    value(booking.undo(undo));
    expect(starts()).toEqual(tuesdays);
  });

  test("changed for all is that of the date on the screen, begins where the series began, and keeps what is cancelled", async () => {
    const { booking, weekly, starts } = await calendarOf();
    const { seriesId } = value(booking.book(weekly()));
    value(booking.cancel(seriesId, "2027-01-26T10:00", "this"));
    const changed = weekly({ start: "2027-03-30T11:00", repeats: last() });
    const { undo } = value(booking.change(seriesId, "2027-03-30T10:00", "all", changed));
    expect(starts("2026-11-30", "2027-03-15")).toEqual(["12-29T11:00", "02-23T11:00"]);
    expect(booking.series(seriesId)).toMatchObject({
      repeats: last(),
      words: "on the last Tuesday of every month at 11:00 AM",
    });
    value(booking.undo(undo));
    expect(starts()).toEqual(tuesdays);
    expect(starts("2027-01-20", "2027-01-31")).toEqual([]);
  });

  test("ended for all leaves the appointment that was on the screen", async () => {
    const { booking, weekly, starts } = await calendarOf();
    const { seriesId } = value(booking.book(weekly()));
    value(booking.change(seriesId, "2026-12-15T10:00", "all", weekly({ start: "2026-12-15T10:00", repeats: null })));
    expect(starts()).toEqual(["12-15T10:00"]);
  });

  test("that the form cannot show is kept when only the time is changed", async () => {
    const { booking, weekly, starts } = await calendarOf();
    const rule: Repeats = { unit: "rule", rule: "FREQ=MONTHLY;BYDAY=1TU,3TU;COUNT=3" };
    const { seriesId } = value(booking.book(weekly({ repeats: rule })));
    expect(booking.series(seriesId)).toMatchObject({
      repeats: rule,
      words: "on the first and third Tuesday of every month at 10:00 AM, 3 times",
    });
    value(booking.change(seriesId, "2026-12-15T10:00", "all", weekly({ start: "2026-12-15T12:00", repeats: rule })));
    expect(starts("2026-12-01", "2027-02-28")).toEqual(["12-01T12:00", "12-15T12:00", "01-05T12:00"]);
  });

  test("plays no part where one appointment alone is moved to a date it does not have", async () => {
    const { booking, weekly, starts } = await calendarOf();
    const monthly = weekly({ start: "2026-12-29T10:00", repeats: last() });
    const { seriesId } = value(booking.book(monthly));
    value(booking.change(seriesId, "2026-12-29T10:00", "this", { ...monthly, start: "2026-12-23T09:00" }));
    expect(starts()).toEqual(["12-23T09:00"]);
  });
});

describe("the next free time", () => {
  const asked = (after: string, exceptSeriesId: string | null = null) => ({
    durationMinutes: 50,
    after,
    exceptSeriesId,
  });

  test("lies within message hours, an hour ahead at least, and leaves the buffer after a session", async () => {
    // Monday 10:00; a session ends at 12:00 and keeps five minutes for itself.
    const { booking, weekly } = await calendarOf();
    value(booking.book(weekly({ start: "2026-11-30T11:10", repeats: null })));
    expect(value(booking.nextFree(asked("2026-11-30T08:00")))).toBe("2026-11-30T12:15");
    expect(value(booking.nextFree(asked("2026-11-30T12:15")))).toBe("2026-11-30T12:30");
    expect(value(booking.nextFree(asked("2026-11-30T16:00")))).toBe("2026-12-01T09:00");
  });

  test("keeps the five minutes before the next session, which is no obstacle while it is moved itself", async () => {
    const { booking, weekly } = await calendarOf();
    const { seriesId } = value(booking.book(weekly()));
    expect(value(booking.nextFree(asked("2026-12-01T08:00")))).toBe("2026-12-01T09:00");
    expect(value(booking.nextFree(asked("2026-12-01T09:00")))).toBe("2026-12-01T11:00");
    expect(value(booking.nextFree(asked("2026-12-01T09:00", seriesId)))).toBe("2026-12-01T09:15");
  });

  test("is none where nothing fits, and that is said", async () => {
    const { booking } = await calendarOf();
    expect(booking.nextFree({ ...asked("2026-12-01T09:00"), durationMinutes: 600 })).toEqual({
      ok: false,
      field: null,
      sentence: "No 600 minutes are free within your message hours in the next 120 days.",
    });
    expect(booking.nextFree({ ...asked("2027-03-01T09:00"), durationMinutes: 600 })).toMatchObject({
      sentence: "No 600 minutes are free within your message hours in the 120 days from then.",
    });
    expect(booking.nextFree(asked("2026-02-30T09:00"))).toMatchObject({ ok: false, field: "start" });
  });
});
