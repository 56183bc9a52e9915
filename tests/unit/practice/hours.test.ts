import { describe, expect, test } from "vitest";
import type { WeeklyHours } from "../../../src/domain/policy/hours.ts";
import { addPolicy, currentPolicy } from "../../../src/store/policies.ts";
import { foretold, replyFor } from "../../builders/ahead.ts";
import { testPractice, value, weekdaysNineToFive } from "../../builders/practice.ts";
import { opened, storedPractice } from "../../builders/stored-practice.ts";

// In New York (UTC-5). Thursday 26 November 2026 is Thanksgiving.
const wednesdayAt20 = "2026-11-26T01:00:00Z";
const thanksgivingAt11 = "2026-11-26T16:00:00Z";
const fridayAt9 = "2026-11-27T14:00:00Z";

const releases = (held: readonly { readonly until: number | null }[]) =>
  held.map(({ until }) => (until === null ? null : new Date(until).toISOString()));

const thanksgiving = "2026-11-26";
const noHours: WeeklyHours = { MO: [], TU: [], WE: [], TH: [], FR: [], SA: [], SU: [] };

describe("opening longer, past midnight", () => {
  test("ends at midnight where a holiday begins, and that is said", async () => {
    // Wednesday 22:00, until Thursday 1:00, which is Thanksgiving.
    const { practice } = await testPractice({ now: "2026-11-26T03:00:00Z" });
    const change = value(practice.light.openUntil(Date.parse("2026-11-26T06:00:00Z")));
    expect(change.effect).toBe("It closes at midnight already, because of Thanksgiving Day.");
    expect(practice.light.now().sentence).toBe("Open until Thu 12:00 AM");
  });

  test("goes on where no exception begins", async () => {
    const { practice, arrive } = await testPractice({ now: "2026-11-25T03:00:00Z" });
    await arrive();
    const change = value(practice.light.openUntil(Date.parse("2026-11-25T06:00:30Z")));
    expect(change.effect).toBe("1 held message surfaced now.");
    expect(practice.light.now().sentence).toBe("Open until Wed 1:00 AM");
  });

  test("until midnight itself is what was asked for", async () => {
    const { practice } = await testPractice({ now: "2026-11-26T03:00:00Z" });
    expect(value(practice.light.openUntil(Date.parse("2026-11-26T05:00:00Z"))).effect).toBeNull();
  });
});

describe("on Thanksgiving", () => {
  test("a message at eleven is held until Friday at nine, and the reply names that Friday", async () => {
    const { practice, arrive, until, email } = await testPractice({ now: thanksgivingAt11 });
    await arrive();
    const [held] = practice.inbox.list().held;
    expect(releases(practice.inbox.list().held)).toEqual([new Date(fridayAt9).toISOString()]);
    expect(practice.inbox.open(held?.id ?? "")?.why).toMatchObject({
      sentence: "Held until Fri 9:00 AM: it arrived on a holiday.",
      closure: "Thanksgiving Day",
      windows: [],
      policyVersion: 1,
    });
    expect(email.sent).toHaveLength(1);
    expect(email.sent[0]?.text).toContain("from Friday, November 27, 9:00 AM (Eastern Time)");
    expect(practice.light.now().sentence).toBe("Closed until Fri 9:00 AM");
    await until(fridayAt9);
    expect(practice.inbox.list().surfaced).toHaveLength(1);
  });

  test("a practice that works as usual opens at nine, and held messages are decided again at once", async () => {
    const { practice, arrive, until } = await testPractice({ now: wednesdayAt20 });
    await arrive();
    expect(releases(practice.inbox.list().held)).toEqual(["2026-11-27T14:00:00.000Z"]);
    const change = value(practice.policy.setHoliday({ date: thanksgiving, rule: "as-usual", windows: [] }));
    expect(change.effect).toBe("1 held message now surfaces at Thu 9:00 AM.");
    expect(releases(practice.inbox.list().held)).toEqual(["2026-11-26T14:00:00.000Z"]);
    await until("2026-11-26T14:00:00Z");
    await arrive();
    expect(practice.inbox.list().surfaced).toHaveLength(2);

    value(practice.policy.restore(change.previousVersion));
    expect(practice.light.now().sentence).toBe("Closed until Fri 9:00 AM");
  });

  test("a shortened day has its own hours, and outside them says why", async () => {
    const { practice, arrive, until } = await testPractice({ now: wednesdayAt20 });
    const windows = [{ start: "10:00", end: "11:30" }];
    value(practice.policy.setHoliday({ date: thanksgiving, rule: "shortened", windows }));
    await arrive();
    expect(releases(practice.inbox.list().held)).toEqual(["2026-11-26T15:00:00.000Z"]);
    await until(thanksgivingAt11);
    expect(practice.light.now().sentence).toBe("Open until 11:30 AM");
    await until("2026-11-26T16:30:00Z");
    await arrive();
    const [held] = practice.inbox.list().held;
    expect(practice.inbox.open(held?.id ?? "")?.why).toMatchObject({
      sentence: "Held until Fri 9:00 AM: it arrived outside the shortened hours of a holiday.",
      windows,
    });
    expect(practice.booking.calendar(thanksgiving, thanksgiving)).toMatchObject({
      open: [{ startWall: "2026-11-26T10:00", endWall: "2026-11-26T11:30" }],
      closures: [{ kind: "holiday", label: "Thanksgiving Day", windows }],
    });
  });

  test("what is decided holds for the next years, and not for those before", async () => {
    const { practice } = await testPractice({ now: wednesdayAt20 });
    const rules = () =>
      practice.policy
        .availability()
        .holidays.days.filter(({ name }) => name === "Thanksgiving Day")
        .map(({ date, rule }) => `${date} ${rule}`);
    value(practice.policy.setHoliday({ date: "2027-11-25", rule: "as-usual", windows: [] }));
    expect(rules()).toEqual(["2026-11-26 closed", "2027-11-25 as-usual"]);
    value(practice.policy.setHoliday({ date: thanksgiving, rule: "as-usual", windows: [] }));
    expect(rules()).toEqual(["2026-11-26 as-usual", "2027-11-25 as-usual"]);
  });

  test("a shortened day without hours and a date without a holiday are refused", async () => {
    const { practice } = await testPractice({ now: wednesdayAt20 });
    expect(practice.policy.setHoliday({ date: thanksgiving, rule: "shortened", windows: [] })).toMatchObject({
      ok: false,
      field: "windows",
    });
    expect(practice.policy.setHoliday({ date: "2026-11-25", rule: "closed", windows: [] })).toMatchObject({
      ok: false,
    });
  });
});

describe("the calendar", () => {
  test("shows the holidays that decide their dates, once, and not those worked as usual", async () => {
    const { practice } = await testPractice({ now: wednesdayAt20 });
    const closed = () =>
      practice.booking
        .calendar("2026-11-01", "2026-12-31")
        .closures.map(({ label, firstDate }) => `${firstDate} ${label}`);
    expect(closed()).toEqual(["2026-11-11 Veterans Day", "2026-11-26 Thanksgiving Day", "2026-12-25 Christmas Day"]);
    value(practice.policy.setHoliday({ date: "2026-11-11", rule: "as-usual", windows: [] }));
    value(
      practice.policy.addClosure({
        id: "winter",
        kind: "vacation",
        label: "Winter break",
        firstDate: "2026-12-21",
        lastDate: "2027-01-03",
        windows: [],
        cover: null,
      }),
    );
    expect(closed()).toEqual(["2026-12-21 Winter break", "2026-11-26 Thanksgiving Day"]);
  });
});

describe("the holidays", () => {
  test("of a new year appear by themselves, as a new version, and held messages are decided by it", async () => {
    const { practice, until } = await testPractice({ now: wednesdayAt20 });
    const { version } = practice.policy.availability();
    await until("2026-12-31T23:00:00Z");
    expect(practice.policy.availability().version).toBe(version);
    await until("2027-01-01T05:00:00Z");
    expect(practice.policy.availability().version).toBe(version + 1);
    expect(new Set(practice.policy.availability().holidays.days.map(({ date }) => date.slice(0, 4)))).toEqual(
      new Set(["2027", "2028"]),
    );
    await until("2027-01-02T05:00:00Z");
    expect(practice.policy.availability().version).toBe(version + 1);
  });

  test("are learned at the first start by a practice from before they were known, and its held messages wait longer", async () => {
    const founded = await testPractice({ now: wednesdayAt20 });
    value(founded.practice.policy.setHoliday({ date: thanksgiving, rule: "as-usual", windows: [] }));
    await founded.arrive();
    expect(releases(founded.practice.inbox.list().held)).toEqual(["2026-11-26T14:00:00.000Z"]);
    await founded.door.shut();
    const { db, close } = await storedPractice(founded.folder);
    const { holidays: _holidays, seasons: _seasons, alternation: _alternation, ...former } = currentPolicy(db).policy;
    // The document exactly as the version before wrote it; only its type has grown since.
    addPolicy(db, former as Parameters<typeof addPolicy>[1], founded.clock.now());
    close();
    const { practice } = await opened(founded, founded.folder);
    expect(practice.policy.availability().version).toBe(4);
    expect(releases(practice.inbox.list().held)).toEqual(["2026-11-27T14:00:00.000Z"]);
  });

  test("are those of the state that was chosen, and of the country again when the practice moves", async () => {
    const { practice } = await testPractice({ now: wednesdayAt20 });
    const names = () => practice.policy.availability().holidays.days.map(({ name }) => name);
    value(practice.policy.setHolidayArea("MA"));
    expect(names()).toContain("Patriots' Day");
    expect(practice.policy.setHolidayArea("ENG")).toMatchObject({ ok: false, field: "area" });
    const { practice: identity } = practice.settings();
    const moved = value(practice.policy.setPractice({ ...identity, region: "IE" }));
    expect(practice.policy.availability().holidays).toMatchObject({ region: "IE", area: null, areas: [] });
    expect(names()).toContain("St. Stephen’s Day");
    value(practice.policy.restore(moved.previousVersion));
    expect(names()).toContain("Patriots' Day");
  });
});

describe("weeks that alternate", () => {
  test("decide held messages again, say whose turn it is, and can be taken back", async () => {
    const { practice, arrive } = await testPractice({ now: "2026-11-28T07:10:00Z" });
    await arrive();
    const thursdays = { ...noHours, TH: [{ start: "14:00", end: "18:00" }] };
    const change = value(
      practice.policy.setMessageHours(weekdaysNineToFive, { anchor: "2026-11-25", further: [thursdays] }),
    );
    expect(change.effect).toBe("1 held message now surfaces at Thu 2:00 PM.");
    expect(releases(practice.inbox.list().held)).toEqual(["2026-12-03T19:00:00.000Z"]);
    expect(practice.policy.availability()).toMatchObject({ weekNow: 0, alternation: { further: [thursdays] } });
    value(practice.policy.setMessageHours({ ...weekdaysNineToFive, SA: [{ start: "08:00", end: "10:00" }] }));
    expect(practice.policy.availability().alternation).not.toBeNull();
    value(practice.policy.restore(change.previousVersion));
    expect(practice.policy.availability()).toMatchObject({ alternation: null, messageHours: weekdaysNineToFive });
    expect(releases(practice.inbox.list().held)).toEqual(["2026-11-30T14:00:00.000Z"]);
  });
});

describe("a season", () => {
  const earlyBird = { ...noHours, MO: [{ start: "07:00", end: "08:00" }] };
  const december = { id: "d", label: "Short weeks", firstDate: "2026-11-30", lastDate: "2026-12-20", hours: earlyBird };

  test("has its own week from its first to its last day, and can be changed and removed", async () => {
    const { practice, arrive } = await testPractice({ now: "2026-11-28T07:10:00Z" });
    await arrive();
    const added = value(practice.policy.setSeason(december));
    expect(releases(practice.inbox.list().held)).toEqual(["2026-11-30T12:00:00.000Z"]);
    value(practice.policy.setSeason({ ...december, firstDate: "2026-12-07" }));
    expect(practice.policy.availability().seasons).toHaveLength(1);
    expect(releases(practice.inbox.list().held)).toEqual(["2026-11-30T14:00:00.000Z"]);
    value(practice.policy.restore(added.version));
    value(practice.policy.removeSeason("d"));
    expect(practice.policy.availability().seasons).toEqual([]);
    expect(releases(practice.inbox.list().held)).toEqual(["2026-11-30T14:00:00.000Z"]);
    expect(practice.policy.removeSeason("d")).toMatchObject({ ok: false });
  });

  test("that meets another is refused in words", async () => {
    const { practice } = await testPractice({ now: "2026-11-28T07:10:00Z" });
    value(practice.policy.setSeason(december));
    expect(
      practice.policy.setSeason({ ...december, id: "e", firstDate: "2026-12-20", lastDate: "2026-12-24" }),
    ).toEqual({
      ok: false,
      field: "seasons",
      sentence: "Another season has some of these dates.",
    });
  });
});

test("T7: the reply names the next message hours with weekday and date, not the session before them", async () => {
  const { practice, arrive, email } = await testPractice({ now: "2026-11-28T07:10:00Z" });
  const clientId = practice.clients.list()[0]?.id ?? "";
  value(
    practice.booking.book({
      clientId,
      title: "",
      start: "2026-11-30T07:30",
      durationMinutes: 50,
      repeats: null,
    }),
  );
  await arrive();
  expect(email.sent[0]?.text).toContain("from Monday, November 30, 9:00 AM (Eastern Time)");
});

describe("T12: the same hours, whoever asks:", () => {
  /** Alternate weeks, a season from Monday the 30th, and a shortened Thanksgiving. */
  async function variedPractice(now: string) {
    const founded = await testPractice({ now });
    const { policy } = founded.practice;
    const fridays = { ...noHours, FR: [{ start: "12:00", end: "15:00" }] };
    value(policy.setMessageHours(weekdaysNineToFive, { anchor: "2026-11-16", further: [fridays] }));
    const hours = { ...noHours, MO: [{ start: "07:00", end: "08:00" }] };
    value(policy.setSeason({ id: "d", label: "", firstDate: "2026-11-30", lastDate: "2026-12-06", hours }));
    value(policy.setHoliday({ date: thanksgiving, rule: "shortened", windows: [{ start: "10:00", end: "11:30" }] }));
    return founded;
  }

  test.each([
    ["the shortened Thanksgiving of week B", "2026-11-25T20:00-05:00", "2026-11-26T10:00-05:00", "2026-11-26T11:30"],
    ["the Friday of week B", "2026-11-26T20:00-05:00", "2026-11-27T12:00-05:00", "2026-11-27T15:00"],
    ["the Monday of the season", "2026-11-27T20:00-05:00", "2026-11-30T07:00-05:00", "2026-11-30T08:00"],
    ["the Friday of the next week B", "2026-12-01T20:00-05:00", "2026-12-11T12:00-05:00", "2026-12-11T15:00"],
  ])("light, gate, reply, preview, calendar and the day's hours on %s", async (_, before, opening, closing) => {
    const { practice, arrive, until, email } = await variedPractice(before);
    await arrive();
    const at = Date.parse(opening);
    const [date, time] = [opening.slice(0, 10), opening.slice(11, 16)];
    expect(practice.light.now().until).toBe(at);
    expect(practice.inbox.list().held).toMatchObject([{ until: at }]);
    expect(practice.policy.availability().nextOpening).toBe(at);
    const spoken = new Intl.DateTimeFormat("en-US", { dateStyle: "full", timeZone: "America/New_York" }).format(at);
    expect(email.sent[0]?.text).toContain(spoken.replace(/, 2026$/, ""));
    expect(foretold(practice, at - 1).verdict).toBe("hold");
    expect(foretold(practice, at).verdict).toBe("surface");
    expect(practice.booking.calendar(date, date).open).toEqual([{ startWall: `${date}T${time}`, endWall: closing }]);
    await until(opening);
    expect(practice.inbox.today().windows).toEqual([{ start: time, end: closing.slice(11) }]);
  });
});

describe("T7: an opening of a few minutes", () => {
  // Saturday 28 November 2026, 02:10; on Saturday messages are read from 12:00 for ten minutes only.
  const withShortSaturday = async () => {
    const founded = await testPractice({
      now: "2026-11-28T07:10:00Z",
      messageHours: { ...weekdaysNineToFive, SA: [{ start: "12:00", end: "12:10" }] },
    });
    const named = () => founded.email.sent.map(({ text }) => /from (\w+)/.exec(text)?.[1]);
    return { ...founded, named };
  };

  test("releases what waits, but a reply names the next one that is long enough, once for both nights around it", async () => {
    const { practice, arrive, until, named } = await withShortSaturday();
    await arrive();
    expect(releases(practice.inbox.list().held)).toEqual(["2026-11-28T17:00:00.000Z"]);
    expect(practice.light.now().sentence).toBe("Closed until 12:00 PM");
    expect(replyFor(practice, Date.parse("2026-11-28T07:10:00Z"))).toContain("Monday, November 30, 9:00 AM");
    expect(named()).toEqual(["Monday"]);
    await until("2026-11-28T17:00:00Z");
    expect(practice.inbox.list().surfaced).toHaveLength(1);
    await until("2026-11-28T18:00:00Z");
    await arrive();
    expect(releases(practice.inbox.list().held)).toEqual(["2026-11-30T14:00:00.000Z"]);
    expect(named()).toEqual(["Monday"]);
  });

  test("is named where the therapist wants every opening named, or where there is no longer one", async () => {
    const { practice, named, arrive } = await withShortSaturday();
    const { replies } = practice.policy.availability();
    value(practice.policy.setReplies({ ...replies, shortestWindow: 10 }));
    const saturday = Date.parse("2026-11-28T07:10:00Z");
    expect(replyFor(practice, saturday)).toContain("from 12:00 PM today");
    value(practice.policy.setReplies({ ...replies, shortestWindow: 11 }));
    expect(replyFor(practice, saturday)).toContain("Monday, November 30, 9:00 AM");
    value(practice.policy.setMessageHours({ ...noHours, SA: [{ start: "12:00", end: "12:10" }] }));
    await arrive();
    expect(named()).toEqual(["12"]);
    expect(practice.policy.setReplies({ ...replies, shortestWindow: -1 })).toMatchObject({ ok: false });
  });
});
