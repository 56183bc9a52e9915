import { writtenOf } from "../message/written.ts";
import { readText } from "./phrases/reading.ts";
import { firstPhraseIn } from "./phrases/search.ts";
import { isDigit, isOptional, lettersFor } from "./phrases/signs.ts";
import { treeFor } from "./phrases/tree.ts";

/**
 * The first of `phrases` that occurs in `text` as whole words, or null (FIELD C3). None of these hides it: case, accents,
 * letters of other scripts that look alike, invisible signs, punctuation and spaces inside words, words written together,
 * elongation ("pleeease"), digits and signs for letters, a star for a letter ("k*ll"). "not" before it does not cancel it.
 * "#" as a word of a phrase stands for any number ("# mg"). More text or more phrases never take a find away.
 *
 * The list is prepared once for each array, which must not change afterwards. Time grows with the length of the text.
 */
export function findPhrase(text: string, phrases: readonly string[]): string | null {
  return phrases[firstPhraseIn(readText(text), treeFor(phrases))] ?? null;
}

/** Calls for help as their letters alone, each run of one letter as one. */
const calls: ReadonlySet<string> = new Set([
  "help",
  "helpme",
  "helpmeplease",
  "helpplease",
  "pleasehelp",
  "pleasehelpme",
  "inedhelp",
  "nedhelp",
  "sos",
  "ayuda",
  "ayudame",
  "ayudeme",
  "ayudenme",
  "ayudaporfavor",
  "ayudameporfavor",
  "ayudemeporfavor",
  "porfavorayuda",
  "porfavorayudame",
  "porfavorayudeme",
  "necesitoayuda",
]);
const longestCall = 200;

function isCall(text: string): boolean {
  if (text.length > longestCall) return false;
  const reading = readText(text);
  const letters = [...reading.symbols.subarray(0, reading.length)]
    .map((symbol) => (isDigit(symbol) ? (lettersFor(symbol)[0] ?? symbol) : symbol))
    .filter((symbol) => !isOptional(symbol));
  const once = letters.filter((letter, index) => letter !== letters[index - 1]);
  return calls.has(String.fromCodePoint(...once));
}

/**
 * HELP (or its kin and its Spanish) as the whole message: a keyword of the carriers, and possibly a cry for help. What a
 * mail quotes and its signature do not count.
 */
export function isCallForHelp(text: string): boolean {
  const whole = text.trim();
  if (isCall(whole)) return true;
  // A call that quotes something stands on a line of its own above it.
  if (!/[\r\n]/u.test(whole.slice(0, longestCall))) return false;
  const written = writtenOf(text);
  return written !== whole && isCall(written);
}
