import { escaped } from "../escaped.ts";
import type { LetterSheet } from "./sheet.ts";
import { letterStyle } from "./style.ts";

/**
 * A letter as one HTML file that needs nothing else: to keep, to send or to print. It runs no script and loads nothing,
 * and says so to whatever opens it.
 */
export function letterHtml(sheet: LetterSheet): string {
  const { language, title, subtitle, edition, clauses, signature } = sheet;
  const line = (label: string) => `<div><dt>${escaped(label)}</dt><dd></dd></div>`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${escaped(`${subtitle} - ${edition}`)}</title>
<style>
body { margin: 2rem 1.5rem; font-family: system-ui, sans-serif; color: #1f1b16; background: #fff; }
@media print { body { margin: 0; } }
${letterStyle(edition).trim()}
</style>
</head>
<body>
<main class="letter">
<h1 class="letter-title">${escaped(title)}</h1>
<p class="letter-of">${escaped(subtitle)}</p>
<p class="letter-edition">${escaped(edition)}</p>
${clauses
  .map(
    ({ id, heading, paragraphs, mark }) => `<section class="letter-clause" data-clause="${escaped(id)}">
<h2 class="letter-heading">${escaped(heading)}</h2>
${[...(mark === null ? [] : [`<p class="letter-mark">${escaped(mark)}</p>`]), ...paragraphs.map((text) => `<p>${escaped(text)}</p>`)].join("\n")}
</section>`,
  )
  .join("\n")}
<div class="letter-signature">
<p>${escaped(signature.sentence)}</p>
<dl>${line(signature.name)}${line(signature.date)}${line(signature.signature)}</dl>
</div>
</main>
</body>
</html>
`;
}
