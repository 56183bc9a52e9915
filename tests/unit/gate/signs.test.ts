import { describe, expect, test } from "vitest";
import { findPhrase } from "../../../src/domain/gate/phrases.ts";

const finds = (phrase: string, text: string) => findPhrase(text, [phrase]) === phrase;

describe("a sign is read as the letter it stands for", () => {
  test.each([
    ["0", "overdose", "0verd0se"],
    ["1, as i or as l", "kill", "k111"],
    ["3", "knife", "knif3"],
    ["4", "razor", "r4zor"],
    ["5", "suicide", "5uicide"],
    ["6, as g", "goodbye", "6oodbye"],
    ["6, as b", "blade", "6lade"],
    ["7", "cut myself", "cu7 myself"],
    ["8", "blade", "8lade"],
    ["9", "goodbye", "9oodbye"],
    ["@", "razor", "r@zor"],
    ["$", "suicide", "$uicide"],
    ["!, as i or as l", "kill", "k!!!"],
    ["¡", "knife", "kn¡fe"],
    ["|, as i or as l", "kill", "k|||"],
    ["€", "knife", "knif€"],
    ["£", "blade", "b£ade"],
    ["¢", "suicide", "sui¢ide"],
  ])("%s", (_sign, phrase, text) => expect(finds(phrase, text)).toBe(true));

  test.each([
    ["0", "suicide", "0uicide"],
    ["$", "razor", "r$zor"],
    ["€", "razor", "r€zor"],
  ])("%s, and as no other letter", (_sign, phrase, text) => expect(finds(phrase, text)).toBe(false));
});

describe("a star or the like hides one letter of a word", () => {
  test.each(["*", "#", "%", "•", "●"])("%s", (mask) => expect(finds("suicide", `s${mask}icide`)).toBe(true));
  test("and no sign that only separates does", () => expect(finds("suicide", "s.icide")).toBe(false));
});

describe("a letter that looks like another is read as that", () => {
  test.each([
    ["small Cyrillic", "рореѕ", "popes"],
    ["Cyrillic capitals", "ЅUІСІDЕ", "suicide"],
    ["small Greek", "κιll", "kill"],
    ["Greek capitals", "ΚΝΙFΕ", "knife"],
    ["Armenian", "ցսո", "gun"],
    ["Armenian capitals", "ՑՍՈ", "gun"],
    ["phonetic", "ɡun", "gun"],
    ["dotless", "dıe", "die"],
    ["small capitals", "ʀᴀᴢᴏʀ", "razor"],
    ["crossed", "øverđøse", "overdose"],
    ["in black circles", "🅚🅘🅛🅛", "kill"],
    ["in black squares", "🅺🅸🅻🅻", "kill"],
    ["in flags, the first and the last of the alphabet among them", "🇷🇦🇿🇴🇷", "razor"],
  ])("%s", (_how, text, phrase) => expect(finds(phrase, text)).toBe(true));
});

describe("what nobody sees stands between no letters", () => {
  test.each([
    ["a soft hyphen", "\u00AD"],
    ["a zero-width space", "\u200B"],
    ["a combining accent", "\u0301"],
    ["a combining sign of another script", "\u0E31"],
    ["a filler of Korean writing", "\u3164"],
    ["a variation sign", "\uFE0F"],
    ["a skin tone", "🏽"],
  ])("%s", (_what, sign) => expect(finds("kill", `ki${sign}ll`)).toBe(true));

  test.each(["'", "’", "‘", "`", "ʼ", "′", "＇"])("an apostrophe, written %s", (apostrophe) => {
    expect(finds("cant go on", `can${apostrophe}t go on`)).toBe(true);
    expect(finds("don", `don${apostrophe}t`)).toBe(false);
  });
});

describe("in the list of phrases", () => {
  test("a dollar or an at sign is the letter it stands for", () => {
    expect(finds("kick a$$", "kick ass")).toBe(true);
    expect(finds("r@zor", "razor")).toBe(true);
  });

  test("other signs are not", () => {
    expect(finds("stop!", "stop")).toBe(true);
    expect(finds("st*p", "stp")).toBe(true);
    expect(finds("st*p", "stap")).toBe(false);
  });

  test("an emoji is a phrase by itself, the sign of a letter is none", () => {
    expect(finds("💊", "took a 💊")).toBe(true);
    expect(finds("©", "©")).toBe(false);
  });
});

test("a letter that looks like no other is not passed over as a sign is", () => {
  expect(finds("kill", "k!ll")).toBe(true);
  expect(finds("kill", "kiяll")).toBe(false);
});

test("zero is a number like any other", () => expect(finds("# mg", "0 mg")).toBe(true));
