import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decide } from "../../../src/domain/gate/gate.ts";
import { ownWordsIn } from "../../../src/domain/gate/own-words.ts";
import { decideReply } from "../../../src/domain/replies/decide-reply.ts";
import { surface } from "../../../src/domain/gate/verdict.ts";
import { factsAt, policyWith } from "../../builders/policy.ts";
import { replyFacts } from "../../builders/reply.ts";

const policy = policyWith();
const sent = [replyFacts(), replyFacts({ verdict: surface("safety", "phrase:suicide") })].flatMap((facts) => {
  const decision = decideReply(facts, policy);
  return decision.kind === "send" ? [decision.text] : [];
});
const quotation = (text: string, width = 60): string =>
  text
    .split("\n")
    .flatMap((line) => (line === "" ? [""] : (line.match(new RegExp(`.{1,${width}}(?:\\s|$)`, "g")) ?? [line])))
    .map((line) => `> ${line.trim()}`)
    .join("\n");
const night = "2026-11-28T07:10:00Z";
const verdictOn = (text: string, subject = "Re: Auto") =>
  decide(
    { subject, text, unreadable: null },
    { ...factsAt(night, { clientId: "maya" }), ownWords: ownWordsIn(text, sent) },
    policy,
  );

describe("a client who quotes our automatic reply", () => {
  test("is held like anybody else, although that reply speaks of emergencies", () => {
    expect(sent).toHaveLength(2);
    for (const reply of sent) {
      const text = `Thanks, Monday is fine.\n\nOn Saturday Dr. Kim wrote:\n${quotation(reply)}`;
      expect(verdictOn(text)).toMatchObject({ kind: "hold", rule: "closed" });
    }
  });

  test("surfaces for what they write themselves above, between or below it, or in the subject", () => {
    for (const reply of sent) {
      const quoted = quotation(reply);
      for (const text of [
        `This is an emergency.\n${quoted}`,
        quoted.replace("\n> \n", "\nI want to die\n"),
        `${quoted}\n\n> I am in crisis`,
      ])
        expect(verdictOn(text)).toMatchObject({ kind: "surface", rule: "safety" });
      expect(verdictOn(quoted, "I am in crisis")).toMatchObject({ kind: "surface", rule: "safety" });
    }
  });

  test("surfaces when a single word of the quotation is another", () => {
    const changed = quotation(sent[0] ?? "", 400).replace("Emergency: call 911", "Emergency: I called 911");
    expect(verdictOn(`Thanks.\n${changed}`)).toMatchObject({ kind: "surface", rule: "safety" });
  });

  test("is never silenced by it: any phrase of theirs beside the quotation is found (FIELD C2)", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...policy.gate.safetyPhrases.filter((phrase) => !phrase.includes("#"))),
        fc.constantFrom(...sent),
        fc.boolean(),
        (phrase, reply, above) => {
          const text = above ? `${phrase}\n\n${quotation(reply)}` : `${quotation(reply)}\n\n${phrase}`;
          expect(verdictOn(text)).toMatchObject({ kind: "surface", rule: "safety" });
        },
      ),
      { numRuns: 400 },
    );
  });
});
