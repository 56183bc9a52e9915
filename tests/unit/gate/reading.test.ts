import { describe, expect, test } from "vitest";
import { findPhrase, isCallForHelp } from "../../../src/domain/gate/phrases.ts";

const finds = (phrase: string, text: string) => findPhrase(text, [phrase]) === phrase;

describe("a word drawn out", () => {
  test("by a dozen letters or signs is still that word", () => {
    expect(finds("suicide", `suicid${"e".repeat(12)}`)).toBe(true);
    expect(finds("suicide", `su${"1".repeat(12)}cide`)).toBe(true);
  });

  test("is met by a phrase that is drawn out itself, however far either goes", () => {
    expect(finds("noooooo", "nooooooooooo")).toBe(true);
    expect(finds("noooooo", "nooo")).toBe(true);
    expect(finds("aaaargh", "aaaargh")).toBe(true);
    expect(finds("noooooo", "no")).toBe(false);
  });

  test("by the words around it begins where its own word does", () => {
    expect(finds("kill", "xkkk kill")).toBe(true);
    expect(finds("kill", "xkkkkill")).toBe(false);
  });
});

test("four ones are four letters, be they of one kind or of two", () => {
  expect(finds("milligrams", "m1111grams")).toBe(true);
});

describe("signs that a computer keeps in two halves", () => {
  test("are letters of one word", () => {
    expect(finds("gunner", "🇬🇺🇳🇳🇪🇷")).toBe(true);
    expect(finds("gun", "🇬🇺🇳🇳🇪🇷")).toBe(false);
  });

  test("may belong to any script", () => {
    expect(finds("𐌰𐌱", "𐌰𐌱")).toBe(true);
    expect(finds("𐌰𐌱", "𐌰𐌲")).toBe(false);
  });

  test("are told from signs that stand near them in the code and take up no second place", () => {
    expect(finds("kill", "❤\uFE0Fkill")).toBe(true);
    expect(finds("kill", "\uE000kill")).toBe(true);
  });
});

describe("a call for help", () => {
  test("is one with any white space around it, and up to 200 signs long", () => {
    expect(isCallForHelp(`${" ".repeat(250)}help${"\n".repeat(250)}`)).toBe(true);
    expect(isCallForHelp(`help${"!".repeat(196)}`)).toBe(true);
    expect(isCallForHelp(`help${"!".repeat(197)}`)).toBe(false);
  });

  test.each(["help me ", "sos ", "ayuda ", "please now ", "help us someone ", "i need help "])(
    "made of %j again and again is read to its end",
    (words) => {
      const again = words.repeat(Math.floor(190 / words.length));
      expect(isCallForHelp(`${again}help`)).toBe(true);
      expect(isCallForHelp(`${again}helpful`)).toBe(false);
    },
  );

  const quoted = "> Thank you for your message.\n> I read messages again on Monday at 9:00.\n";

  test.each([
    ["a line or two", quoted],
    ["a whole reply", quoted.repeat(10)],
    ["what ends its lines in an old way", quoted.replaceAll("\n", "\r")],
  ])("is one above a quotation of %s", (_what, quotation) => {
    const separator = quotation.includes("\n") ? "\n" : "\r";
    expect(isCallForHelp(`Help me${separator}${quotation}`)).toBe(true);
    expect(isCallForHelp(`Helped me${separator}${quotation}`)).toBe(false);
  });

  test("is none where only the quotation calls for it", () => {
    expect(isCallForHelp("Next week\n> help")).toBe(false);
  });
});
