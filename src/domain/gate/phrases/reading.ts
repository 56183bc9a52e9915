import { isDigit, isOptional, separates, spelled, symbolOf, vanishes } from "./signs.ts";

/** A word may begin with this symbol. */
export const begins = 1;
/** A word may end with this symbol. */
export const ends = 2;
/** The symbol is read as a letter or passed over. */
export const optional = 4;
/** The symbol is a digit. */
export const digit = 8;

/** A text as its symbols (`symbolOf`) without what separates or vanishes, each with the marks above. */
export interface Reading {
  /** Of these two, only the first `length` places count. */
  readonly symbols: readonly number[];
  readonly marks: readonly number[];
  readonly length: number;
}

const outsideAscii = /[\u0080-\u{10FFFF}]/u;
/** A symbol written this often in a row stands for any greater number of times. */
const longestRun = 3;
/** The same for digits and signs, one more: the ones of "m1111grams" are four letters of two kinds. */
const longestSignRun = 4;

/** No kind: before a word. */
const none = -1;

function mark(marks: number[], place: number, more: number): void {
  marks[place] = (marks[place] ?? 0) | more;
}

function kindOf(symbol: number): number {
  if (symbol >= 97 && symbol <= 122) return 0;
  if (isDigit(symbol)) return digit;
  return isOptional(symbol) ? optional : 0;
}

/**
 * Reads a text for phrase matching (FIELD C3). Longer runs of one symbol are cut, also across separators; words may begin and end where letters meet digits or other signs.
 */
export function readText(text: string): Reading {
  const source = outsideAscii.test(text) ? text.normalize("NFKD") : text;
  // Of their full length at once: typed arrays of this size cost more to make than all that is done with them.
  const symbols: number[] = [];
  const marks: number[] = [];
  symbols.length = source.length;
  marks.length = source.length;
  let length = 0;
  /** The last symbol that was read, and how often it has stood in a row. */
  let last = separates;
  let run = 0;
  /** Kind of the symbol before in the same word; `none` when a word begins. */
  let before = none;
  for (let index = 0; index < source.length; index += 1) {
    const unit = source.charCodeAt(index);
    const surrogate = unit >= 0xd800 && unit < 0xdc00;
    const symbol = symbolOf(surrogate ? (source.codePointAt(index) ?? unit) : unit);
    if (surrogate) index += 1;
    if (symbol === vanishes) continue;
    if (symbol === separates) {
      if (before !== none) mark(marks, length - 1, ends);
      before = none;
      continue;
    }
    const kind = kindOf(symbol);
    if (before !== none && kind !== 0) mark(marks, length - 1, ends);
    // A word begins where none did, and at a letter behind a digit or sign.
    const own = kind !== 0 ? kind | begins | ends : before !== 0 ? begins : 0;
    before = kind;
    run = symbol === last ? run + 1 : 1;
    last = symbol;
    if (run > (kind === 0 ? longestRun : longestSignRun)) {
      mark(marks, length - 1, own);
    } else {
      symbols[length] = symbol;
      marks[length] = own;
      length += 1;
    }
  }
  if (before !== none) mark(marks, length - 1, ends);
  return { symbols, marks, length };
}

/** In a phrase, "#" as a word of its own: any number. */
export const anyNumber = -2;

/** The symbols of a phrase of the list; empty when it has neither two letters nor a pictograph. */
export function readPhrase(phrase: string): readonly number[] {
  const symbols = phrase.split(/\s+/u).flatMap((word) => {
    if (word === "#") return [anyNumber];
    const reading = readText(word);
    return reading.symbols
      .slice(0, reading.length)
      .map(spelled)
      .filter((symbol) => symbol !== null);
  });
  const spoken = symbols.filter(
    (symbol, index) => index < longestRun || symbols.slice(index - longestRun, index).some((one) => one !== symbol),
  );
  const [only] = spoken;
  if (spoken.length > 1) return spoken;
  return only !== undefined && only !== anyNumber && isOptional(only) ? spoken : [];
}
