import { describe, expect, test } from "vitest";
import type { Closure } from "../../../src/domain/policy/hours.ts";
import { compose, type Composition, languageOfPractice } from "../../../src/domain/replies/compose.ts";
import { replyWords } from "../../../src/practice/words.ts";
import { policyWith } from "../../builders/policy.ts";

// Saturday 28 November 2026, 02:10 in New York; the practice opens on Monday at 9:00.
const now = Date.parse("2026-11-28T07:10:00Z");
const monday = Date.parse("2026-11-30T14:00:00Z");

const closed = (kind: Closure["kind"], firstDate: string, lastDate: string): Closure => ({
  id: kind,
  kind,
  label: "",
  firstDate,
  lastDate,
  windows: [],
  cover: null,
});

const say = (said: Partial<Composition> = {}) =>
  compose({
    reason: "closed",
    form: "mail",
    language: "en",
    now,
    readFrom: monday,
    firstName: "Maya",
    nextSession: null,
    cover: null,
    clientZone: null,
    policy: policyWith(),
    words: replyWords.en,
    ...said,
  }).text;
const own = (text: string, said: Partial<Composition> = {}) => {
  const { reason = "closed", form = "mail" } = said;
  return say({ ...said, policy: { ...policyWith(), templates: [{ reason, language: "en", form, text }] } });
};

describe("a stranger is told the opening", () => {
  const toStranger = (...closures: Closure[]) =>
    say({ reason: "unknown-sender", firstName: null, policy: policyWith({ closures }) });
  const told = /Monday, November 30/;

  test.each([
    ["on an ordinary weekend", []],
    ["after a day off", [closed("day-off", "2026-11-28", "2026-11-29")]],
    ["before a vacation", [closed("vacation", "2026-12-01", "2026-12-04")]],
    ["after a vacation that was over before today", [closed("vacation", "2026-11-20", "2026-11-27")]],
  ])("%s", (_when, closures) => {
    expect(toStranger(...closures)).toMatch(told);
  });

  test.each([
    ["on a vacation", [closed("vacation", "2026-11-23", "2026-11-29")]],
    ["on the last day of a vacation", [closed("vacation", "2026-11-20", "2026-11-28")]],
    ["that falls on a vacation's first day", [closed("vacation", "2026-11-30", "2026-12-04")]],
    [
      "among other closures",
      [closed("day-off", "2026-12-24", "2026-12-24"), closed("vacation", "2026-11-28", "2026-11-29")],
    ],
  ])("but not %s", (_when, closures) => {
    expect(toStranger(...closures)).not.toMatch(told);
  });
});

describe("a text message", () => {
  const text = (template: string, said: Partial<Composition> = {}) => own(template, { ...said, form: "text" });

  test("ends the therapist's words with a full stop where they have no end of their own", () => {
    expect(text("Away. Back soon")).toContain("Away. Back soon. ");
    expect(text("Back soon!")).toMatch(/^Back soon! \S/);
    expect(text("Back soon…")).toMatch(/^Back soon… \S/);
  });

  test("of which nothing is left says the emergency line and nothing before it", () => {
    const emergency = replyWords.en.emergency.US.text;
    expect(text("Ask {cover}").startsWith(emergency)).toBe(true);
    expect(text("Ask {cover}", { reason: "safety" })).toMatch(
      new RegExp(`^${emergency.replaceAll(/[.]/g, "\\.")} \\S`),
    );
  });

  test("has the emergency line once, where the therapist placed it", () => {
    const emergency = replyWords.en.emergency.US.text;
    const said = text("{emergency} I am away.");
    expect(said.startsWith(emergency)).toBe(true);
    expect(said.split(emergency)).toHaveLength(2);
  });

  test("names who covers without a comma, a mail with one", () => {
    const cover = { name: "Dr. Lee", phone: "555-0100" };
    expect(text("Call {cover} now.", { cover })).toContain("Call Dr. Lee 555-0100 now.");
    expect(own("Call {cover} now.", { cover })).toContain("Call Dr. Lee, 555-0100 now.");
  });
});

describe("a mail", () => {
  test("has no empty paragraph where nothing of a template is left", () => {
    expect(own("Ask {cover}.")).not.toMatch(/\n{3}/);
    expect(own("Ask {cover}.", { reason: "safety" })).not.toMatch(/\n{3}/);
  });

  test("greets a client by name, and a stranger without one", () => {
    expect(say().split("\n")[0]).toContain("Maya");
    expect(say({ reason: "unknown-sender" }).split("\n")[0]).toBe(replyWords.en.greetingUnnamed);
    expect(say({ firstName: null }).split("\n")[0]).toBe(replyWords.en.greetingUnnamed);
  });
});

test.each([
  ["en-US", "en"],
  ["es-MX", "es"],
  ["ES-es", "es"],
  ["es", "es"],
  ["de-DE", "en"],
  ["pt-es", "en"],
])("a practice with the locale %s writes to strangers in %s", (locale, language) => {
  const policy = policyWith();
  expect(languageOfPractice({ ...policy, practice: { ...policy.practice, locale } })).toBe(language);
});
