import { aboveName } from "../message/above-name.ts";
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

/** What makes a message a call for help, and what else may stand in one. None is made of others: each is read in one way. */
const called = "help sos ayuda ayudeme ayudenme".split(" ");
const beside =
  "please pls plz i me us need someone somebody anyone now right asap porfavor necesito alguien ya ahora".split(" ");

/** A word's letters, each run of one as one. Where the word before ends as it begins, that letter was read already. */
function asRead(word: string): string {
  const once = word.replaceAll(/(.)\1+/gu, "$1");
  return once.length === 1 ? once : `${once}|(?<=${once.charAt(0)})${once.slice(1)}`;
}

const anyOf = (words: readonly string[]): string => `(?:${words.map(asRead).join("|")})`;
const call = new RegExp(`^${anyOf(beside)}*${anyOf(called)}${anyOf([...called, ...beside])}*$`, "u");
const longestCall = 200;

function isCall(text: string): boolean {
  if (text.length > longestCall) return false;
  const reading = readText(text);
  const letters = reading.symbols
    .slice(0, reading.length)
    .map((symbol) => (isDigit(symbol) ? (lettersFor(symbol)[0] ?? symbol) : symbol))
    .filter((symbol) => !isOptional(symbol));
  const once = letters.filter((letter, index) => letter !== letters[index - 1]);
  return call.test(String.fromCodePoint(...once));
}

/**
 * HELP (or its kin and its Spanish) as the whole message: a keyword of the carriers, and possibly a cry for help. What a
 * mail quotes, its greeting and what looks like the name below do not count.
 */
export function isCallForHelp(text: string): boolean {
  const whole = text.trim();
  if (isCall(whole)) return true;
  // A call with anything else stands on a line of its own, or before a dash.
  if (!/[\r\n–—-]/u.test(whole.slice(0, longestCall))) return false;
  const written = writtenOf(text);
  if (isCall(written)) return true;
  const above = aboveName(written);
  return above !== null && isCall(above);
}
