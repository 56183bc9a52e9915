import { describe, expect, test } from "vitest";
import { fillTemplate, linesOf } from "../../../src/domain/replies/template.ts";

const filled = (
  template: string,
  values: Parameters<typeof fillTemplate>[1]["values"] = {},
  instead: Parameters<typeof fillTemplate>[1]["instead"] = {},
) => fillTemplate(template, { values, instead });
const text = (...given: Parameters<typeof filled>) => filled(...given).text;

describe("a template is filled in", () => {
  test("as it stands where it asks for nothing", () => {
    expect(filled("I am away. See you.")).toEqual({ text: "I am away. See you.", placed: new Set() });
  });

  test("and what was placed is known", () => {
    expect(filled("Hello {firstName}. Back {nextOpening}.", { firstName: "Maya", nextOpening: "Monday" })).toEqual({
      text: "Hello Maya. Back Monday.",
      placed: new Set(["firstName", "nextOpening"]),
    });
  });

  test("without a second full stop after a value that ends in one", () => {
    expect(text("Back at {nextOpening}. Bye.", { nextOpening: "9 a.m." })).toBe("Back at 9 a.m. Bye.");
    expect(text("Back at {nextOpening}. Bye.", { nextOpening: ".9" })).toBe("Back at .9. Bye.");
  });
});

describe("a sentence without its value is left out whole", () => {
  test("and the others stay", () => {
    expect(filled("Hello. Call {cover} instead. Bye.")).toEqual({ text: "Hello. Bye.", placed: new Set() });
  });

  test("with its line, but not with the paragraphs around it", () => {
    expect(text("Hello.\nCall {cover}.\nBye.")).toBe("Hello.\nBye.");
    expect(text("Hello.\n\nCall {cover}.\n\nBye.")).toBe("Hello.\n\nBye.");
    expect(text("Call {cover}.\n\nBye.\n\nAsk {practice}.")).toBe("Bye.");
    expect(text("Hello. Call {cover}.\nBye.")).toBe("Hello.\nBye.");
  });

  test("unless something else is said instead, once", () => {
    const instead = { nextOpening: "No date is set." };
    expect(text("Back {nextOpening}. Yes, {nextOpening}. Bye.", {}, instead)).toBe("No date is set. Bye.");
    expect(text("Back {nextOpening} with {cover}. Bye.", {}, instead)).toBe("Bye.");
    expect(filled("Back {nextOpening}.", {}, instead).placed.size).toBe(0);
  });

  test("also one that cannot be filled: a name nobody knows, a brace that stands alone", () => {
    expect(text("Hello {moon}. Bye.")).toBe("Bye.");
    expect(text("Hello {moon} and {firstName}. Bye.", { firstName: "Maya" })).toBe("Bye.");
    expect(text("Hello { you. Bye.")).toBe("Bye.");
    expect(text("Hello } you. Bye.")).toBe("Bye.");
  });
});

describe("the lines of a template", () => {
  const parts = (template: string) => linesOf(template).map((line) => line.map((one) => one.text));

  test("end as on any computer", () => {
    expect(parts("One.\nTwo.\r\nThree.")).toEqual([["One."], ["Two."], ["Three."]]);
  });

  test("are empty where there is nothing but spaces", () => {
    expect(parts("One.\n  \t\nTwo.")).toEqual([["One."], [], ["Two."]]);
  });

  test("are parted into sentences, a title or an initial ending none", () => {
    expect(parts("Ask Dr. Lee. Or Jo A. Kim. Bye.")).toEqual([["Ask Dr. Lee. ", "Or Jo A. Kim. ", "Bye."]]);
    expect(parts("Dr. Lee reads. Ask Jo A.")).toEqual([["Dr. Lee reads. ", "Ask Jo A."]]);
    expect(parts("{firstName} is here. {practice} reads.")).toEqual([["{firstName} is here. ", "{practice} reads."]]);
  });

  test("are the same whether asked for once or again", () => {
    const once = linesOf("Always the same.");
    linesOf("Another.");
    expect(linesOf("Always the same.")).toBe(once);
  });

  test("are not kept for ever, however many wordings are tried", () => {
    const before = linesOf("Tried first.");
    for (let wording = 0; wording < 1000; wording += 1) linesOf(`Wording ${wording}.`);
    expect(linesOf("Tried first.")).not.toBe(before);
    expect(linesOf("Tried first.")).toEqual(before);
  });

  test("and what they ask for is known", () => {
    const asked = linesOf("Back {nextOpening}, {firstName}. Hello {moon}. Bye.").flat();
    expect(asked.map(({ variables }) => variables)).toEqual([["nextOpening", "firstName"], null, []]);
  });
});
