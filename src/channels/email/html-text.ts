import { convert } from "html-to-text";
import type { HtmlToTextOptions } from "html-to-text";

/** HTML longer than this is cut before it is read. In characters. */
const longestHtml = 2_000_000;

/** Marks in the converter's output a place it did not descend into; a private-use character no mail has a use for. */
const omission = "\u{F8FF}\u{F8FE}";

const options: HtmlToTextOptions = {
  wordwrap: false,
  // No body, whole document: broken mails keep text before and behind their body.
  baseElements: { selectors: ["no-such-element"], returnDomByDefault: true },
  limits: { maxDepth: 500, ellipsis: omission, maxInputLength: longestHtml },
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

/**
 * The words of an HTML mail as plain text: no pictures, no styles, links with their address behind them. Never throws;
 * HTML made to break readers loses its layout but not its words. `cut` tells that the mail was too long to read whole.
 */
export function textOfHtml(html: string): { readonly text: string; readonly cut: boolean } {
  const readable = html.slice(0, longestHtml);
  return { text: converted(readable) ?? withoutTags(readable), cut: html.length > longestHtml };
}

function converted(html: string): string | null {
  try {
    const text = convert(html, options);
    return text.includes(omission) ? null : text;
  } catch (error) {
    // Deeply nested elements exhaust the stack; the caller then reads the words alone.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function withoutTags(html: string): string {
  const words = html.replaceAll(/<[^<>]*>/g, "\n").replaceAll(/\s*\n\s*/g, "\n");
  return convert(words, { wordwrap: false, preserveNewlines: true }).trim();
}
