/** Signs that stand for letters in disguised spelling (FIELD C3). */
const disguises: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

/**
 * The words of a text as phrase matching sees them: lower case, accents and apostrophes gone, every run of the same
 * letter as one.
 */
function wordsOf(text: string): string[] {
  return text
    .normalize("NFKD")
    .replace(/\p{M}|['’`´]/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .map((word) => word.replace(/(\p{L})\1+/gu, "$1"));
}

const sentence = (words: readonly string[]): string => ` ${words.join(" ")} `;

/** Letters typed apart ("s u i c i d e") as one word. */
function joinLetters(words: readonly string[]): string[] {
  return sentence(words)
    .replace(/(?<= )\S(?: \S)+(?= )/gu, (letters) => letters.replaceAll(" ", ""))
    .trim()
    .split(" ");
}

function undisguise(text: string): string {
  return text.replace(/[013457@$!]/g, (sign) => disguises[sign] ?? sign);
}

/** Every way in which the text may have been meant; a phrase found in any of them counts. */
function readingsOf(text: string): string[] {
  return [wordsOf(text), wordsOf(undisguise(text))].flatMap((words) => [sentence(words), sentence(joinLetters(words))]);
}

/**
 * The first of `phrases` that occurs in `text` as whole words, or null. Case, accents, punctuation, elongation
 * ("pleeease"), letters typed apart and letter-like digits do not hide it; "not" before it does not cancel it (FIELD C3).
 */
export function findPhrase(text: string, phrases: readonly string[]): string | null {
  const readings = readingsOf(text);
  for (const phrase of phrases) {
    const words = wordsOf(phrase);
    if (words.length > 0 && readings.some((reading) => reading.includes(sentence(words)))) return phrase;
  }
  return null;
}

const callsForHelp = ["help", "help me", "ayuda", "ayudame"].map((call) => sentence(wordsOf(call)));

/** HELP (or its Spanish kin) as the whole message: a keyword of the carriers, and possibly a cry for help. */
export function isCallForHelp(text: string): boolean {
  return callsForHelp.includes(sentence(wordsOf(text)));
}
