import { anyNumber, begins, digit, ends, optional, type Reading } from "./reading.ts";
import { isMask, lettersFor } from "./signs.ts";
import { noPhrase, type Node } from "./tree.ts";

/** Symbols repeated or passed over in a row. Limits the walk from one place, so that time grows with the text only. */
const mostStays = 4;
/** Letters of one phrase that a mask may stand for. */
const mostMasks = 2;
/** Phrases shorter than this are not met by a doubled letter: "Gunn" is no gun, "odd" is no OD. "gunnn" is. */
const shortPhrase = 5;

/**
 * Place in the list of the first phrase that occurs in the reading as whole words, `noPhrase` when none does. The walk
 * goes through text and tree together: a symbol leads on, repeats the one before (elongation), or is passed over when it
 * is no letter. Separators are gone from the reading, therefore "s u i c i d e" and "killmyself" are met as well. Whatever
 * limits a match lies within the match, so text around it can never take it away.
 */
export function firstPhraseIn({ symbols, marks, length }: Reading, tree: Node): number {
  let first = noPhrase;

  const arrive = (node: Node, at: number, stays: number, masks: number, doubled: boolean): void => {
    const whole = node.phrase < first && ((marks[at] ?? 0) & ends) !== 0;
    if (whole && !(doubled && node.depth < shortPhrase) && node.depth > 2 * masks) first = node.phrase;
    walk(node, at + 1, stays, masks, doubled);
  };

  /** The third of three equal symbols, or one of them: an elongation that nobody writes by the way. */
  const drawnOut = (at: number): boolean => {
    const symbol = symbols[at];
    return (
      symbols[at - 1] === symbol && (symbols[at - 2] === symbol || (at + 1 < length && symbols[at + 1] === symbol))
    );
  };

  const take = (node: Node, symbol: number, at: number, stays: number, masks: number, doubled: boolean): boolean => {
    const next = node.next.get(symbol);
    if (next !== undefined) arrive(next, at, 0, masks, doubled);
    if (node.symbol !== symbol || stays >= mostStays) return false;
    arrive(node, at, stays + 1, masks, doubled || !drawnOut(at));
    return true;
  };

  const walk = (node: Node, at: number, stays: number, masks: number, doubled: boolean): void => {
    const symbol = at < length ? symbols[at] : undefined;
    if (symbol === undefined) return;
    const mark = marks[at] ?? 0;
    let repeated = take(node, symbol, at, stays, masks, doubled);
    if ((mark & (digit | optional)) === 0) return;
    for (const letter of lettersFor(symbol)) {
      if (take(node, letter, at, stays, masks, doubled)) repeated = true;
    }
    if ((mark & digit) !== 0) {
      take(node, anyNumber, at, stays, masks, doubled);
      return;
    }
    if (node === tree) return;
    if (masks < mostMasks && isMask(symbol)) {
      for (const next of node.next.values()) arrive(next, at, 0, masks + 1, doubled);
    }
    if (!repeated && stays < mostStays) walk(node, at + 1, stays + 1, masks, doubled);
  };

  for (let at = 0; at < length; at += 1) {
    if (((marks[at] ?? 0) & begins) !== 0) walk(tree, at, 0, 0, false);
  }
  return first;
}
