import { describe, expect, test } from "vitest";
import type { Template } from "../../../src/domain/policy/templates.ts";
import { testPractice } from "../../builders/practice.ts";
import { value } from "../../builders/values.ts";

const saturdayAt0210 = "2026-11-28T07:10:00Z";
const own: Template = {
  reason: "closed",
  language: "en",
  form: "mail",
  text: "Thank you for writing to {practice}. Messages are read from {nextOpening}.",
};
const refusal = (field: string) => ({ ok: false, field });

describe("the therapist's own wording", () => {
  test("is what the next client gets, and undoing it brings the shipped one back", async () => {
    const { practice, arrive, email } = await testPractice({ now: saturdayAt0210 });
    const { previousVersion } = value(practice.policy.setTemplate(own));
    await arrive();
    expect(email.sent[0]?.text).toContain("Thank you for writing to Dr. Kim. Messages are read from Monday");
    expect(email.sent[0]?.text).toContain("Emergency: call 911.");
    value(practice.policy.restore(previousVersion));
    expect(practice.policy.replyTemplates().templates.filter((one) => one.own !== null)).toEqual([]);
  });

  test("stands beside the shipped one, for its own language and form alone", async () => {
    const { practice } = await testPractice({ now: saturdayAt0210 });
    value(practice.policy.setTemplate(own));
    value(practice.policy.setTemplate({ ...own, form: "text", text: "{practice}: back {nextOpening}." }));
    const found = practice.policy.replyTemplates().templates.filter(({ reason }) => reason === "closed");
    expect(found.map(({ language, form, own: wording }) => [language, form, wording])).toEqual([
      ["en", "mail", own.text],
      ["en", "text", "{practice}: back {nextOpening}."],
      ["es", "mail", null],
      ["es", "text", null],
    ]);
  });

  test("that is saved again takes the place of the one before", async () => {
    const { practice } = await testPractice({ now: saturdayAt0210 });
    value(practice.policy.setTemplate(own));
    value(practice.policy.setTemplate({ ...own, text: "Messages are read from {nextOpening}." }));
    const wordings = practice.policy.replyTemplates().templates.flatMap((one) => one.own ?? []);
    expect(wordings).toEqual(["Messages are read from {nextOpening}."]);
  });

  test("that is the shipped one, word for word, is none", async () => {
    const { practice } = await testPractice({ now: saturdayAt0210 });
    value(practice.policy.setTemplate(own));
    const shipped = practice.policy.replyTemplates().templates[0]?.shipped ?? "";
    value(practice.policy.setTemplate({ ...own, text: ` ${shipped}\n` }));
    expect(practice.policy.replyTemplates().templates[0]).toMatchObject({ reason: "closed", own: null });
  });

  test("can be given up for the shipped one, once", async () => {
    const { practice } = await testPractice({ now: saturdayAt0210 });
    value(practice.policy.setTemplate(own));
    value(practice.policy.clearTemplate({ reason: "closed", language: "en", form: "mail" }));
    expect(practice.policy.replyTemplates().templates[0]?.own).toBeNull();
    expect(practice.policy.clearTemplate({ reason: "closed", language: "en", form: "mail" })).toMatchObject({
      ok: false,
      sentence: "This reply has the shipped wording already.",
    });
  });

  test.each([
    ["Back {opening}.", /^\{opening\} is not known/],
    ["", /^A reply needs words/],
    ["Someone has been alerted.", /is not true/],
    ["In an emergency call 999.", /not in United States/],
  ])("is refused in a sentence when it says: %s", async (text, sentence) => {
    const { practice } = await testPractice({ now: saturdayAt0210 });
    const outcome = practice.policy.setTemplate({ ...own, text });
    expect(outcome).toMatchObject(refusal("text"));
    expect(!outcome.ok && outcome.sentence).toMatch(sentence);
    expect(practice.policy.availability().version).toBe(1);
  });
});

describe("the preview of a wording", () => {
  const previewOf = async (template: Partial<Template>, closures: readonly { first: string; last: string }[] = []) => {
    const { practice } = await testPractice({ now: saturdayAt0210 });
    for (const { first, last } of closures)
      value(
        practice.policy.addClosure({
          id: first,
          kind: "vacation",
          label: "",
          firstDate: first,
          lastDate: last,
          windows: [],
          cover: { name: "Dr. Osei", phone: "555-0177" },
        }),
      );
    return practice.policy.templatePreview({ ...own, ...template });
  };

  test("is what a client would get now, from a wording that is not saved", async () => {
    const preview = await previewOf({ text: "Read from {nextOpening}." });
    expect(preview).toMatchObject({
      text: "Hello Sam,\n\nRead from Monday, November 30, 9:00 AM (Eastern Time).\n\nEmergency: call 911. Crisis: call or text 988, any time.\n\nThis is an automatic answer.\n",
      emergencyLine: "Emergency: call 911. Crisis: call or text 988, any time.",
      segments: null,
      findings: [],
      plain: null,
      example: { clientName: "Sam", writesAt: Date.parse(saturdayAt0210), coverIsInvented: false },
    });
  });

  test("counts the parts of a text message, and offers letters that are plain", async () => {
    const preview = await previewOf({ form: "text", text: "{practice}: I’m back {nextOpening}." });
    expect(preview.segments).toMatchObject({ encoding: "UCS-2", parts: 2 });
    expect(preview.findings.map(({ code }) => code)).toEqual(["not-plain", "parts"]);
    expect(preview.plain).toBe("{practice}: I'm back {nextOpening}.");
  });

  test("of a vacation takes the next one in the calendar", async () => {
    const preview = await previewOf({ reason: "vacation", text: "Back on {nextOpening}. Urgent: {cover}." }, [
      { first: "2027-02-01", last: "2027-02-05" },
      { first: "2026-12-21", last: "2027-01-01" },
    ]);
    expect(preview.text).toContain("Back on Monday, January 4, 9:00 AM (Eastern Time). Urgent: Dr. Osei, 555-0177.");
    expect(preview.example).toMatchObject({
      writesAt: Date.parse("2026-12-21T17:00:00Z"),
      coverIsInvented: false,
    });
  });

  test("of a vacation invents one where none is planned, and says so", async () => {
    const preview = await previewOf({ reason: "vacation", text: "Back on {nextOpening}. Urgent: {cover}." });
    expect(preview.text).toContain("Back on Monday, December 14, 9:00 AM (Eastern Time). Urgent: Dr. Lee, 555-0100.");
    expect(preview.example.coverIsInvented).toBe(true);
  });

  test("of a wording with faults is shown with them, and with the emergency line", async () => {
    const preview = await previewOf({ text: "Back {opening}." });
    expect(preview.findings).toMatchObject([{ code: "fault", severity: "error" }, { code: "missing-opening" }]);
    expect(preview.text).toContain("Emergency: call 911.");
  });
});

test("what cannot have a value is not offered to be filled in", async () => {
  const { practice } = await testPractice({ now: saturdayAt0210 });
  const offered = (reason: Template["reason"]) =>
    practice.policy.replyTemplates().templates.find((one) => one.reason === reason)?.variables;
  expect(offered("closed")).toEqual(["practice", "firstName", "nextOpening", "cover", "emergency"]);
  expect(offered("unknown-sender")).toEqual(["nextOpening", "emergency"]);
  expect(offered("safety")).toEqual(["practice", "firstName", "nextOpening", "cover"]);
  value(practice.policy.setReplies({ ...practice.policy.availability().replies, nextSession: true }));
  expect(offered("closed")).toContain("nextSession");
  expect(offered("unknown-sender")).not.toContain("nextSession");
});
