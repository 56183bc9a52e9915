import { describe, expect, test } from "vitest";
import { decide } from "../../../src/domain/gate/gate.ts";
import { factsAt, plain, policyWith } from "../../builders/policy.ts";

const sundayNight = factsAt("2026-11-29T07:00:00Z");
const decideText = (text: string) => decide({ ...plain, text }, sundayNight, policyWith());

describe("a safety phrase on a Sunday at 2 a.m. surfaces at once", () => {
  test.each([
    ["plainly", "I want to die"],
    ["in capitals", "I WANT TO DIE"],
    ["elongated", "i want to dieeee pleeease"],
    ["with digits for letters", "1 w4nt t0 d13"],
    ["letter by letter", "it is about s u i c i d e"],
    ["with dots between the letters", "s.u.i.c.i.d.e"],
    ["with a bar for the first letter of a line", "Please\n| n danger"],
    ["with accents and in Spanish", "quiero MORÍR"],
    ["with an apostrophe", "I don’t want to live, I can't go on"],
    ["without the apostrophe", "I cant go on"],
    ["across a line break", "I want\nto   die"],
    ["negated, because negation does not cancel", "I'm not suicidal"],
    ["as the word HELP alone", "Help!"],
    ["as AYUDA alone", "¡Ayuda!"],
  ])("%s", (_how, text) => {
    expect(decideText(text)).toMatchObject({ kind: "surface", rule: "safety" });
  });

  test("also when it stands in the subject", () => {
    expect(decide({ ...plain, subject: "suicide" }, sundayNight, policyWith())).toMatchObject({
      rule: "safety",
      reasons: ["phrase:suicide"],
    });
  });

  test("also in a session and with do not disturb switched on", () => {
    const facts = factsAt("2026-11-30T15:00:00Z", {
      sessions: [["2026-11-30T14:30:00Z", "2026-11-30T15:30:00Z"]],
      doNotDisturb: ["2026-11-30T14:00:00Z", "2026-11-30T20:00:00Z"],
    });
    expect(decide({ ...plain, text: "I want to die" }, facts, policyWith())).toMatchObject({
      kind: "surface",
      rule: "safety",
    });
  });
});

test.each(["I helped my neighbour move", "my diet is going well", "the discrisis", "He skilled herself up"])(
  "%j is held: no phrase stands in it as whole words",
  (text) => {
    expect(decideText(text)).toMatchObject({ kind: "hold", rule: "closed" });
  },
);

test("a client marked urgent surfaces at any hour, whatever they write", () => {
  expect(decide(plain, factsAt("2026-11-29T07:00:00Z", { urgentClient: true }), policyWith())).toMatchObject({
    kind: "surface",
    rule: "safety",
    reasons: ["client-marked-urgent"],
  });
});

test("a practice with no phrases of its own still hears HELP", () => {
  expect(decide({ ...plain, text: "HELP" }, sundayNight, policyWith({ gate: { safetyPhrases: [] } }))).toMatchObject({
    rule: "safety",
  });
});
