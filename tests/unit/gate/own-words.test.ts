import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decide } from "../../../src/domain/gate/gate.ts";
import { mayQuoteReplies, ownWordsIn, withoutOwnWords } from "../../../src/domain/gate/own-words.ts";
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

  test("surfaces for a phrase below it that begins with a bar for a letter, as a disguise and not as a mark of quotation", () => {
    for (const reply of sent)
      expect(verdictOn(`${quotation(reply)}\n|n danger`)).toMatchObject({ reasons: ["phrase:in danger"] });
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

describe("of what a mail repeats of our replies", () => {
  const thanks = "Thank you for your message, which has arrived.";
  const back = "I read messages again on Monday at 9:00.";
  const reply = `Hello,\n\n${thanks}\n \t\n${back}\n`;
  const filler = "I wanted to ask whether we could move the session of next week by an hour or so, if that suits you. ";
  const long = filler.repeat(2);

  test("nothing is looked for in a text of fewer than 200 signs, too short to quote one", () => {
    const text = thanks.padEnd(199, ".");
    expect(mayQuoteReplies(text)).toBe(false);
    expect(ownWordsIn(text, [reply])).toEqual([]);
    expect(mayQuoteReplies(`${text}.`)).toBe(true);
    expect(ownWordsIn(`${text}.`, [reply])).toEqual([thanks]);
  });

  test("each paragraph is ours by itself, whatever stands between them", () => {
    expect(ownWordsIn(`${back}\n${long}\n${thanks}`, [reply])).toEqual([thanks, back]);
    expect(ownWordsIn(`${long}\n${back}`, [reply])).toEqual([back]);
    expect(ownWordsIn(long, [reply])).toEqual([]);
  });

  test("a paragraph of fewer than 20 signs, such as a greeting, is nobody's in particular", () => {
    const [nineteen, twenty] = ["Until Monday at 9am", "Until Monday at 9am."];
    expect(ownWordsIn(`${nineteen} ${long}`, [nineteen])).toEqual([]);
    expect(ownWordsIn(`${twenty} ${long}`, [twenty])).toEqual([twenty]);
  });

  test("a paragraph that two replies have in common is one", () => {
    expect(ownWordsIn(`${thanks} ${long}`, [reply, reply])).toEqual([thanks]);
  });

  test("neither marks of quotation nor where lines break makes a difference", () => {
    for (const quoted of [
      "> Thank you for your\n> message, which has\n> arrived.",
      ">> Thank you for your message,\n>>   which   has arrived.",
      "| Thank you for your message, which has arrived.",
      "  Thank you for your\r\n  message, which has\tarrived.",
    ])
      expect(ownWordsIn(`${long}\n${quoted}`, [reply])).toEqual([thanks]);
  });

  test("a mark in the middle of a line is no quotation", () => {
    expect(ownWordsIn(`${long}\nThank you for your > message, which has arrived.`, [reply])).toEqual([]);
  });

  test("the rest is the client's, with each of our paragraphs gone wherever it stands", () => {
    expect(withoutOwnWords(`Fine.\n> ${thanks}\nSee you.\n\n>> ${thanks}\n`, [thanks])).toBe("Fine. \n See you. \n");
  });

  test("of two paragraphs of which one begins with the other, nothing of the longer is left as the client's", () => {
    const longer = `${back} In an emergency, call 911.`;
    for (const ownWords of [
      [back, longer],
      [longer, back],
    ])
      expect(withoutOwnWords(`Fine. ${longer}`, ownWords)).toBe("Fine. \n");
  });
});
