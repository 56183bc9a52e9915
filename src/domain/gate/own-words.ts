/** A mail that quotes one of our replies is longer than this; no shorter text is searched for them. */
const shortestQuotation = 200;
/** Shorter paragraphs, such as a greeting, are nobody's in particular. */
const shortestParagraph = 20;

/**
 * The text without quotation marks at the start of its lines, every run of white space as one blank. A bar right before a
 * word is none: it may stand for its first letter.
 */
const flattened = (text: string): string =>
  text
    .replaceAll(/^(?:[\s>]|\|(?![^\s>|]))+/gm, "")
    .replaceAll(/\s+/g, " ")
    .trim();

/** May this text quote one of our replies at all? */
export const mayQuoteReplies = (text: string): boolean => text.length >= shortestQuotation;

/**
 * The paragraphs of our own automatic replies that a message repeats word for word, as mail programs do when they quote what
 * they answer.
 */
export function ownWordsIn(text: string, replies: readonly string[]): string[] {
  if (!mayQuoteReplies(text) || replies.length === 0) return [];
  const said = flattened(text);
  const paragraphs = replies.flatMap((reply) => reply.split(/\n\s*\n/)).map(flattened);
  return [...new Set(paragraphs)].filter(
    (paragraph) => paragraph.length >= shortestParagraph && said.includes(paragraph),
  );
}

/** What is left of a message when our own words are taken out of it: all that its writer wrote. */
export function withoutOwnWords(text: string, ownWords: readonly string[]): string {
  const longestFirst = ownWords.toSorted((a, b) => b.length - a.length);
  return longestFirst.reduce((rest, words) => rest.replaceAll(words, "\n"), flattened(text));
}

/** So many of the last automatic replies to somebody may be quoted in what they write. */
export const mostQuoted = 20;
