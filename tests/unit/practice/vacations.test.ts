import { describe, expect, onTestFinished, test } from "vitest";
import type { Repeats } from "../../../src/domain/recurrence/repeats.ts";
import type { VacationDraft } from "../../../src/domain/vacation/arrangements.ts";
import type { VacationChange, VacationDraftView } from "../../../src/practice/vacation-views.ts";
import { testPractice, type TestPractice, value } from "../../builders/practice.ts";
import { crashImage, opened } from "../../builders/stored-practice.ts";

// New York (UTC-5): Monday 30 November 2026, 10:00. The vacation is from Monday 7 to Sunday 13 December.
const mondayAt10 = "2026-11-30T15:00:00Z";
const tuesdayAt9 = "2026-12-01T14:00:00Z";
const dates = { firstDate: "2026-12-07", lastDate: "2026-12-13" };
const cover = { coverName: "Dr. Lee", coverPhone: "555-0100" };
const weekly: Repeats = { unit: "week", every: 1, weekdays: [], until: null };
const mayaOn8 = "2026-12-08T10:00";

/** Maya comes on Tuesdays at 10:00, Ben on Wednesdays at 14:00; on Thursdays there is supervision at 9:00. */
async function practiceWithSessions(now = mondayAt10) {
  const founded = await testPractice({ now });
  const { practice } = founded;
  const maya = practice.clients.list()[0]?.id ?? "";
  const add = (preferredName: string, more: Partial<Parameters<typeof practice.clients.add>[0]> = {}) =>
    value(
      practice.clients.add({
        preferredName,
        language: "en",
        emails: [`${preferredName.toLowerCase()}@example.org`],
        urgent: false,
        optedOut: false,
        ...more,
      }),
    ).id;
  const ben = add("Ben", { language: "es" });
  const book = (clientId: string | null, start: string, title = "") =>
    value(practice.booking.book({ clientId, title, start, durationMinutes: 50, repeats: weekly })).seriesId;
  const mayas = book(maya, "2026-12-01T10:00");
  const bens = book(ben, "2026-12-02T14:00");
  const supervision = book(null, "2026-12-03T09:00", "Supervision");
  const calendar = () => practice.booking.calendar("2026-11-30", "2027-01-31").sessions;
  return { ...founded, maya, ben, mayas, bens, supervision, add, calendar };
}
type Founded = Awaited<ReturnType<typeof practiceWithSessions>>;

/** A vacation that is being planned, with what is changed in it. */
function planning({ practice }: Founded, change: Partial<VacationDraft> = {}) {
  const { id } = value(practice.vacations.begin());
  const keep = (more: Partial<VacationDraft>) =>
    value(practice.vacations.keepDraft(id, { ...viewOf(practice, id).draft, ...more }));
  keep({ ...dates, ...cover, ...change });
  return { id, keep, view: () => viewOf(practice, id) };
}

function viewOf(practice: TestPractice["practice"], id: string): VacationDraftView {
  const view = practice.vacations.draft(id);
  if (view === null) throw new Error("Nothing was begun.");
  return view;
}

const cancelAll = (view: VacationDraftView): VacationDraft["decisions"] =>
  view.inTheWay.flatMap(({ clientId, sessions }) =>
    clientId === null
      ? []
      : sessions.map(({ seriesId, recurrenceId }) => ({
          seriesId,
          recurrenceId,
          decision: { kind: "cancel" as const },
        })),
  );

/** Everything in the way is cancelled, and all who are concerned are told at the next opening. */
function planned(founded: Founded, change: Partial<VacationDraft> = {}): VacationChange {
  const { id, keep, view } = planning(founded, change);
  keep({ decisions: cancelAll(view()) });
  return value(founded.practice.vacations.finish(id));
}

const listed = ({ practice }: Founded) => {
  const [vacation] = practice.vacations.list().vacations;
  if (vacation === undefined) throw new Error("No vacation was planned.");
  return vacation;
};
const notices = ({ email }: Founded) => email.sent.filter(({ submission }) => submission === "auto-generated");

describe("what is in the way", () => {
  test("is every session of the days away, client by client, and other appointments last", async () => {
    const founded = await practiceWithSessions();
    const { view } = planning(founded);
    expect(view().inTheWay.map(({ name, sessions }) => [name, sessions.map(({ startWall }) => startWall)])).toEqual([
      ["Maya", [mayaOn8]],
      ["Ben", ["2026-12-09T14:00"]],
      ["Other appointments", ["2026-12-10T09:00"]],
    ]);
  });

  test("is moved to a free time before or after, and the next one when asked again", async () => {
    const founded = await practiceWithSessions();
    const { id, view } = planning(founded);
    const key = view().inTheWay[0]?.sessions[0]?.key ?? "";
    const ask = (side: "before" | "after", beyond: string | null) =>
      value(founded.practice.vacations.freeTime({ id, key, side, beyond }));
    expect(ask("after", null)).toBe("2026-12-14T09:00");
    expect(ask("after", "2026-12-14T09:00")).toBe("2026-12-14T09:15");
    expect(ask("before", null)).toBe("2026-11-30T11:00");
    expect(ask("before", "2026-12-01T16:10")).toBe("2026-12-02T09:00");
  });

  test("is told of when a session is moved onto another, into the vacation, or into the past", async () => {
    const founded = await practiceWithSessions();
    const { keep } = planning(founded);
    const move = (start: string) =>
      keep({
        decisions: [{ seriesId: founded.mayas, recurrenceId: mayaOn8, decision: { kind: "move", start } }],
      });
    const against = (view: VacationDraftView) => view.inTheWay[0]?.sessions[0]?.against;
    expect(against(move("2026-12-16T14:30"))).toEqual(["Meets Ben, 14:00–14:50."]);
    expect(against(move("2026-12-11T14:30"))).toEqual(["This is within the vacation."]);
    expect(against(move("2026-12-14T14:30"))).toEqual([]);
    expect(move("2026-11-20T14:30").problems.map(({ sentence }) => sentence)).toEqual([
      "Choose a time that is still to come.",
    ]);
  });
});

describe("a vacation is finished", () => {
  test("only with cover, or with the reason why there is none", async () => {
    const founded = await practiceWithSessions();
    const { id, keep } = planning(founded, { coverName: "", coverPhone: "" });
    expect(founded.practice.vacations.finish(id)).toMatchObject({
      ok: false,
      field: "withoutCover",
      sentence: "Name who covers, or say why nobody does.",
    });
    keep({ withoutCover: "Every client has their own crisis plan." });
    value(founded.practice.vacations.finish(id));
    expect(listed(founded)).toMatchObject({ cover: null, withoutCover: "Every client has their own crisis plan." });
  });

  test.each([
    [{ firstDate: "" }, "A first day is needed."],
    [{ lastDate: "2026-12-06" }, "The last day comes before the first."],
    [{ firstDate: "2026-11-01", lastDate: "2026-11-29" }, "These days are over already."],
    [{ coverPhone: "" }, "A number to call is needed."],
    [{ coverName: "" }, "Who covers?"],
  ])("not with %j", async (change, sentence) => {
    const founded = await practiceWithSessions();
    const { id } = planning(founded, change);
    expect(founded.practice.vacations.finish(id)).toMatchObject({ ok: false, sentence });
  });

  test("not over the days of another one", async () => {
    const founded = await practiceWithSessions();
    planned(founded);
    const { id } = planning(founded, { firstDate: "2026-12-13", lastDate: "2026-12-20" });
    expect(founded.practice.vacations.finish(id)).toMatchObject({
      ok: false,
      sentence: "Another vacation has some of these dates.",
    });
  });

  test("closes the days, cancels and moves what was decided, leaves the rest, and makes one version", async () => {
    const founded = await practiceWithSessions();
    const { practice, mayas, bens } = founded;
    const { version } = practice.policy.availability();
    const before = founded.calendar();
    const { id, keep } = planning(founded);
    keep({
      decisions: [
        { seriesId: mayas, recurrenceId: mayaOn8, decision: { kind: "cancel" } },
        { seriesId: bens, recurrenceId: "2026-12-09T14:00", decision: { kind: "move", start: "2026-12-15T14:00" } },
      ],
    });
    value(practice.vacations.finish(id));
    const view = practice.policy.availability();
    expect(view.version).toBe(version + 1);
    expect(view.closures).toMatchObject([{ id, kind: "vacation", ...dates, cover: { name: "Dr. Lee" } }]);
    const after = founded.calendar();
    expect(after.filter(({ startWall }) => startWall === "2026-12-15T14:00")).toMatchObject([{ name: "Ben" }]);
    const untouched = (sessions: typeof before) =>
      sessions.filter(
        ({ recurrenceId, seriesId }) =>
          !(seriesId === mayas && recurrenceId === mayaOn8) &&
          !(seriesId === bens && recurrenceId === "2026-12-09T14:00"),
      );
    expect(untouched(after)).toEqual(untouched(before));
    expect(after).toHaveLength(before.length - 1);
  });

  test("and what was begun survives leaving the page and a crash until then", async () => {
    const founded = await practiceWithSessions();
    const { id, keep } = planning(founded);
    keep({ label: "Skiing" });
    const { door, practice } = await opened(founded, crashImage(founded.folder));
    onTestFinished(() => door.shut());
    expect(practice.vacations.list().begun).toMatchObject({ id, ...dates });
    expect(viewOf(practice, value(practice.vacations.begin()).id).draft.label).toBe("Skiing");
  });

  test("and taken back within ten seconds: closure, sessions and notices, and the draft is there again", async () => {
    const founded = await practiceWithSessions();
    const before = founded.calendar();
    const change = planned(founded);
    value(founded.practice.vacations.undo(change.undo));
    expect(founded.calendar()).toEqual(before);
    expect(founded.practice.policy.availability().closures).toEqual([]);
    expect(founded.practice.vacations.list()).toMatchObject({ begun: { id: change.id }, vacations: [] });
    await founded.until("2026-12-02T15:00:00Z");
    expect(notices(founded)).toEqual([]);
  });

  test("but not taken back that way once a notice has left, or a session was changed again", async () => {
    const founded = await practiceWithSessions();
    const change = planned(founded);
    value(founded.practice.booking.cancel(founded.mayas, "2026-12-15T10:00", "this"));
    expect(founded.practice.vacations.undo(change.undo)).toMatchObject({
      ok: false,
      sentence: "It was changed again since. Take that back first.",
    });
  });
});

describe("notices", () => {
  test("leave at the next opening, one to each client with a session in the way, in their language", async () => {
    const founded = await practiceWithSessions();
    planned(founded);
    await founded.until("2026-12-01T13:59:59Z");
    expect(notices(founded)).toEqual([]);
    await founded.until(tuesdayAt9);
    const sent = notices(founded);
    expect(sent.map(({ to }) => to).toSorted()).toEqual(["ben@example.org", "maya@example.org"]);
    const toMaya = sent.find(({ to }) => to === "maya@example.org");
    expect(toMaya?.subject).toBe("Dr. Kim: away from Monday, December 7 to Sunday, December 13");
    expect(toMaya?.text).toBe(
      [
        "Hello Maya,",
        "",
        "Dr. Kim is away from Monday, December 7 to Sunday, December 13. Messages are not read on these days.",
        "They are read again from Monday, December 14, 9:00 AM (Eastern Time).",
        "",
        "Your appointment on Tuesday, December 8, 10:00 AM (Eastern Time) does not take place.",
        "",
        "If something cannot wait in the meantime, please call Dr. Lee, 555-0100.",
        "",
        "Emergency: call 911. Crisis: call or text 988, any time.",
        "",
      ].join("\n"),
    );
    expect(toMaya?.inReplyTo).toBeNull();
    expect(sent.find(({ to }) => to === "ben@example.org")?.text).toMatch(/^Hola, Ben:[^]*911[^]*988/u);
  });

  test("are never sent twice: one that was leaving as the app crashed is shown, and not sent again by itself", async () => {
    const founded = await practiceWithSessions();
    planned(founded);
    let image = "";
    founded.email.outcomes.push(async () => {
      image = crashImage(founded.folder);
      return { kind: "sent" };
    });
    await founded.until(tuesdayAt9);
    expect(notices(founded)).toHaveLength(2);
    const before = founded.email.sent.length;
    const { door, practice } = await opened(founded, image);
    onTestFinished(() => door.shut());
    const states = practice.vacations.list().vacations[0]?.notices.map(({ state }) => state);
    expect(states?.toSorted()).toEqual(["sent", "unconfirmed"]);
    expect(founded.email.sent.slice(before)).toHaveLength(1);
  });

  test("carry the emergency line whatever the own words say, and cannot be finished with a name nobody knows", async () => {
    const founded = await practiceWithSessions();
    const { id, keep, view } = planning(founded);
    const withText = (en: string) => keep({ notices: { ...view().draft.notices, texts: { en, es: null } } });
    keep({ decisions: cancelAll(view()) });
    const own = withText("See you on {nextOpening}.");
    expect(own.recipients.find(({ name }) => name === "Maya")?.text).toContain("call or text 988");
    withText("See you, {nickname}.");
    expect(founded.practice.vacations.finish(id)).toMatchObject({ ok: false, field: "texts.en" });
  });

  test("are not for those who opted out, have no address or are archived, and say why", async () => {
    const founded = await practiceWithSessions();
    founded.add("Ola", { optedOut: true });
    founded.add("Noor", { emails: [] });
    const { view } = planning(founded);
    const of = (name: string) => view().recipients.find((one) => one.name === name);
    expect(of("Ola")).toMatchObject({ chosen: false, unreachable: "Asked for no automatic messages." });
    expect(of("Noor")).toMatchObject({ chosen: false, unreachable: "No e-mail address is known." });
    expect(of("Maya")).toMatchObject({ chosen: true, unreachable: null, sessions: 1 });
  });

  test("name no session where others read the address", async () => {
    const founded = await practiceWithSessions();
    const [maya] = founded.practice.clients.list().filter(({ preferredName }) => preferredName === "Maya");
    if (maya === undefined) throw new Error("Maya is gone.");
    value(founded.practice.clients.change(maya.id, { ...maya, sharedEmails: maya.emails }));
    const { keep, view } = planning(founded);
    const toMaya = keep({ decisions: cancelAll(view()) }).recipients.find(({ name }) => name === "Maya");
    expect(toMaya?.shared).toBe(true);
    expect(toMaya?.text).not.toContain("appointment");
  });

  test("do not reach a client who opted out before they left", async () => {
    const founded = await practiceWithSessions();
    planned(founded);
    const [maya] = founded.practice.clients.list().filter(({ preferredName }) => preferredName === "Maya");
    if (maya === undefined) throw new Error("Maya is gone.");
    value(founded.practice.clients.change(maya.id, { ...maya, optedOut: true }));
    await founded.until(tuesdayAt9);
    expect(notices(founded).map(({ to }) => to)).toEqual(["ben@example.org"]);
  });

  test("never leave at night, also when the computer slept through their time", async () => {
    const founded = await practiceWithSessions();
    const { id, keep, view } = planning(founded);
    keep({ decisions: cancelAll(view()) });
    const at = (instant: string) =>
      keep({ notices: { ...view().draft.notices, leaves: { kind: "at", at: Date.parse(instant) } } }).problems.map(
        ({ sentence }) => sentence,
      );
    expect(at("2026-12-02T03:00:00Z")).toEqual(["Nothing leaves at night. Choose a time between 8:00 and 21:00."]);
    expect(at("2026-12-01T23:30:00Z")).toEqual(["Choose a time within your message hours."]);
    expect(at("2026-12-07T15:00:00Z")).toEqual(["Choose a time before the vacation begins."]);
    expect(at("2026-12-01T21:00:00Z")).toEqual([]);
    value(founded.practice.vacations.finish(id));
    await founded.until("2026-12-02T04:00:00Z");
    expect(notices(founded)).toEqual([]);
    await founded.until("2026-12-02T13:00:00Z");
    expect(notices(founded)).toHaveLength(2);
  });

  test("leave by day outside the hours where the practice does not open again before the vacation", async () => {
    const founded = await practiceWithSessions("2026-12-05T16:00:00Z");
    const { id, keep, view } = planning(founded);
    keep({ decisions: cancelAll(view()) });
    expect(view().problems.map(({ sentence }) => sentence)).toEqual([
      "Your practice does not open again before the vacation. Choose a time.",
    ]);
    keep({ notices: { ...view().draft.notices, leaves: { kind: "now" } } });
    value(founded.practice.vacations.finish(id));
    await founded.until("2026-12-05T16:00:10Z");
    expect(notices(founded)).toHaveLength(2);
  });

  test("that was taken back by itself does not leave, and one that failed is sent again, once", async () => {
    const founded = await practiceWithSessions();
    planned(founded);
    const [first, second] = listed(founded).notices;
    value(founded.practice.vacations.takeBackNotice(first?.replyId ?? ""));
    founded.email.outcomes.push({
      kind: "failed",
      fault: { code: "rejected", sentence: "The server does not take mail for this address." },
    });
    await founded.until(tuesdayAt9);
    expect(notices(founded)).toEqual([]);
    expect(listed(founded).notices).toMatchObject([{ replyId: second?.replyId, state: "failed" }]);
    value(founded.practice.vacations.sendNoticeAgain(second?.replyId ?? ""));
    await founded.until("2026-12-01T15:00:00Z");
    expect(notices(founded)).toHaveLength(1);
    expect(founded.practice.vacations.sendNoticeAgain(second?.replyId ?? "")).toMatchObject({ ok: false });
  });
});

describe("notices of days that are not in the hours any more", () => {
  /** A vacation is planned, and the therapist goes back to the version before it. */
  async function takenOut(change: Partial<VacationDraft> = {}) {
    const founded = await practiceWithSessions();
    const { version } = founded.practice.policy.availability();
    planned(founded, change);
    const withVacation = founded.practice.policy.availability().version;
    value(founded.practice.policy.restore(version));
    return { ...founded, withVacation };
  }
  const withheld = "The vacation is not in your hours any more, so this notice waits.";

  test("do not leave at the opening, and say why", async () => {
    const founded = await takenOut();
    const waits = { state: "queued", at: null, reason: withheld };
    expect(listed(founded).notices).toMatchObject([waits, waits]);
    await founded.until(tuesdayAt9);
    await founded.until("2026-12-02T14:00:00Z");
    expect(notices(founded)).toEqual([]);
    expect(listed(founded).notices).toMatchObject([waits, waits]);
  });

  test("that were to leave at once do not leave either", async () => {
    const founded = await practiceWithSessions();
    const { version } = founded.practice.policy.availability();
    const { id, keep, view } = planning(founded);
    keep({ decisions: cancelAll(view()), notices: { ...view().draft.notices, leaves: { kind: "now" } } });
    value(founded.practice.vacations.finish(id));
    value(founded.practice.policy.restore(version));
    await founded.until("2026-11-30T15:20:00Z");
    expect(notices(founded)).toEqual([]);
  });

  test("leave when that version comes back, within a quarter of an hour", async () => {
    const founded = await takenOut();
    await founded.until(tuesdayAt9);
    expect(notices(founded)).toEqual([]);
    value(founded.practice.policy.restore(founded.withVacation));
    expect(listed(founded).notices).toMatchObject([{ reason: null }, { reason: null }]);
    await founded.until("2026-12-01T14:15:00Z");
    expect(notices(founded)).toHaveLength(2);
  });

  test("are never sent when it does not come back before the days are over", async () => {
    const founded = await takenOut();
    await founded.until(tuesdayAt9);
    await founded.until("2026-12-14T14:00:00Z");
    value(founded.practice.policy.restore(founded.withVacation));
    await founded.until("2026-12-14T15:00:00Z");
    expect(notices(founded)).toEqual([]);
  });

  test("and that failed are not sent again", async () => {
    const founded = await practiceWithSessions();
    const { version } = founded.practice.policy.availability();
    planned(founded);
    founded.email.outcomes.push({ kind: "failed", fault: { code: "rejected", sentence: "Refused." } });
    await founded.until(tuesdayAt9);
    const failed = listed(founded).notices.find(({ state }) => state === "failed");
    value(founded.practice.policy.restore(version));
    expect(founded.practice.vacations.sendNoticeAgain(failed?.replyId ?? "")).toMatchObject({
      ok: false,
      sentence: "The vacation is not in your hours any more.",
    });
  });
});

describe("what clients will be told", () => {
  test("is shown by the functions that run: cover and return to a client, neither to a stranger", async () => {
    const founded = await practiceWithSessions();
    const { practice } = founded;
    expect(planning(founded).view().replies?.unknown).toBeNull();
    value(practice.policy.setReplies({ ...practice.policy.availability().replies, toUnknownSenders: true }));
    const { replies } = planning(founded).view();
    const english = replies?.clients.find(({ language }) => language === "en");
    expect(english?.text).toContain("Monday, December 14, 9:00 AM");
    expect(english?.text).toContain("Dr. Lee, 555-0100");
    expect(replies?.clients.map(({ language }) => language)).toEqual(["en", "es"]);
    expect(replies?.unknown?.text).not.toMatch(/December|Lee/);
    expect(replies?.unknown?.text).toContain("988");
  });
});

describe("a planned vacation", () => {
  test("with other dates offers those who were told a new notice; sessions out of its way come back", async () => {
    const founded = await practiceWithSessions();
    const before = founded.calendar();
    const { id } = planned(founded);
    await founded.until(tuesdayAt9);
    value(founded.practice.vacations.reopen(id));
    const view = value(
      founded.practice.vacations.keepDraft(id, { ...viewOf(founded.practice, id).draft, lastDate: "2026-12-08" }),
    );
    expect(view.notInTheWay).toMatchObject([{ name: "Ben", comesBack: true }]);
    const chosen = view.recipients.filter((one) => one.chosen);
    expect(chosen.map(({ name, kind }) => `${name} ${kind}`).toSorted()).toEqual(["Ben changed", "Maya changed"]);
    value(founded.practice.vacations.finish(id));
    expect(founded.calendar()).toEqual(before.filter(({ startWall }) => startWall !== mayaOn8));
    expect(listed(founded).outdated).toEqual([]);
    await founded.until("2026-12-02T14:00:00Z");
    const toBen = notices(founded).filter(({ to }) => to === "ben@example.org");
    expect(toBen).toHaveLength(2);
    expect(toBen[1]?.text).toContain("Cita que sí tendrá lugar");
  });

  test("whose dates change before its notices leave sends one notice only", async () => {
    const founded = await practiceWithSessions();
    const { id } = planned(founded);
    value(founded.practice.vacations.reopen(id));
    value(founded.practice.vacations.keepDraft(id, { ...viewOf(founded.practice, id).draft, lastDate: "2026-12-14" }));
    value(founded.practice.vacations.finish(id));
    await founded.until("2026-12-02T14:00:00Z");
    expect(
      notices(founded)
        .map(({ to }) => to)
        .toSorted(),
    ).toEqual(["ben@example.org", "maya@example.org"]);
    expect(notices(founded)[0]?.text).toMatch(/December 14|14 de diciembre/);
  });

  test("is removed: what it cancelled and moved comes back, its notices do not leave, those who were told are named", async () => {
    const founded = await practiceWithSessions();
    const before = founded.calendar();
    const { id } = planned(founded);
    await founded.until(tuesdayAt9);
    value(
      founded.practice.vacations.remove(
        id,
        listed(founded).arranged.map(({ key }) => key),
      ),
    );
    expect(founded.calendar()).toEqual(before);
    expect(founded.practice.policy.availability().closures).toEqual([]);
    expect(listed(founded)).toMatchObject({ standing: "withdrawn", arranged: [] });
    expect(listed(founded).outdated.map(({ name }) => name)).toEqual(["Ben", "Maya"]);
    value(founded.practice.vacations.reopen(id));
    expect(viewOf(founded.practice, id)).toMatchObject({ kind: "withdrawn", problems: [], counts: { notices: 2 } });
    value(founded.practice.vacations.finish(id));
    await founded.until("2026-12-02T14:00:00Z");
    expect(notices(founded).at(-1)?.subject).toMatch(/not away after all|sin ausencia/);
    expect(listed(founded).outdated).toEqual([]);
  });

  test("names what a session that comes back would meet, and leaves what was changed by hand since", async () => {
    const founded = await practiceWithSessions();
    const { id } = planned(founded);
    value(
      founded.practice.booking.book({
        clientId: null,
        title: "Dentist",
        start: mayaOn8,
        durationMinutes: 30,
        repeats: null,
      }),
    );
    value(founded.practice.booking.cancel(founded.bens, "2026-12-09T14:00", "following"));
    const { arranged } = listed(founded);
    expect(arranged.find(({ name }) => name === "Maya")).toMatchObject({
      changedSince: false,
      against: ["Meets Dentist, 10:00–10:30."],
    });
    expect(arranged.find(({ name }) => name === "Ben")).toMatchObject({ changedSince: true });
    value(
      founded.practice.vacations.remove(
        id,
        arranged.map(({ key }) => key),
      ),
    );
    expect(founded.calendar().some(({ startWall }) => startWall === mayaOn8)).toBe(true);
    expect(founded.calendar().some(({ startWall }) => startWall === "2026-12-09T14:00")).toBe(false);
  });

  test("tells in its checklist what was booked into it since, and what is still to do", async () => {
    const founded = await practiceWithSessions();
    planned(founded);
    const state = (id: string) => listed(founded).checklist.find((one) => one.id === id);
    expect(state("sessions")).toMatchObject({ done: false });
    value(
      founded.practice.booking.book({
        clientId: founded.ben,
        title: "",
        start: "2026-12-11T11:00",
        durationMinutes: 50,
        repeats: null,
      }),
    );
    expect(state("sessions")?.sentence).toContain("2 sessions are still in the way");
    expect(state("cover")).toEqual({ id: "cover", done: true, sentence: "Dr. Lee covers, 555-0100." });
    expect(state("notices")?.sentence).toBe("2 notices wait to leave.");
  });
});

describe("coming back early", () => {
  test("opens today, brings back what is chosen of what lies ahead, and decides held messages again", async () => {
    const founded = await practiceWithSessions();
    const { id } = planned(founded);
    await founded.until("2026-12-08T16:00:00Z");
    await founded.arrive();
    expect(founded.practice.inbox.list().held).toHaveLength(1);
    const ahead = listed(founded).arranged.filter((one) => one.ahead);
    expect(ahead.map(({ name }) => name)).toEqual(["Ben"]);
    const change = value(
      founded.practice.vacations.comeBack(
        id,
        ahead.map(({ key }) => key),
      ),
    );
    expect(change.effect).toBe("1 held message surfaced now.");
    expect(founded.practice.light.now().state).toBe("open");
    expect(founded.practice.policy.availability().closures).toMatchObject([{ id, lastDate: "2026-12-07" }]);
    expect(founded.calendar().some(({ startWall }) => startWall === "2026-12-09T14:00")).toBe(true);
    expect(founded.calendar().some(({ startWall }) => startWall === mayaOn8)).toBe(false);
    expect(listed(founded)).toMatchObject({ standing: "returned" });
    value(founded.practice.vacations.undo(change.undo));
    expect(founded.practice.light.now().state).toBe("away");
    expect(listed(founded)).toMatchObject({ standing: "away" });
  });

  test("on the first day leaves no closure behind", async () => {
    const founded = await practiceWithSessions();
    const { id } = planned(founded);
    await founded.until("2026-12-07T16:00:00Z");
    value(founded.practice.vacations.comeBack(id, []));
    expect(founded.practice.policy.availability().closures).toEqual([]);
  });

  test("is refused before the vacation, and twice", async () => {
    const founded = await practiceWithSessions();
    const { id } = planned(founded);
    expect(founded.practice.vacations.comeBack(id, [])).toMatchObject({ ok: false, sentence: "You are not away." });
    await founded.until("2026-12-08T16:00:00Z");
    value(founded.practice.vacations.comeBack(id, []));
    expect(founded.practice.vacations.comeBack(id, [])).toMatchObject({ ok: false });
  });
});

describe("the day back", () => {
  test("begins with one notification of how many waited, from how many people, and Today says it until the evening", async () => {
    const founded = await practiceWithSessions();
    planned(founded);
    await founded.until("2026-12-09T16:00:00Z");
    await founded.arrive();
    await founded.until("2026-12-10T16:00:00Z");
    await founded.arrive({ text: "I want to die" });
    for (const { opens } of founded.practice.inbox.list().digest)
      value(founded.practice.inbox.markRead(opens.id, true));
    await founded.until("2026-12-11T16:00:00Z");
    await founded.arrive();
    await founded.arrive({ sender: "ben@example.org" });
    const before = founded.notices.length;
    expect(founded.practice.inbox.today().back).toBeNull();
    await founded.until("2026-12-14T14:00:00Z");
    expect(founded.notices.slice(before)).toEqual([
      {
        title: "Back from vacation: 3 messages in your inbox",
        body: "3 waited, from 2 people.",
        urgent: false,
      },
    ]);
    const { back, digest } = founded.practice.inbox.today();
    expect(back).toEqual({ waited: 3, people: 2, safety: 1 });
    expect(digest).toHaveLength(2);
    await founded.until("2026-12-15T14:00:00Z");
    expect(founded.practice.inbox.today().back).toBeNull();
  });

  test("after an early return is the day of the return", async () => {
    const founded = await practiceWithSessions();
    const { id } = planned(founded);
    await founded.until("2026-12-08T16:00:00Z");
    await founded.arrive();
    await founded.until("2026-12-08T16:01:00Z");
    value(founded.practice.vacations.comeBack(id, []));
    await founded.door.lookNow();
    expect(founded.practice.inbox.today().back).toEqual({ waited: 1, people: 1, safety: 0 });
    expect(founded.notices.at(-1)?.title).toBe("Back from vacation: 1 message in your inbox");
  });
});

describe("Today", () => {
  test("says the day before what is still open, and names a notice that did not arrive", async () => {
    const founded = await practiceWithSessions();
    planned(founded);
    founded.email.outcomes.push({ kind: "failed", fault: { code: "rejected", sentence: "Refused." } });
    await founded.until(tuesdayAt9);
    const kinds = () => founded.practice.inbox.today().needsYou.map(({ kind, sentence }) => `${kind}: ${sentence}`);
    expect(kinds()).toEqual([
      expect.stringMatching(/^notice-failed: The notice to (Maya|Ben) was not sent\. Refused\.$/),
    ]);
    await founded.until("2026-12-06T15:00:00Z");
    expect(kinds()).toContain("vacation: Your vacation begins tomorrow, and 3 things are still open.");
  });

  test("says when going back to an earlier policy took the days out of the hours", async () => {
    const founded = await practiceWithSessions();
    const { version } = founded.practice.policy.availability();
    planned(founded);
    value(founded.practice.policy.restore(version));
    expect(founded.practice.inbox.today().needsYou).toMatchObject([
      { kind: "vacation", sentence: "A vacation you planned is not in your hours any more." },
    ]);
    expect(listed(founded).standing).toBe("not-in-hours");
  });
});
