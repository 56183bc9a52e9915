import { convert } from "html-to-text";
import type { HtmlToTextOptions } from "html-to-text";

/** HTML longer than this is cut before it is read. In characters. */
const longestHtml = 1_000_000;

/** Marks in the converter's output a place it did not descend into; a private-use character no mail has a use for. */
const omission = "\u{F8FF}\u{F8FE}";

const options: HtmlToTextOptions = {
  wordwrap: false,
  // No body, whole document: broken mails keep text before and behind their body.
  baseElements: { selectors: ["no-such-element"], returnDomByDefault: true },
  limits: { maxDepth: 1000, ellipsis: omission, maxInputLength: longestHtml },
  selectors: [
    ...["img", "style", "script", "title"].map((selector) => ({ selector, format: "skip" })),
    ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({ selector, options: { uppercase: false } })),
    // Cells are mostly layout; as blocks their words do not run into each other.
    ...["td", "th"].map((selector) => ({
      selector,
      format: "block",
      options: { leadingLineBreaks: 1, trailingLineBreaks: 1 },
    })),
    { selector: "a", options: { hideLinkHrefIfSameAsText: true, noAnchorUrl: true } },
  ],
};

/** The converter's time grows with the square of the depth: at 400 000 open elements it took 46 s, at 300 nothing. */
const deepest = 300;

const empty = new Set("area base br col embed hr img input link meta source wbr".split(" "));

/** Elements whose end is often left out: where the first begins, the others end. */
const ended = new Map([
  ["p", ["p"]],
  ["li", ["li"]],
  ["td", ["td", "th"]],
  ["th", ["td", "th"]],
  ["tr", ["td", "th", "tr"]],
]);

/**
 * The words of an HTML mail as plain text: no pictures, no styles, links with their address behind them. Never throws;
 * HTML made to break readers loses its layout but not its words. `cut` tells that the mail was too long to read whole.
 */
export function textOfHtml(html: string): { readonly text: string; readonly cut: boolean } {
  const readable = html.slice(0, longestHtml);
  const text = isTooDeep(readable) ? withoutTags(readable) : (converted(readable) ?? withoutTags(readable));
  return { text, cut: html.length > longestHtml };
}

/** Is the HTML nested deeper than `deepest`? Stops at the first such place, so the time is that of one reading. */
function isTooDeep(html: string): boolean {
  const open: string[] = [];
  for (const [, slash, tag = ""] of html.matchAll(/<(\/?)([a-z][a-z\d]*)/gi)) {
    const name = tag.toLowerCase();
    if (slash === "/") {
      const at = open.lastIndexOf(name);
      if (at >= 0) open.length = at;
    } else if (!empty.has(name)) {
      while (ended.get(name)?.includes(open.at(-1) ?? "") === true) open.pop();
      open.push(name);
    }
    if (open.length > deepest) return true;
  }
  return false;
}

function converted(html: string): string | null {
  const text = convert(html, options);
  return text.includes(omission) ? null : text;
}

/** What is left after taking out the tags must not form new ones, so every `<` becomes a character. */
function withoutTags(html: string): string {
  const words = html
    .replaceAll(/<[^<>]*>/g, "\n")
    .replaceAll("<", "&lt;")
    .replaceAll(/\n\s+/g, "\n");
  return convert(words, { wordwrap: false, preserveNewlines: true }).trim();
}
