import { expect, test } from "vitest";
import { replyFor } from "../../builders/ahead.ts";
import { testPractice, value } from "../../builders/practice.ts";

// In New York it is Saturday 5 December 2026, 20:00; from Monday on the therapist is in Berlin.
const saturdayAt20 = "2026-12-06T01:00:00Z";
const berlin = { id: "trip", zone: "Europe/Berlin", firstDate: "2026-12-07", lastDate: "2026-12-11" };
const mondayAt9InBerlin = "2026-12-07T08:00:00Z";

async function onATrip() {
  const practice = await testPractice({ now: saturdayAt20 });
  const change = value(practice.practice.policy.setTrip(berlin));
  return { ...practice, change };
}

test("T15: a trip holds messages until the hours there, says so with the zone, and can be taken back", async () => {
  const { practice, arrive, email } = await testPractice({ now: saturdayAt20 });
  await arrive();
  expect(practice.inbox.list().held[0]?.until).toBe(Date.parse("2026-12-07T14:00:00Z"));
  const change = value(practice.policy.setTrip(berlin));
  expect(change.effect).toBe("1 held message now surfaces at Mon 9:00 AM (Berlin time).");
  expect(practice.inbox.list().held[0]?.until).toBe(Date.parse(mondayAt9InBerlin));
  expect(practice.light.now().sentence).toBe("Closed until Mon 9:00 AM (Berlin time)");
  expect(practice.policy.availability()).toMatchObject({
    travel: [berlin],
    nextOpening: Date.parse(mondayAt9InBerlin),
  });
  expect(email.sent).toHaveLength(1);
  expect(replyFor(practice, Date.parse(saturdayAt20))).toContain("Monday, December 7, 9:00 AM (Central European Time)");

  value(practice.policy.restore(change.previousVersion));
  expect(practice.inbox.list().held[0]?.until).toBe(Date.parse("2026-12-07T14:00:00Z"));
  expect(practice.light.now().sentence).toBe("Closed until Mon 9:00 AM");
});

test("T15: a stranger is told the same instant on the clock of home: where the therapist is concerns clients only", async () => {
  const { practice, arrive, email } = await onATrip();
  value(practice.policy.setReplies({ ...practice.policy.availability().replies, toUnknownSenders: true }));
  await arrive({ sender: "stranger@example.org" });
  expect(email.sent[0]?.text).toContain("Monday, December 7, 3:00 AM (Eastern Time)");
});

test("T15: while it lasts, light, Today, calendar and the why of a message go by the clock there", async () => {
  const { practice, arrive, until } = await onATrip();
  value(
    practice.booking.book({
      clientId: practice.clients.list()[0]?.id ?? null,
      title: "",
      start: "2026-12-08T19:00",
      durationMinutes: 50,
      repeats: null,
    }),
  );
  // Monday 17:30 in Berlin: half an hour after closing there, half past eleven in New York.
  await until("2026-12-07T16:30:00Z");
  await arrive();
  expect(practice.light.now().sentence).toBe("Closed until Tue 9:00 AM");
  expect(practice.inbox.today()).toMatchObject({ date: "2026-12-07" });
  const [held] = practice.inbox.list().held;
  expect(practice.inbox.open(held?.id ?? "")?.why.sentence).toBe(
    "Held until Tue 9:00 AM: it arrived outside your message hours.",
  );
  // Tuesday at 02:00 in Berlin it is still Monday in New York.
  await until("2026-12-08T01:00:00Z");
  expect(practice.inbox.today()).toMatchObject({ date: "2026-12-08", sessions: [{ startWall: "2026-12-08T19:00" }] });
  expect(practice.booking.calendar("2026-12-07", "2026-12-08").open).toEqual([
    { startWall: "2026-12-07T09:00", endWall: "2026-12-07T17:00" },
    { startWall: "2026-12-08T09:00", endWall: "2026-12-08T17:00" },
  ]);
});

test("T15: a weekly session keeps its own zone, is shown on the clock there, and stays when saved as it is shown", async () => {
  const { practice, until } = await testPractice({ now: saturdayAt20 });
  const clientId = practice.clients.list()[0]?.id ?? null;
  const weekly = {
    clientId,
    title: "",
    durationMinutes: 50,
    repeats: { unit: "week" as const, every: 1, weekdays: [], until: null },
  };
  const { seriesId } = value(practice.booking.book({ ...weekly, start: "2026-12-01T10:00" }));
  value(practice.policy.setTrip(berlin));
  const sessions = () => practice.booking.calendar("2026-12-01", "2026-12-15").sessions;
  expect(sessions().map(({ startWall }) => startWall)).toEqual([
    "2026-12-01T10:00",
    "2026-12-08T16:00",
    "2026-12-15T10:00",
  ]);
  await until("2026-12-08T10:00:00Z");
  expect(practice.booking.series(seriesId)).toMatchObject({
    zone: "America/New_York",
    words: "every Tuesday at 10:00 AM (New York time)",
  });
  const before = sessions().map(({ start }) => start);
  value(
    practice.booking.change(seriesId, "2026-12-08T10:00", "all", {
      ...weekly,
      start: "2026-12-08T16:00",
      durationMinutes: 45,
    }),
  );
  expect(sessions().map(({ start }) => start)).toEqual(before);
  expect(sessions().map(({ endWall }) => endWall)).toEqual([
    "2026-12-01T10:45",
    "2026-12-08T16:45",
    "2026-12-15T10:45",
  ]);
});

test("T15: on the way back an appointment in the evening that comes twice stays where it is when it is resized", async () => {
  const { practice } = await testPractice({ now: saturdayAt20 });
  const single = { clientId: null, title: "Flight", durationMinutes: 50, repeats: null };
  const start = "2026-12-11T20:00";
  const { seriesId } = value(practice.booking.book({ ...single, start }));
  value(practice.policy.setTrip(berlin));
  const flight = () => practice.booking.calendar("2026-12-11", "2026-12-11").sessions[0];
  const before = flight();
  expect(before).toMatchObject({ startWall: start, start: Date.parse("2026-12-11T20:00-05:00") });
  value(practice.booking.change(seriesId, start, "all", { ...single, start, durationMinutes: 90 }));
  expect(flight()).toMatchObject({ start: before?.start, endWall: "2026-12-11T21:30" });
  // Any other hour of that date is one of its own clock.
  value(practice.booking.change(seriesId, start, "all", { ...single, start: "2026-12-11T20:15" }));
  expect(flight()?.start).toBe(Date.parse("2026-12-11T20:15+01:00"));
});

test("T15: by hand the evening that comes twice cannot be opened, an ordinary one there can", async () => {
  const { practice, until } = await onATrip();
  await until("2026-12-08T18:00:00Z");
  value(practice.light.openUntil(Date.parse("2026-12-08T20:00:00Z")));
  expect(practice.light.now().sentence).toBe("Open until 9:00 PM");
  await until("2026-12-12T00:00:00Z");
  expect(practice.light.openUntil(Date.parse("2026-12-12T02:00:00Z"))).toMatchObject({
    ok: false,
    sentence: "The time zone of the practice has just changed. Hours begin again at midnight.",
  });
});

test("T15: trips are changed and removed, and bad input is refused with its field", async () => {
  const { practice } = await onATrip();
  value(practice.policy.setTrip({ ...berlin, lastDate: "2026-12-13" }));
  expect(practice.policy.availability().travel).toEqual([{ ...berlin, lastDate: "2026-12-13" }]);
  expect(practice.policy.setTrip({ ...berlin, id: "other", firstDate: "2026-12-13", lastDate: "2026-12-14" })).toEqual({
    ok: false,
    field: "travel",
    sentence: "Another trip has some of these dates.",
  });
  expect(practice.policy.setTrip({ ...berlin, lastDate: "2026-12-01" })).toMatchObject({
    ok: false,
    field: "travel.0.lastDate",
  });
  expect(practice.policy.removeTrip("other")).toMatchObject({ ok: false, sentence: "This trip is no longer there." });
  value(practice.policy.removeTrip(berlin.id));
  expect(practice.light.now().sentence).toBe("Closed until Mon 9:00 AM");
});
