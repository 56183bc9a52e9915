import { describe, expect, onTestFinished, test } from "vitest";
import { minute } from "../../../src/domain/time/instant.ts";
import type { Closure } from "../../../src/domain/policy/hours.ts";
import { testPractice, value, weekdaysNineToFive } from "../../builders/practice.ts";
import { opened } from "../../builders/stored-practice.ts";

// Monday 30 November 2026 in New York (UTC-5), where the practice is open from 9:00 to 17:00.
const saturdayAt0210 = "2026-11-28T07:10:00Z";
const mondayAt9 = "2026-11-30T14:00:00Z";
const mondayAt10 = "2026-11-30T15:00:00Z";
const mondayAt22 = "2026-12-01T03:00:00Z";

const releases = (held: readonly { readonly until: number | null }[]) =>
  held.map(({ until }) => (until === null ? null : new Date(until).toISOString()));

async function withSession(now: string, start: string, durationMinutes = 50) {
  const founded = await testPractice({ now });
  const clientId = founded.practice.clients.list()[0]?.id ?? "";
  const { seriesId } = value(
    founded.practice.booking.book({ clientId, title: "", start, durationMinutes, repeats: null }),
  );
  return { ...founded, seriesId, clientId };
}

describe("at the opening", () => {
  test("a session that begins with it keeps the message until it and its buffer are over", async () => {
    const { practice, arrive, until, notices } = await withSession(saturdayAt0210, "2026-11-30T09:00");
    await arrive();
    expect(releases(practice.inbox.list().held)).toEqual(["2026-11-30T14:55:00.000Z"]);
    await until(mondayAt9);
    expect(notices).toEqual([]);
    await until("2026-11-30T14:55:00Z");
    expect(notices).toHaveLength(1);
    expect(practice.inbox.list().surfaced).toHaveLength(1);
  });

  test("a session that was booked in the meantime keeps it too, and the client is not told twice", async () => {
    const { practice, arrive, until, notices, email } = await testPractice({ now: saturdayAt0210 });
    await arrive();
    const clientId = practice.clients.list()[0]?.id ?? "";
    value(
      practice.booking.book({
        clientId,
        title: "",
        start: "2026-11-30T08:30",
        durationMinutes: 60,
        repeats: null,
      }),
    );
    expect(releases(practice.inbox.list().held)).toEqual(["2026-11-30T14:35:00.000Z"]);
    await until(mondayAt9);
    expect(notices).toEqual([]);
    await until("2026-11-30T14:35:00Z");
    expect(notices).toHaveLength(1);
    expect(email.sent).toHaveLength(1);
  });

  test("many messages are one notification, and the unread are counted", async () => {
    const { practice, arrive, until, notices } = await testPractice({ now: saturdayAt0210 });
    for (let more = 0; more < 12; more += 1) await arrive();
    expect(practice.light.now()).toMatchObject({ state: "closed", heldCount: 12, unreadCount: 0 });
    await until(mondayAt9);
    expect(notices).toEqual([
      { title: "12 messages in your inbox", body: "12 waited while you were not to be disturbed.", urgent: false },
    ]);
    expect(practice.light.now()).toMatchObject({ state: "open", heldCount: 0, unreadCount: 12 });
    const [first, second] = practice.inbox.list().surfaced;
    value(practice.inbox.markRead(first?.id ?? "", true));
    value(practice.inbox.archive(second?.id ?? "", true));
    expect(practice.light.now()).toMatchObject({ unreadCount: 10 });
    value(practice.inbox.markRead(first?.id ?? "", false));
    value(practice.inbox.archive(second?.id ?? "", false));
    expect(practice.light.now()).toMatchObject({ unreadCount: 12 });
  });

  test("nothing is said a second time, also not after a restart", async () => {
    const founded = await testPractice({ now: saturdayAt0210 });
    await founded.arrive();
    await founded.until(mondayAt9);
    await founded.until("2026-11-30T14:01:00Z");
    await founded.door.shut();
    const { door } = await opened(founded, founded.folder);
    onTestFinished(() => door.shut());
    await door.lookNow();
    expect(founded.notices).toHaveLength(1);
  });
});

describe("do-not-disturb", () => {
  test("holds what comes in while it is on, and lets it through when it ends", async () => {
    const { practice, arrive, until, notices, email } = await testPractice({ now: mondayAt10 });
    value(practice.light.doNotDisturb(Date.parse("2026-11-30T16:00:00Z")));
    await arrive();
    expect(practice.light.now()).toMatchObject({ state: "do-not-disturb", heldCount: 1 });
    expect(email.sent[0]?.text).toContain("11:00 AM today");
    await until("2026-11-30T16:00:00Z");
    expect(notices).toHaveLength(1);
    expect(practice.inbox.list().held).toEqual([]);
  });

  test("ended early lets everything through at once", async () => {
    const { practice, arrive, door, notices } = await testPractice({ now: mondayAt10 });
    value(practice.light.doNotDisturb(Date.parse("2026-11-30T20:00:00Z")));
    await arrive();
    value(practice.light.endDoNotDisturb());
    await door.lookNow();
    expect(practice.inbox.list().surfaced).toHaveLength(1);
    expect(notices).toHaveLength(1);
  });

  test("forgotten ends at the next opening", async () => {
    const { practice, arrive, until, notices } = await testPractice({ now: mondayAt10 });
    value(practice.light.doNotDisturb(Date.parse("2026-12-31T16:00:00Z")));
    await arrive();
    expect(releases(practice.inbox.list().held)).toEqual(["2026-12-01T14:00:00.000Z"]);
    await until("2026-12-01T14:00:00Z");
    expect(notices).toHaveLength(1);
  });

  test("cannot end in the past", async () => {
    const { practice, clock } = await testPractice({ now: mondayAt10 });
    expect(practice.light.doNotDisturb(clock.now())).toMatchObject({ ok: false, field: "until" });
    expect(practice.light.now()).toMatchObject({ state: "open" });
  });

  test("works after the clock of the computer was set back", async () => {
    const { practice, arrive, until } = await testPractice({ now: mondayAt10 });
    await until("2026-12-02T15:00:00Z");
    value(practice.light.doNotDisturb(Date.parse("2026-12-02T16:00:00Z")));
    await until(mondayAt10);
    value(practice.light.doNotDisturb(Date.parse("2026-11-30T16:00:00Z")));
    await arrive();
    expect(practice.light.now()).toMatchObject({ state: "do-not-disturb", heldCount: 1 });
    value(practice.light.endDoNotDisturb());
    expect(practice.light.now()).toMatchObject({ state: "open", heldCount: 0 });
  });
});

describe("a change of the policy", () => {
  const vacation: Closure = {
    id: "away",
    kind: "vacation",
    label: "Lisbon",
    firstDate: "2026-11-30",
    lastDate: "2026-12-04",
    windows: [],
    cover: { name: "Dr. Lee", phone: "555-0100" },
  };

  test("closing early holds what comes in afterwards until the next day", async () => {
    const { practice, arrive, until, notices } = await testPractice({ now: mondayAt10 });
    value(practice.light.closeEarly());
    await arrive();
    expect(practice.light.now()).toMatchObject({ state: "closed", sentence: "Closed until Tue 9:00 AM" });
    expect(releases(practice.inbox.list().held)).toEqual(["2026-12-01T14:00:00.000Z"]);
    await until("2026-12-01T14:00:00Z");
    expect(notices).toHaveLength(1);
  });

  test("opening until later lets through what waits", async () => {
    const { practice, arrive, door, notices } = await testPractice({ now: mondayAt22 });
    await arrive();
    const change = value(practice.light.openUntil(Date.parse("2026-12-01T04:00:00Z")));
    expect(change.effect).toBe("1 held message surfaced now.");
    await door.lookNow();
    expect(practice.light.now()).toMatchObject({ state: "open", heldCount: 0 });
    expect(notices).toHaveLength(1);
  });

  test("a vacation moves what waits, and taking it back moves it back", async () => {
    const { practice, arrive, email } = await testPractice({ now: saturdayAt0210 });
    await arrive();
    const added = value(practice.policy.addClosure(vacation));
    expect(added.effect).toBe("1 held message now surfaces at December 7 9:00 AM.");
    expect(releases(practice.inbox.list().held)).toEqual(["2026-12-07T14:00:00.000Z"]);
    const back = value(practice.policy.restore(added.previousVersion));
    expect(back).toMatchObject({ version: 3, effect: "1 held message now surfaces at Mon 9:00 AM." });
    expect(releases(practice.inbox.list().held)).toEqual(["2026-11-30T14:00:00.000Z"]);
    expect(practice.policy.availability().closures).toEqual([]);
    expect(email.sent).toHaveLength(1);
  });

  test("the covering colleague stands in the reply during the vacation", async () => {
    const { practice, arrive, until, email } = await testPractice({ now: saturdayAt0210 });
    value(practice.policy.addClosure(vacation));
    await until("2026-12-01T15:00:00Z");
    await arrive();
    expect(email.sent[0]?.text).toContain("please call Dr. Lee, 555-0100.");
    expect(practice.light.now()).toMatchObject({ state: "away" });
  });

  test("hours that never open surface everything, and say so", async () => {
    const { practice, arrive, door, notices } = await testPractice({ now: saturdayAt0210 });
    await arrive();
    value(practice.policy.setMessageHours({ MO: [], TU: [], WE: [], TH: [], FR: [], SA: [], SU: [] }));
    await door.lookNow();
    expect(practice.inbox.list()).toMatchObject({ held: [], surfaced: [{ name: "Maya" }] });
    expect(notices).toHaveLength(1);
    expect(practice.inbox.today().needsYou.map(({ kind }) => kind)).toEqual(["no-opening"]);
  });

  test("a version that never was cannot come back", async () => {
    const { practice } = await testPractice({ now: mondayAt10 });
    expect(practice.policy.restore(7)).toMatchObject({ ok: false, sentence: "There is no such version." });
    expect(practice.policy.removeClosure("none")).toMatchObject({ ok: false });
  });

  test("several changes in the same moment keep the history of a message in order", async () => {
    const { practice, arrive, door } = await testPractice({ now: saturdayAt0210 });
    await arrive();
    value(practice.policy.addClosure(vacation));
    value(practice.policy.removeClosure("away"));
    value(practice.policy.addClosure(vacation));
    value(practice.policy.setMessageHours({ ...weekdaysNineToFive, SA: [{ start: "02:00", end: "03:00" }] }));
    await door.lookNow();
    const [message] = practice.inbox.list().surfaced;
    const told = practice.inbox
      .open(message?.id ?? "")
      ?.why.history.map(({ policyVersion, sentence }) => `${policyVersion} ${sentence.slice(0, 21)}`);
    expect(told).toEqual([
      "1 Held until Mon 9:00 A",
      "2 Held until December 7",
      "3 Held until Mon 9:00 A",
      "4 Held until December 7",
      "5 Surfaced: it is withi",
    ]);
  });
});

describe("the clock", () => {
  test("jumping over several openings, as after sleep, makes one digest", async () => {
    const { practice, arrive, until, notices } = await testPractice({ now: saturdayAt0210 });
    await arrive();
    await arrive();
    await until("2026-12-02T15:00:00Z");
    expect(notices).toEqual([
      { title: "2 messages in your inbox", body: "2 waited while you were not to be disturbed.", urgent: false },
    ]);
    expect(practice.inbox.list().held).toEqual([]);
  });

  test("T13: jumping over a whole opening into the next evening surfaces what was due: a computer that only runs in the evening buries nothing", async () => {
    const { practice, arrive, until, notices } = await testPractice({ now: saturdayAt0210 });
    const message = await arrive();
    await until(mondayAt22);
    expect(practice.inbox.list().held).toEqual([]);
    expect(notices).toHaveLength(1);
    const [surfaced] = practice.inbox.list().surfaced;
    expect(practice.inbox.open(surfaced?.id ?? "")?.why.sentence).toBe(
      "Surfaced 10:00 PM: it was due 9:00 AM, while the computer slept or was off. Before that: Held until 9:00 AM: it arrived outside your message hours.",
    );
    expect(surfaced?.receivedAt).toBe(message.receivedAt);
  });

  test("jumping over an opening into a session waits for the end of the session", async () => {
    const { practice, arrive, until, notices } = await withSession(saturdayAt0210, "2026-12-01T10:00");
    await arrive();
    await until("2026-12-01T15:10:00Z");
    expect(notices).toEqual([]);
    expect(releases(practice.inbox.list().held)).toEqual(["2026-12-01T15:55:00.000Z"]);
    await until("2026-12-01T15:55:00Z");
    expect(notices).toHaveLength(1);
  });

  test("set back repeats nothing: no notification, no reply, no hold of what has surfaced", async () => {
    const { practice, arrive, until, notices, email } = await testPractice({ now: saturdayAt0210 });
    await arrive();
    await until(mondayAt9);
    await until(saturdayAt0210);
    await arrive();
    await until("2026-11-28T08:00:00Z");
    expect(notices).toHaveLength(1);
    expect(email.sent).toHaveLength(1);
    expect(practice.inbox.list().surfaced).toHaveLength(1);
    await until(mondayAt9);
    expect(notices).toHaveLength(2);
    expect(email.sent).toHaveLength(1);
  });

  test("set back tells the current verdict and no older one", async () => {
    const { practice, arrive, until } = await testPractice({ now: saturdayAt0210 });
    await arrive();
    await until("2026-11-28T06:00:00Z");
    value(practice.inbox.surfaceNow(practice.inbox.list().held[0]?.id ?? ""));
    const [surfaced] = practice.inbox.list().surfaced;
    expect(practice.inbox.open(surfaced?.id ?? "")?.why.sentence).toBe("Surfaced: you surfaced it yourself.");
  });

  test("that was a week ahead and is put right holds nothing for a week", async () => {
    const { practice, arrive, until } = await testPractice({ now: "2026-12-05T07:10:00Z" });
    await arrive();
    expect(releases(practice.inbox.list().held)).toEqual(["2026-12-07T14:00:00.000Z"]);
    await until(saturdayAt0210);
    expect(releases(practice.inbox.list().held)).toEqual(["2026-11-30T14:00:00.000Z"]);
    await until(mondayAt9);
    expect(practice.inbox.list().held).toEqual([]);
  });

  test("that was ahead and is put right does not keep a reply waiting", async () => {
    const { arrive, until, email } = await testPractice({ now: "2026-11-28T12:00:00Z" });
    email.outcomes.push({ kind: "try-again", fault: { code: "unreachable", sentence: "Not there." } });
    await arrive();
    await until(saturdayAt0210);
    expect(email.sent).toHaveLength(1);
  });
});

describe("the notification", () => {
  test("that the desktop refuses keeps nothing from the inbox, is logged, and is not tried for ever", async () => {
    const logged: string[] = [];
    let attempts = 0;
    const notifier = {
      show: async () => {
        attempts += 1;
        throw new Error("the desktop did not answer");
      },
    };
    const { practice, arrive, until } = await testPractice({
      now: saturdayAt0210,
      parts: { notifier, log: (line) => logged.push(line) },
    });
    await arrive();
    await until(mondayAt9);
    for (let minutes = 1; minutes < 5; minutes += 1)
      await until(new Date(Date.parse(mondayAt9) + minutes * minute).toISOString());
    expect(practice.inbox.list().surfaced).toMatchObject([{ read: false }]);
    expect(logged).toHaveLength(1);
    expect(attempts).toBe(1);
  });

  test("comes at once for a safety phrase, also during a session, and holds no word of the client", async () => {
    const { practice, arrive, notices } = await withSession("2026-11-30T15:10:00Z", "2026-11-30T10:00");
    expect(practice.light.now()).toMatchObject({ state: "in-session", sentence: "In session with M. until 10:55 AM" });
    await arrive({ text: "nothing urgent" });
    expect(notices).toEqual([]);
    await arrive({ text: "I want to kill myself", subject: "Maya" });
    expect(notices).toEqual([{ title: "1 message let through for safety", body: "Please look now.", urgent: true }]);
  });

  test("is left out for newsletters, reports and junk of senders who are no clients, but they surface", async () => {
    const { practice, arrive, notices } = await testPractice({ now: mondayAt10 });
    const sender = "shop@example.com";
    await arrive({ sender, subject: "Sale", headers: { "List-Unsubscribe": "<https://example.com>" } });
    await arrive({
      sender,
      subject: "Report",
      headers: { "Content-Type": "multipart/report; report-type=disposition-notification" },
    });
    await arrive({ sender, subject: "Prize", headers: { "Authentication-Results": "mx.example.org; dmarc=fail" } });
    expect(
      practice.inbox
        .list()
        .unknown.map(({ subject }) => subject)
        .toSorted(),
    ).toEqual(["Prize", "Report", "Sale"]);
    expect(notices).toEqual([]);
    await arrive({ sender: "new@example.com", subject: "Do you have a place?" });
    expect(notices).toHaveLength(1);
  });

  test("comes for a person who is no client, also one whose mail program asks not to be answered", async () => {
    const { arrive, notices } = await testPractice({ now: mondayAt10 });
    await arrive({ sender: "new@example.com", headers: { "X-Auto-Response-Suppress": "OOF, AutoReply" } });
    await arrive({ sender: "therapist@example.org" });
    expect(notices).toHaveLength(2);
  });

  test("does not come for what the therapist surfaced by hand", async () => {
    const { practice, arrive, door, notices } = await testPractice({ now: saturdayAt0210 });
    await arrive();
    value(practice.inbox.surfaceNow(practice.inbox.list().held[0]?.id ?? ""));
    await door.lookNow();
    expect(notices).toEqual([]);
    expect(practice.inbox.list()).toMatchObject({ held: [], surfaced: [{ name: "Maya" }] });
  });
});

test("a held message cannot be put away unread", async () => {
  const { practice, arrive } = await testPractice({ now: saturdayAt0210 });
  await arrive();
  const id = practice.inbox.list().held[0]?.id ?? "";
  expect(practice.inbox.archive(id, true)).toMatchObject({
    ok: false,
    sentence: "A held message has not been read yet. Surface it first.",
  });
  expect(practice.inbox.list().held).toHaveLength(1);
});
