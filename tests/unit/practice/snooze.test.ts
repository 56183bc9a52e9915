import { describe, expect, onTestFinished, test } from "vitest";
import { testPractice, value } from "../../builders/practice.ts";
import { crashImage, opened } from "../../builders/stored-practice.ts";

// New York (UTC-5). Monday 30 November 2026; messages are read from Monday to Friday, 9:00 to 17:00.
const saturdayAt0210 = "2026-11-28T07:10:00Z";
const mondayAt9 = "2026-11-30T14:00:00Z";
const mondayAt10 = "2026-11-30T15:00:00Z";
const mondayAt14 = "2026-11-30T19:00:00Z";
const tuesdayAt9 = "2026-12-01T14:00:00Z";

const instant = (text: string) => Date.parse(text);

async function withSurfaced(
  now = mondayAt10,
  said: Parameters<Awaited<ReturnType<typeof testPractice>>["arrive"]>[0] = {},
) {
  const founded = await testPractice({ now });
  await founded.arrive(said);
  const list = () => founded.practice.inbox.list();
  const id = [...list().surfaced, ...list().held, ...list().unknown][0]?.id ?? "";
  return { ...founded, id, list };
}

describe("a message that is put off", () => {
  test("leaves the list, is not counted, and stands among the snoozed with its time", async () => {
    const { practice, list, id } = await withSurfaced();
    value(practice.snooze.until(id, instant(mondayAt14)));
    expect(list().surfaced).toEqual([]);
    expect(list().snoozed).toMatchObject([{ id, section: "snoozed", snoozedUntil: instant(mondayAt14) }]);
    expect(practice.inbox.today().digest).toEqual([]);
    expect(practice.light.now().unreadCount).toBe(0);
  });

  test("comes back unread at that time and is told of once more", async () => {
    const { practice, list, id, until, notices } = await withSurfaced();
    expect(notices).toHaveLength(1);
    value(practice.inbox.markRead(id, true));
    value(practice.snooze.until(id, instant(mondayAt14)));
    await until("2026-11-30T18:59:59Z");
    expect(list().surfaced).toEqual([]);
    await until(mondayAt14);
    expect(list().surfaced).toMatchObject([{ id, read: false, snoozedUntil: null }]);
    expect(notices.slice(1)).toEqual([
      { title: "1 message in your inbox", body: "Open Between Sessions to read.", urgent: false },
    ]);
    await until("2026-11-30T20:00:00Z");
    expect(notices).toHaveLength(2);
  });

  test("was held before: it is not said to have waited for the practice", async () => {
    const { practice, id, until, notices } = await withSurfaced(saturdayAt0210);
    await until(mondayAt9);
    value(practice.snooze.until(id, instant(mondayAt14)));
    await until(mondayAt14);
    expect(notices.map(({ body }) => body)).toEqual([
      "One waited while you were not to be disturbed.",
      "Open Between Sessions to read.",
    ]);
  });

  test("comes back after sleep, and after a crash", async () => {
    const founded = await withSurfaced();
    value(founded.practice.snooze.until(founded.id, instant(mondayAt14)));
    const crashed = crashImage(founded.folder);
    founded.clock.set(instant(tuesdayAt9));
    const { door, practice } = await opened(founded, crashed);
    onTestFinished(() => door.shut());
    expect(practice.inbox.list().surfaced).toMatchObject([{ id: founded.id }]);
  });

  test("is back at once when that is undone, read as it was, without a notification", async () => {
    const { practice, list, id, until, notices } = await withSurfaced();
    value(practice.inbox.markRead(id, true));
    value(practice.snooze.until(id, instant(mondayAt14)));
    value(practice.snooze.end(id));
    expect(list().surfaced).toMatchObject([{ id, read: true }]);
    await until(mondayAt14);
    expect(notices).toHaveLength(1);
  });

  test("does not come back when it was archived, nor stays away when it was marked as unread", async () => {
    const { practice, list, id, until, notices } = await withSurfaced();
    value(practice.snooze.until(id, instant(mondayAt14)));
    value(practice.inbox.markRead(id, false));
    expect(list().surfaced).toMatchObject([{ id }]);
    value(practice.snooze.until(id, instant(mondayAt14)));
    value(practice.inbox.archive(id, true));
    await until(mondayAt14);
    expect(list().archived).toMatchObject([{ id }]);
    expect(notices).toHaveLength(1);
  });

  test("of an unknown sender is no question on Today meanwhile", async () => {
    const { practice, id } = await withSurfaced(mondayAt10, { sender: "stranger@example.org" });
    expect(practice.inbox.today().needsYou.map(({ kind }) => kind)).toEqual(["unknown-sender"]);
    value(practice.snooze.until(id, instant(mondayAt14)));
    expect(practice.inbox.today().needsYou).toEqual([]);
  });

  test("wakes the practice when it is due", async () => {
    const { practice, list, id, clock } = await withSurfaced();
    value(practice.snooze.until(id, instant("2026-11-30T15:00:20Z")));
    await expect.poll(() => list().surfaced.length).toBe(0);
    clock.set(instant("2026-11-30T15:00:20Z"));
    await expect.poll(() => list().surfaced.length).toBe(1);
  });
});

describe("cannot be put off", () => {
  test("a held message", async () => {
    const { practice, id } = await withSurfaced(saturdayAt0210);
    expect(practice.snooze.until(id, instant(tuesdayAt9))).toMatchObject({
      ok: false,
      sentence: "A held message waits already. Surface it first.",
    });
  });

  test("one that surfaced for safety, before it was read", async () => {
    const { practice, id, list } = await withSurfaced(mondayAt10, { text: "I want to kill myself" });
    expect(practice.snooze.until(id, instant(tuesdayAt9))).toMatchObject({
      ok: false,
      sentence: "This message surfaced for safety. Please read it before you put it off.",
    });
    value(practice.inbox.markRead(id, true));
    value(practice.snooze.until(id, instant(tuesdayAt9)));
    expect(list().snoozed).toHaveLength(1);
  });

  test("to the past, nor further than a year", async () => {
    const { practice, id } = await withSurfaced();
    expect(practice.snooze.until(id, instant(mondayAt10))).toMatchObject({ ok: false, field: "until" });
    expect(practice.snooze.until(id, instant("2028-01-01T00:00:00Z"))).toMatchObject({ ok: false, field: "until" });
  });

  test("an archived one, nor one that is not there", async () => {
    const { practice, id } = await withSurfaced();
    value(practice.inbox.archive(id, true));
    expect(practice.snooze.until(id, instant(tuesdayAt9))).toMatchObject({ ok: false });
    expect(practice.snooze.until("nothing", instant(tuesdayAt9))).toMatchObject({ ok: false });
  });
});

describe("the times that are offered", () => {
  const offered = async (now: string) => {
    const { practice } = await testPractice({ now });
    return practice.snooze.choices().map(({ kind, at }) => [kind, new Date(at).toISOString()]);
  };

  test("on Monday at 10: three hours later, at Tuesday's opening, next Monday", async () => {
    expect(await offered(mondayAt10)).toEqual([
      ["later-today", "2026-11-30T18:00:00.000Z"],
      ["opening", "2026-12-01T14:00:00.000Z"],
      ["next-week", "2026-12-07T14:00:00.000Z"],
    ]);
  });

  test("on Saturday night: nothing later today, and Monday once", async () => {
    expect(await offered(saturdayAt0210)).toEqual([["opening", "2026-11-30T14:00:00.000Z"]]);
  });

  test("never within a session", async () => {
    const { practice } = await testPractice({ now: mondayAt10 });
    const clientId = practice.clients.list()[0]?.id ?? "";
    const session = { clientId, title: "", durationMinutes: 50, repeats: null };
    value(practice.booking.book({ ...session, start: "2026-11-30T12:30" }));
    value(practice.booking.book({ ...session, start: "2026-12-01T09:00" }));
    expect(practice.snooze.choices().map(({ at }) => new Date(at).toISOString())).toEqual([
      "2026-11-30T18:25:00.000Z",
      "2026-12-01T14:55:00.000Z",
      "2026-12-07T14:00:00.000Z",
    ]);
  });
});
