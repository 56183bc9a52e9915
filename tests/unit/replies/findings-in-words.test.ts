import { describe, expect, test } from "vitest";
import type { ReplyForm, ReplyReason } from "../../../src/domain/policy/templates.ts";
import { lint, type LintSetting } from "../../../src/domain/replies/lint.ts";
import { emergencies, regionNames } from "../../../src/practice/words.ts";

const found = (
  text: string,
  reason: ReplyReason = "closed",
  form: ReplyForm = "mail",
  setting: Partial<LintSetting> = {},
) =>
  lint(text, reason, "en", form, {
    region: "US",
    coverSet: true,
    nextSession: false,
    composed: text,
    emergencies,
    regionNames,
    ...setting,
  }).map(({ code, severity, sentence }) => `${code} (${severity}): ${sentence}`);

describe("what is found in a wording is said, with whether it keeps it from being saved", () => {
  test.each<[string, ReplyReason, ReplyForm, readonly string[]]>([
    [
      "Back {nextOpening}. You are being monitored.",
      "closed",
      "mail",
      ["claim (error): “monitored” is not true: the app detects nothing and alerts nobody but you."],
    ],
    [
      "Back {nextOpening}. See you at our session.",
      "closed",
      "mail",
      ["clinical (warning): “session” tells whoever sees it what kind of practice this is."],
    ],
    [
      "Back {nextOpening}. I am abroad.",
      "closed",
      "mail",
      ["absence (warning): “abroad” gives a reason for being away. When messages are read again is enough."],
    ],
    ["Back {nextOpening}. I am abroad.", "holiday", "mail", []],
    [
      "Back {nextOpening}. You hear from me immediately.",
      "closed",
      "mail",
      ["promise (warning): “immediately” is a promise that an automatic reply cannot keep."],
    ],
    [
      "Back {nextOpening}, EST.",
      "closed",
      "mail",
      ["zone (warning): “EST” is typed by hand. {nextOpening} names the zone that is right on that day."],
    ],
    [
      "I am away.",
      "closed",
      "mail",
      ["missing-opening (warning): It does not say when messages are read again: {nextOpening}."],
    ],
    ["Back {nextOpening}.", "vacation", "mail", ["missing-cover (warning): It does not say who covers: {cover}."]],
    ["Back {nextOpening}.", "closed", "text", ["missing-practice (warning): It does not say who answers: {practice}."]],
    [
      "Back {nextOpening}. Yours is {nextSession}.",
      "closed",
      "mail",
      ["never-told (warning): {nextSession} is switched off; its sentence is left out."],
    ],
    [
      "Not read. This is {practice}.",
      "unknown-sender",
      "mail",
      ["never-told (warning): {practice} is never told to unknown senders; its sentence is left out."],
    ],
    [
      "Read now: {emergency}",
      "safety",
      "mail",
      ["emergency-first (warning): The emergency line comes first here; the sentence with {emergency} is left out."],
    ],
  ])("%s", (text, reason, form, expected) => {
    expect(found(text, reason, form)).toEqual(expected);
  });

  test("a long text message with the number of its parts", () => {
    const setting = { composed: "x".repeat(161) };
    expect(found("{practice} reads {nextOpening}.", "closed", "text", setting)).toEqual([
      "parts (warning): Goes out in 2 parts; some phones show them apart.",
    ]);
  });

  test("strange signs with their names", () => {
    expect(found("{practice} reads {nextOpening} 😀", "closed", "text")).toEqual([
      "not-plain (warning): Not in the alphabet of plain text messages: “😀”. With it a part has room for 70 characters instead of 160.",
    ]);
  });
});

test("STOP is named in the confirmation of STOP and of START, and nowhere else", () => {
  const stop = "Write STOP when you want none.";
  expect(found(stop, "opt-out")).toEqual([]);
  expect(found(stop, "opt-in")).toEqual([]);
  expect(found(`Back {nextOpening}. ${stop}`)).toEqual([
    "keyword (warning): Phone companies take STOP for a command of their own. A client who writes it may be cut off, or joined, unknown to you.",
  ]);
});

test("what braces hold is no part of the words around it", () => {
  expect(found("My{practice}session is {nextOpening}.")).toHaveLength(1);
  expect(found("Back {nextOpening} {practice}.")).toEqual([]);
});
