import { describe, expect, test } from "vitest";
import type { Closure } from "../../../src/domain/policy/hours.ts";
import { audit } from "../../../src/domain/audit/audit.ts";
import type { AuditSetting } from "../../../src/domain/audit/scenario.ts";
import { agreedWith } from "../../builders/policy.ts";
import { auditOf, linesAbout, settingWith } from "../../builders/audit.ts";
import { weekdaysNineToFive } from "../../builders/values.ts";

const vacation = (said: Partial<Closure> = {}): Closure => ({
  id: "winter",
  kind: "vacation",
  label: "",
  firstDate: "2026-12-21",
  lastDate: "2027-01-03",
  windows: [],
  cover: { name: "Dr. Lee", phone: "555-0100" },
  ...said,
});
const { policy } = settingWith();
const noHours = { MO: [], TU: [], WE: [], TH: [], FR: [], SA: [], SU: [] };

/** The results of one scenario under a changed policy. */
const resultsOf = (id: string, ...changed: Parameters<typeof auditOf>) =>
  linesAbout(auditOf(...changed), id).map(({ result }) => result);

describe("the settings of a first run", () => {
  const report = auditOf();

  test("pass in some sixty ways, among them both clock changes of next year and each holiday to come", () => {
    expect(report.groups.flatMap(({ lines }) => lines.filter(({ result }) => result !== "passed"))).toEqual([]);
    expect(report.counts.passed).toBeGreaterThan(60);
    expect(linesAbout(report, "clock-change").map(({ name }) => name)).toEqual([
      "The clocks go forward on 2027-03-14",
      "The clocks go back on 2027-11-07",
    ]);
    expect(linesAbout(report, "holidays").map(({ name }) => name)).toContain("Thanksgiving Day, 2027-11-25");
  });

  test("are told with date and time, and say the same when asked again", () => {
    expect(report.wall).toBe("2026-11-23 12:00");
    expect(auditOf()).toEqual(report);
  });

  test("pass in every zone and at every hour of a day", () => {
    for (const zone of ["Pacific/Auckland", "Europe/Berlin", "America/Phoenix", "Asia/Kolkata"]) {
      for (let hours = 0; hours < 24; hours += 6) {
        const { counts } = auditOf(
          { practice: { ...policy.practice, zone } },
          { now: settingWith().now + hours * 3_600_000 },
        );
        expect({ zone, hours, failed: counts.failed }).toEqual({ zone, hours, failed: 0 });
      }
    }
  });
});

describe("what is broken is found", () => {
  const words = (change: (text: string) => string): AuditSetting["words"] => {
    const { words: shipped } = settingWith();
    const lines = { mail: change(shipped.en.emergency.US.mail), text: change(shipped.en.emergency.US.text) };
    return { ...shipped, en: { ...shipped.en, emergency: { ...shipped.en.emergency, US: lines } } };
  };

  test("replies without the emergency line", () => {
    const report = auditOf({}, { words: words(() => "") });
    expect(linesAbout(report, "emergency-everywhere")).toMatchObject([
      { result: "failed", sentence: expect.stringContaining("closed (English, mail)") },
    ]);
    expect(linesAbout(report, "emergency-first")[0]?.result).toBe("failed");
    expect(linesAbout(report, "safety-english")[0]?.result).toBe("failed");
    expect(linesAbout(report, "urgent")[0]?.result).toBe("failed");
  });

  test("emergency numbers that nobody has checked for years", () => {
    expect(resultsOf("numbers", {}, { now: Date.parse("2029-06-01T12:00:00Z") })).toEqual(["look"]);
  });

  test("hours that never open, and nothing falls over", () => {
    const report = auditOf({ messageHours: noHours });
    expect(linesAbout(report, "opening")).toMatchObject([{ result: "failed", place: "hours" }]);
    expect(report.groups.flatMap(({ lines }) => lines.filter(({ happens }) => happens.includes("mistake")))).toEqual(
      [],
    );
  });

  test("hours that never close, and nothing falls over", () => {
    const all = [{ start: "00:00", end: "24:00" }];
    const messageHours = { MO: all, TU: all, WE: all, TH: all, FR: all, SA: all, SU: all };
    const report = auditOf({ messageHours, holidays: { area: null, knownThrough: 2027, days: [] } });
    expect(report.counts.failed).toBe(0);
    expect(linesAbout(report, "opening")[0]?.happens).toBe("Your message hours never end.");
  });

  test("a single opening that is weeks away", () => {
    const closures = [vacation({ firstDate: "2026-11-23", lastDate: "2027-02-28" })];
    expect(resultsOf("opening", { closures })).toEqual(["look"]);
    expect(resultsOf("longest-wait", { closures })).toEqual(["look"]);
  });

  test("hours to 23:59, and hours of ten minutes", () => {
    const messageHours = {
      ...weekdaysNineToFive,
      MO: [{ start: "18:00", end: "23:59" }],
      SA: [{ start: "12:00", end: "12:10" }],
    };
    expect(resultsOf("last-minute", { messageHours })).toEqual(["look"]);
    expect(resultsOf("short-openings", { messageHours })).toEqual(["look"]);
  });

  test("overnight hours are one stretch", () => {
    const messageHours = { ...weekdaysNineToFive, FR: [{ start: "20:00", end: "02:00" }] };
    expect(linesAbout(auditOf({ messageHours }), "overnight")).toMatchObject([
      { result: "passed", happens: expect.stringContaining("messages surface") },
    ]);
  });

  test("a vacation without cover, one whose wording leaves the cover out, and one without an end", () => {
    expect(resultsOf("vacations", { closures: [vacation()] })).toEqual(["passed"]);
    expect(resultsOf("vacations", { closures: [vacation({ cover: null })] })).toEqual(["look"]);
    const templates = [
      { reason: "vacation", language: "en", form: "mail", text: "I am away. I read from {nextOpening} on." } as const,
    ];
    expect(resultsOf("vacations", { closures: [vacation()], templates })).toEqual(["look"]);
    expect(resultsOf("vacations", { closures: [vacation({ lastDate: "2029-12-31" })] })).toEqual(["failed"]);
  });

  test("own wordings: one that names no opening, one with a number of another country, one too long for a text", () => {
    const own = (form: "mail" | "text", text: string) => ({ reason: "closed", language: "en", form, text }) as const;
    const vague = auditOf({ templates: [own("mail", "I will read your message soon.")] });
    expect(linesAbout(vague, "own-wordings")[0]?.result).toBe("look");
    expect(linesAbout(vague, "opening-named")[0]?.result).toBe("look");
    expect(
      resultsOf("own-wordings", { templates: [own("mail", "Closed until {nextOpening}. Call 116 123.")] }),
    ).toEqual(["failed"]);
    const long = "Thank you for writing to me; this phone is not read at night. ".repeat(3);
    const texts = auditOf({ templates: [own("text", `${long}{nextOpening}. {practice}`)] });
    expect(linesAbout(texts, "each-language").map(({ result }) => result)).toEqual([
      "passed",
      "look",
      "passed",
      "passed",
    ]);
    expect(linesAbout(texts, "text-at-night")[0]?.result).toBe("look");
  });

  test("a stranger who is told the name of the practice", () => {
    const reason = "unknown-sender" as const;
    const templates = [{ reason, language: "en", form: "mail", text: "Dr. Kim does not read now." } as const];
    const replies = { ...policy.replies, toUnknownSenders: true };
    expect(resultsOf("unknown-sender", { replies })).toEqual(["passed"]);
    expect(resultsOf("unknown-sender", { replies, templates })).toEqual(["failed"]);
    expect(resultsOf("strangers", { templates })).toEqual(["failed"]);
  });

  test("a list of safety phrases that is empty, or finds ordinary words", () => {
    const none = auditOf({ gate: { ...policy.gate, safetyPhrases: [] } });
    expect(linesAbout(none, "safety-english")[0]?.result).toBe("look");
    expect(linesAbout(none, "safety-spanish")[0]?.result).toBe("look");
    expect(linesAbout(none, "help")[0]?.result).toBe("passed");
    expect(resultsOf("ordinary", { gate: { ...policy.gate, safetyPhrases: ["thursday"] } })).toEqual(["failed"]);
  });

  test("settings that are lawful and may not be meant", () => {
    const gate = { ...policy.gate, safetyRepeat: { minutes: 10, times: 0 } };
    expect(resultsOf("safety-repeat", { gate })).toEqual(["look"]);
    const quiet = { ...policy.gate, repeatedContact: { ...policy.gate.repeatedContact, on: false } };
    expect(resultsOf("burst", { gate: quiet })).toEqual(["look"]);
    expect(resultsOf("back-to-back", { gate: { ...policy.gate, bufferAfter: 30 } })).toEqual(["look"]);
    const replies = { ...policy.replies, toClients: false, staleAfter: 600, mostPerDay: 3 };
    expect(resultsOf("client-at-night", { replies })).toEqual(["look"]);
    expect(resultsOf("stale", { replies })).toEqual(["look"]);
    expect(resultsOf("most-a-day", { replies })).toEqual(["look"]);
  });

  test("messages near a session that are let through, with words that the list does not have", () => {
    const near = (phrases: readonly string[]) => ({ ...policy.gate, nearSession: { on: true, hours: 2, phrases } });
    expect(resultsOf("near-session", { gate: near(["running late"]) })).toEqual(["passed"]);
    expect(resultsOf("near-session", { gate: near(["on my way"]) })).toEqual(["look"]);
  });

  test("messages that come together still come", () => {
    expect(resultsOf("while-open", { gate: { ...policy.gate, batch: { on: true, minutes: 60 } } })).toEqual(["passed"]);
  });

  test("agreed hours: in force, over, and due for a look; nobody is named", () => {
    const evening = { MO: [{ start: "19:00", end: "21:00" }] };
    const report = auditOf({
      clientHours: [
        agreedWith("maya-ortiz", evening),
        agreedWith("jonas", evening, { lastDate: "2026-10-31" }),
        agreedWith("berenike", evening, { reviewDate: "2026-11-20" }),
      ],
    });
    expect(linesAbout(report, "agreed-hours").map(({ result }) => result)).toEqual(["passed", "look", "look"]);
    expect(JSON.stringify(report)).not.toMatch(/maya|jonas|berenike/i);
  });

  test("a trip is kept on the clock there, and a season without hours is asked about", () => {
    const travel = [{ id: "trip", zone: "Europe/Berlin", firstDate: "2026-12-07", lastDate: "2026-12-11" }];
    expect(linesAbout(auditOf({ travel }), "travel")).toMatchObject([
      { result: "passed", happens: expect.stringContaining("Berlin time") },
    ]);
    const seasons = [{ id: "s", label: "", firstDate: "2027-07-01", lastDate: "2027-07-31", hours: noHours }];
    expect(resultsOf("seasons", { seasons })).toEqual(["look"]);
  });

  test("no known holidays", () => {
    expect(resultsOf("holidays", { holidays: { area: null, knownThrough: 0, days: [] } })).toEqual(["look"]);
  });

  test("a scenario that the app cannot judge has failed, and the others are judged all the same", () => {
    const broken = { ...settingWith(), regionNames: null } as unknown as AuditSetting;
    const report = audit(broken);
    expect(linesAbout(report, "numbers")).toMatchObject([
      { result: "failed", sentence: "Please report it: TypeError." },
    ]);
    expect(report.counts.passed).toBeGreaterThan(60);
  });
});
