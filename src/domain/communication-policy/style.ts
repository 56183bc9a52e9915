/**
 * How a letter looks, on the screen and on A4 or Letter paper; `footer` stands at the foot of every page, before its
 * number. A letter in a file brings it along, and the screens use the same.
 */
export const letterStyle = (footer: string): string => `
.letter { max-width: 40rem; margin: 0 auto; line-height: 1.55; overflow-wrap: anywhere; hyphens: manual; }
.letter .letter-title { margin: 0; font-size: 1.625rem; line-height: 1.25; text-wrap: balance; }
.letter .letter-heading { margin: 0 0 0.25rem; font-size: 1.0625rem; line-height: 1.35; text-wrap: balance; }
.letter p { margin: 0 0 0.5rem; white-space: pre-line; text-wrap: pretty; }
.letter-of { margin: 0.375rem 0 0; }
.letter-edition { margin: 0.125rem 0 0; font-variant-numeric: tabular-nums; }
.letter-clause { margin-top: 1.375rem; }
.letter-clause[data-clause="emergency"] { padding: 0.75rem 1rem 0.375rem; border: 2px solid currentColor; border-radius: 8px; }
.letter-clause[data-clause="emergency"] p:last-child { font-weight: 600; }
.letter .letter-mark { display: inline-block; margin-bottom: 0.375rem; padding: 0 0.5rem; border: 1px solid currentColor; border-radius: 4px; font-size: 0.8125rem; font-weight: 600; }
.letter-signature { margin-top: 2.5rem; break-inside: avoid; }
.letter-signature dl { margin: 1.25rem 0 0; }
.letter-signature dl div { display: flex; gap: 1rem; margin-top: 1.25rem; }
.letter-signature dt { min-width: 6rem; }
.letter-signature dd { flex: 1; margin: 0; border-bottom: 1px solid currentColor; }
@page { margin: 20mm 22mm 22mm; @bottom-left { content: ${quoted(footer)}; font: 9pt sans-serif; } @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; } }
@media print {
  .letter { max-width: none; font-size: 11pt; line-height: 1.45; color: #000; background: #fff; }
  .letter .letter-title { font-size: 18pt; }
  .letter .letter-heading { font-size: 12pt; break-after: avoid; }
  .letter .letter-mark { font-size: 9pt; break-after: avoid; }
  .letter-clause { margin-top: 13pt; break-inside: avoid; }
  .letter p { orphans: 3; widows: 3; }
}
`;

/** A string of CSS that ends neither itself nor the style around it. */
const quoted = (text: string): string =>
  `"${text.replaceAll(/["\\<>\n\r\f\0]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`;
