import fc from "fast-check";
import { expect, test } from "vitest";
import { findPhrase, isCallForHelp } from "../../../src/domain/gate/phrases.ts";
import { defaultSafetyPhrases } from "../../../src/practice/words.ts";

const placeOf = (text: string, phrases: readonly string[] = defaultSafetyPhrases): number => {
  const phrase = findPhrase(text, phrases);
  return phrase === null ? Number.POSITIVE_INFINITY : phrases.indexOf(phrase);
};

const anyPhrase = fc.constantFrom(...defaultSafetyPhrases);
const isLetter = (sign: string) => /\p{L}/u.test(sign);
const isAscii = (sign: string) => /^[a-z]$/i.test(sign);

/** What happens to one letter of a disguised phrase. */
interface Touch {
  readonly upper: boolean;
  readonly accent: string;
  readonly stand: boolean;
  readonly extra: number;
  readonly gap: string;
}

const plainTouch: Touch = { upper: false, accent: "", stand: false, extra: 0, gap: "" };
const touch: fc.Arbitrary<Touch> = fc.record({
  upper: fc.boolean(),
  accent: fc.constantFrom("", "", "\u0301", "\u0308", "\u0323\u0302"),
  stand: fc.boolean(),
  extra: fc.constantFrom(0, 0, 2, 3, 12),
  gap: fc.constantFrom("", "", " ", ".", "-", "_", "\u200B", "\u00AD", "\n> ", "…", "’", ", ", "*", "😭"),
});

const lookalikes: Readonly<Record<string, string>> = {
  a: "а",
  b: "Ь",
  c: "с",
  e: "3",
  g: "9",
  i: "1",
  k: "к",
  l: "1",
  o: "0",
  p: "р",
  s: "$",
  t: "7",
  x: "х",
  y: "у",
};
const standIn = (letter: string) =>
  letter === "b" ? "8" : (lookalikes[letter] ?? String.fromCodePoint(0xff41 + letter.charCodeAt(0) - 97));

function disguise(phrase: string, touches: readonly Touch[], number: number): string {
  return Array.from(phrase.replace("#", String(number)))
    .map((sign, index) => {
      const { upper, accent, stand, extra, gap } = touches[index % touches.length] ?? plainTouch;
      if (!isLetter(sign)) return sign;
      const base = stand && isAscii(sign) ? standIn(sign.toLowerCase()) : upper ? sign.toUpperCase() : sign;
      return `${`${base}${accent}`.repeat(1 + extra)}${gap}`;
    })
    .join("");
}

const surrounding = fc.constantFrom(
  "",
  "I am not ",
  "never: ",
  "(",
  '"',
  "no ",
  "¡",
  "Hi Dr. Kim!\n\n",
  "12 ",
  "😀",
  "$$$ ",
  "x x x ",
);

test("a shipped phrase is found in any case, accented, drawn out, apart, in stand-ins for letters, negated, amid other words", () => {
  fc.assert(
    fc.property(
      anyPhrase,
      fc.array(touch, { minLength: 1, maxLength: 7 }),
      fc.integer({ min: 0, max: 5000 }),
      surrounding,
      fc.constantFrom("", ".", "!!!", "?", " tonight", "\n-- \nJo", "💔", ")"),
      (phrase, touches, number, before, after) => {
        expect(placeOf(`${before}${disguise(phrase, touches, number)}${after}`)).toBeLessThanOrEqual(
          defaultSafetyPhrases.indexOf(phrase),
        );
      },
    ),
    { numRuns: 1500 },
  );
});

test("a shipped phrase of five letters and more is found with a star for one of the letters inside a word", () => {
  const masked = anyPhrase
    .filter((phrase) => phrase.replace(/\P{L}/gu, "").length >= 5)
    .chain((phrase) => {
      const inside = [...phrase.matchAll(/(?<=\p{L})\p{L}/gu)].map((match) => match.index);
      return fc.record({
        phrase: fc.constant(phrase),
        at: fc.constantFrom(...inside),
        star: fc.constantFrom("*", "#", "%"),
      });
    });
  fc.assert(
    fc.property(masked, ({ phrase, at, star }) => {
      const text = `${phrase.slice(0, at)}${star}${phrase.slice(at + 1)}`.replace(/^# |(?<= )# /u, "5 ");
      expect(placeOf(text)).toBeLessThanOrEqual(defaultSafetyPhrases.indexOf(phrase));
    }),
    { numRuns: 1000 },
  );
});

/** Texts made of what matching is about, so that finds and near misses are frequent. */
const trouble = fc
  .array(
    fc.oneof(
      anyPhrase,
      fc.string({ unit: "binary", maxLength: 6 }),
      fc.constantFrom(
        "k",
        "i",
        "l",
        "ll",
        "1",
        "!",
        "!!",
        "$",
        "@",
        "*",
        "**",
        " ",
        ".",
        "gun",
        "su",
        "icide",
        "i i",
        "💊",
        "😭",
        "# mg",
        "8",
      ),
    ),
    { maxLength: 12 },
  )
  .chain((parts) => fc.constantFrom("", " ").map((between) => parts.join(between)));

test("text before or after never takes a find away", () => {
  fc.assert(
    fc.property(trouble, trouble, trouble, (before, text, after) => {
      expect(placeOf(`${before} ${text} ${after}`)).toBeLessThanOrEqual(placeOf(text));
    }),
    { numRuns: 1500 },
  );
});

test("more phrases never take a find away", () => {
  fc.assert(
    fc.property(
      trouble,
      fc.subarray([...defaultSafetyPhrases]),
      fc.array(fc.string({ maxLength: 12 })),
      (text, some, own) => {
        if (findPhrase(text, some) === null) return;
        expect(findPhrase(text, [...own, ...some])).not.toBeNull();
        expect(findPhrase(text, [...some, ...own])).toBe(findPhrase(text, some));
      },
    ),
    { numRuns: 1000 },
  );
});

test("the same text and list give the same answer, prepared anew or not, and what is found is on the list", () => {
  fc.assert(
    fc.property(trouble, fc.array(fc.string({ unit: "binary", maxLength: 20 })), (text, own) => {
      const phrase = findPhrase(text, own);
      expect(findPhrase(text, [...own])).toBe(phrase);
      if (phrase !== null) expect(own).toContain(phrase);
      expect(typeof isCallForHelp(text)).toBe("boolean");
    }),
  );
});
