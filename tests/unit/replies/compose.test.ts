import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Closure } from "../../../src/domain/policy/hours.ts";
import { languages, type Policy, type Region, regions } from "../../../src/domain/policy/policy.ts";
import {
  replyForms,
  type ReplyReason,
  replyReasons,
  replyVariables,
  type Template,
  templatesSchema,
} from "../../../src/domain/policy/templates.ts";
import { compose, type Composition, heldReasons } from "../../../src/domain/replies/compose.ts";
import { segmentsOf } from "../../../src/domain/replies/segments.ts";
import { emergencies, replyWords } from "../../../src/practice/words.ts";
import { policyWith } from "../../builders/policy.ts";

// Saturday 28 November 2026, 02:10 in New York; the practice opens on Monday at 9:00.
const now = Date.parse("2026-11-28T07:10:00Z");
const monday = Date.parse("2026-11-30T14:00:00Z");
const inTwoWeeks = Date.parse("2026-12-14T14:00:00Z");
const cover = { name: "Dr. Lee", phone: "555-0100" };

const vacation: Closure = {
  id: "v",
  kind: "vacation",
  label: "Lisbon",
  firstDate: "2026-11-30",
  lastDate: "2026-12-11",
  windows: [],
  cover,
};

function policyOf(
  said: { region?: Region; templates?: readonly Template[]; closures?: readonly Closure[] } = {},
): Policy {
  const policy = policyWith({ closures: said.closures ?? [] });
  return {
    ...policy,
    practice: { ...policy.practice, name: "J. Kim", region: said.region ?? "US" },
    templates: said.templates ?? [],
  };
}

function say(said: Partial<Composition> = {}): string {
  return compose({
    reason: "closed",
    form: "mail",
    language: "en",
    now,
    readFrom: monday,
    firstName: "Maya",
    nextSession: null,
    cover: null,
    clientZone: null,
    policy: policyOf(),
    words: replyWords[said.language ?? "en"],
    ...said,
  }).text;
}

/** What is said when the therapist wrote this for the reply. */
function sayIn(text: string, said: Partial<Composition> = {}): string {
  const { reason = "closed", form = "mail", language = "en" } = said;
  return say({ ...said, policy: policyOf({ templates: [{ reason, language, form, text }] }) });
}

const everyReply = languages.flatMap((language) =>
  regions.flatMap((region) =>
    replyForms.flatMap((form) => replyReasons.map((reason) => ({ language, region, form, reason }))),
  ),
);
const leads = (reason: ReplyReason) => reason === "safety" || reason === "safety-unknown-sender";

describe("the emergency line (promise 3)", () => {
  test.each(everyReply)("of $region stands in the $form in $language that says $reason", (one) => {
    const { language, region, form, reason } = one;
    const text = say({ language, form, reason, policy: policyOf({ region }) });
    const line = replyWords[language].emergency[region][form];
    expect(text).toContain(line);
    expect(line).toContain(emergencies[region].numbers[0]);
    if (leads(reason)) expect(text.startsWith(line)).toBe(true);
    expect(text).not.toMatch(/[{}]/);
  });

  test("stands in every reply, whatever a template says, and comes first in a safety reply", () => {
    const piece = fc.oneof(
      fc.constantFrom(...replyVariables.map((name) => `{${name}}`)),
      fc.constantFrom(
        "{",
        "}",
        "{{",
        "{emergency",
        "emergency}",
        "{ emergency }",
        "{EMERGENCY}",
        "{constructor}",
        "{}",
      ),
      fc.constantFrom(". ", "! ", "\n", "\n\n", "\r\n", " ", "Dr. ", "a.m. "),
      fc.string({ unit: "grapheme", maxLength: 12 }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...everyReply),
        fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join("")),
        fc.record({
          firstName: fc.constantFrom("Maya", null),
          readFrom: fc.constantFrom(monday, inTwoWeeks, null),
          nextSession: fc.constantFrom(monday, null),
          cover: fc.constantFrom(cover, null),
          clientZone: fc.constantFrom("Europe/Paris", null),
        }),
        ({ language, region, form, reason }, template, facts) => {
          const templates = [{ reason, language, form, text: template }];
          const policy = policyOf({ region, templates, closures: [vacation] });
          const text = say({ language, form, reason, policy, ...facts });
          const line = replyWords[language].emergency[region][form];
          expect(text).toContain(line);
          if (leads(reason)) expect(text.startsWith(line)).toBe(true);
          expect(text).not.toMatch(/\{\w*\}/);
          expect(text).toContain(replyWords[language].automatic[form]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("stands where the template places it, and then only there", () => {
    const text = sayIn("Before all: {emergency} Messages are read from {nextOpening}.");
    expect(text.split("Emergency: call 911.")).toHaveLength(2);
    expect(text).toContain("Before all: Emergency: call 911. Crisis: call or text 988, any time. Messages are read");
  });

  test("is added when the sentence that placed it is left out", () => {
    const text = sayIn("Call {cover}, or: {emergency}");
    expect(text).not.toContain("or:");
    expect(text).toContain("\n\nEmergency: call 911.");
  });
});

describe("a sentence that needs what there is not", () => {
  test("is left out whole, and the others stay", () => {
    expect(sayIn("Closed. If urgent, call {cover}. Until soon.")).toContain("\n\nClosed. Until soon.\n\n");
    expect(sayIn("Closed. If urgent, call {cover}. Until soon.", { cover })).toContain(
      "Closed. If urgent, call Dr. Lee, 555-0100. Until soon.",
    );
  });

  test("takes a title with it that ends in a full stop", () => {
    expect(sayIn("Closed. If urgent, call Dr. {cover}.")).toContain("\n\nClosed.\n\n");
  });

  test("takes its line with it, and its paragraph", () => {
    expect(sayIn("Closed.\n\nYour next time is {nextSession}.\n\nUntil soon.")).toContain(
      "\n\nClosed.\n\nUntil soon.\n\n",
    );
  });

  test("leaves out a first name that is not known", () => {
    expect(sayIn("Dear {firstName}, thank you. Closed.", { firstName: null })).toContain("Hello,\n\nClosed.\n\n");
  });

  test("is replaced when no opening is in sight (FIELD T6)", () => {
    expect(say({ readFrom: null })).toContain(
      "Messages are not being read now. No date is set for when messages are read again.",
    );
    expect(say({ readFrom: null, language: "es" })).toContain(
      "Ahora no se leen mensajes. No hay una fecha fijada para volver a leer los mensajes.",
    );
    expect(say({ readFrom: null, form: "text" })).toBe(
      "Messages are not read now; no date is set. Emergency: call 911. Crisis: call or text 988. Auto-reply.",
    );
  });

  test("says only once that no date is set", () => {
    const text = sayIn("Read from {nextOpening}. Truly from {nextOpening}.", { readFrom: null });
    expect(text.split("No date is set")).toHaveLength(2);
  });

  test("says nothing of dates in a safety reply", () => {
    expect(sayIn("Read from {nextOpening}. Take care.", { reason: "safety", readFrom: null })).not.toContain("date");
  });
});

describe("when messages are read again", () => {
  const until = (said: Partial<Composition>) => sayIn("Until {nextOpening}", said).match(/Until (.+)/)?.[1] ?? "";
  const text = (said: Partial<Composition> = {}) => until({ form: "text", ...said }).replace(/\. Emerg.+$/, "");

  test("is told in a mail with weekday, date, time and zone, in the client's language", () => {
    expect(until({})).toBe("Monday, November 30, 9:00 AM (Eastern Time)");
    expect(until({ language: "es" })).toBe("lunes, 30 de noviembre, 9:00 a.m. (hora oriental)");
    expect(until({ readFrom: Date.parse("2026-11-28T15:00:00Z") })).toBe("10:00 AM today (Eastern Time)");
  });

  test("is told in a text message with the weekday alone, up to six days ahead", () => {
    expect(text()).toBe("Mon 9:00 AM");
    expect(text({ language: "es" })).toBe("lun 9:00 am");
    expect(text({ readFrom: Date.parse("2026-12-04T14:00:00Z") })).toBe("Fri 9:00 AM");
    expect(text({ readFrom: Date.parse("2026-12-05T14:00:00Z") })).toBe("Sat Dec 5, 9:00 AM");
    expect(text({ readFrom: inTwoWeeks, language: "es" })).toBe("lun 14 dic, 9:00 am");
    expect(text({ readFrom: Date.parse("2026-11-28T22:00:00Z") })).toBe("today 5:00 PM");
  });

  test("keeps to letters that a plain text message has, on a Spanish Saturday", () => {
    expect(text({ language: "es", now: now - 86_400_000, readFrom: now + 86_400_000 / 4 })).toBe("sab 8:10 am");
  });

  test("names the zone in a text message only when the client's clock shows another time then", () => {
    expect(text({ clientZone: "America/Toronto" })).toBe("Mon 9:00 AM");
    expect(text({ clientZone: "America/Los_Angeles" })).toBe("Mon 9:00 AM ET");
    // Phoenix keeps no summer time: the same clock as Denver in winter, another in summer.
    const policy = policyWith({ zone: "America/Denver" });
    const july = { now: Date.parse("2026-07-04T15:00:00Z"), readFrom: Date.parse("2026-07-06T15:00:00Z") };
    const template = { reason: "closed", language: "en", form: "text", text: "Until {nextOpening}" } as const;
    const inDenver = { ...policy, templates: [template] };
    const inPhoenix = { form: "text", policy: inDenver, clientZone: "America/Phoenix" } as const;
    expect(say({ ...inPhoenix, readFrom: Date.parse("2026-11-30T16:00:00Z") })).toContain("Until Mon 9:00 AM. ");
    expect(say({ ...inPhoenix, ...july })).toContain("Until Mon 9:00 AM MT. ");
  });
});

describe("a text message", () => {
  const facts = { form: "text", policy: policyOf() } as const;

  test.each(languages.flatMap((language) => replyReasons.map((reason) => ({ language, reason }))))(
    "that says $reason in $language is one plain part in the United States",
    ({ language, reason }) => {
      const away = reason === "vacation" ? { readFrom: inTwoWeeks, cover } : {};
      expect(segmentsOf(say({ ...facts, language, reason, ...away }))).toMatchObject({ encoding: "GSM-7", parts: 1 });
    },
  );

  test("is one line: who, until when, whom to call, and that it is automatic (FIELD 4d)", () => {
    expect(say(facts)).toBe(
      "J. Kim: closed, messages are not read until Mon 9:00 AM. Emergency: call 911. Crisis: call or text 988. Auto-reply.",
    );
    expect(sayIn("Closed\n\nuntil {nextOpening}", facts)).toBe(
      "Closed until Mon 9:00 AM. Emergency: call 911. Crisis: call or text 988. Auto-reply.",
    );
  });
});

describe("a vacation", () => {
  test.each(replyForms)("is answered by %s with who covers and the date of return, and nothing else", (form) => {
    const text = say({
      form,
      reason: "vacation",
      readFrom: inTwoWeeks,
      cover,
      policy: policyOf({ closures: [vacation] }),
    });
    expect(text).toContain("Dr. Lee");
    expect(text).toContain("555-0100");
    expect(text).toMatch(/Dec(ember)? 14/);
    expect(text).not.toMatch(/Lisbon|vacation|holiday|travel/i);
  });

  test.each(replyForms)("without cover says nothing of one by %s", (form) => {
    const text = say({ form, reason: "vacation", readFrom: inTwoWeeks });
    expect(text).not.toMatch(/cover|urgent|cannot wait/i);
  });
});

describe("unknown senders (FIELD E12)", () => {
  const reasons = ["unknown-sender", "safety-unknown-sender"] as const;
  const everyWord = replyVariables.map((name) => `Here: {${name}}.`).join(" ");

  test.each(reasons.flatMap((reason) => replyForms.map((form) => ({ reason, form }))))(
    "are told neither name nor cover nor session by $form as $reason, even where the template asks for it",
    ({ reason, form }) => {
      const text = sayIn(everyWord, { reason, form, cover, nextSession: monday });
      expect(text).not.toMatch(/J\. Kim|Maya|Lee|555/);
      expect(text.match(/Here:/g)?.length).toBe(reason === "unknown-sender" ? 2 : 1);
    },
  );

  test("are told the next opening, but not when a vacation ends", () => {
    expect(say({ reason: "unknown-sender" })).toContain("It is read again from Monday, November 30");
    const policy = policyOf({ closures: [vacation] });
    const text = say({ reason: "unknown-sender", readFrom: inTwoWeeks, policy });
    expect(text).not.toMatch(/December|No date/);
    expect(text).toContain("This mailbox is not being read now.");
  });
});

describe("the therapist's own wording", () => {
  const own: Template = { reason: "closed", language: "en", form: "mail", text: "Back on {nextOpening}." };

  test("is used for its reason, language and form, and the shipped words for all others", () => {
    const policy = policyOf({ templates: [own] });
    expect(say({ policy })).toContain("Back on Monday");
    expect(say({ policy, form: "text" })).not.toContain("Back on");
    expect(say({ policy, language: "es" })).not.toContain("Back on");
    expect(say({ policy, reason: "holiday" })).not.toContain("Back on");
  });

  const faultOf = (text: string, form: Template["form"] = "mail") =>
    templatesSchema.safeParse([{ ...own, form, text }]).error?.issues.map(({ message }) => message) ?? [];

  test("is refused with the name that is not known", () => {
    expect(faultOf("Back {nextopening}.")).toEqual([
      "{nextopening} is not known. What can be filled in: {practice}, {firstName}, {nextOpening}, {nextSession}, {cover}, {emergency}.",
    ]);
  });

  test("is refused when it is empty, too long, has a stray brace, or places the emergency line twice", () => {
    expect(faultOf("  ")).toEqual(["A reply needs words."]);
    expect(faultOf("x".repeat(601), "text")).toEqual(["This is too long. At most 600 characters."]);
    expect(faultOf("x".repeat(601), "mail")).toEqual([]);
    expect(faultOf("Back {nextOpening")).toEqual(["A brace stands alone. Braces are only for what is filled in."]);
    expect(faultOf("{emergency} {emergency}")).toEqual(["{emergency} stands more than once."]);
  });

  test("is one for a reason, language and form", () => {
    expect(templatesSchema.safeParse([own, { ...own, text: "Other." }]).success).toBe(false);
    expect(templatesSchema.safeParse([own, { ...own, form: "text" }]).success).toBe(true);
  });

  test("does not take a client's name for something to fill in", () => {
    expect(sayIn("For {firstName}.", { firstName: "{cover}", cover })).toContain("For {cover}.");
  });
});

test("every answer to a held message says when messages are read again", () => {
  for (const reason of heldReasons) expect(say({ reason })).toContain("November 30");
});
