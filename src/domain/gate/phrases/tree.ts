import { readPhrase } from "./reading.ts";

/** A node of the tree of all phrases, one symbol a level. */
export interface Node {
  /** The symbol that leads here. */
  readonly symbol: number;
  /** Symbols from the root to here. */
  readonly depth: number;
  readonly next: ReadonlyMap<number, Node>;
  /** Place in the list of the first phrase that ends here; `noPhrase` when none does. */
  readonly phrase: number;
}

interface Growing extends Node {
  readonly next: Map<number, Growing>;
  phrase: number;
}

export const noPhrase = Number.POSITIVE_INFINITY;

const grow = (symbol: number, depth: number): Growing => ({ symbol, depth, next: new Map(), phrase: noPhrase });

function treeOf(phrases: readonly string[]): Node {
  const root = grow(0, 0);
  for (const [place, phrase] of phrases.entries()) {
    const symbols = readPhrase(phrase);
    if (symbols.length === 0) continue;
    let node = root;
    for (const symbol of symbols) {
      const next = node.next.get(symbol) ?? grow(symbol, node.depth + 1);
      node.next.set(symbol, next);
      node = next;
    }
    node.phrase = Math.min(node.phrase, place);
  }
  return root;
}

const trees = new WeakMap<readonly string[], Node>();

/** The tree of a list of phrases, grown once for each list. */
export function treeFor(phrases: readonly string[]): Node {
  const known = trees.get(phrases);
  if (known !== undefined) return known;
  const tree = treeOf(phrases);
  trees.set(phrases, tree);
  return tree;
}
