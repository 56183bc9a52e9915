import { escaped } from "../escaped.ts";
import type { AuditLine, AuditReport } from "./audit.ts";
import { resultNames } from "./scenario.ts";

/** What stands above a report. */
export interface AuditHeading {
  readonly practice: string;
  readonly policyVersion: number;
  /** Of the app. */
  readonly version: string;
}

/** A report as one HTML file that needs nothing else. It runs no script and loads nothing, and says so to whatever opens it. */
export function auditHtml({ wall, counts, groups }: AuditReport, heading: AuditHeading): string {
  const title = `Check of the settings, ${wall}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${escaped(title)}</title>
<style>
body { max-width: 52rem; margin: 2rem auto; padding: 0 1.5rem; font: 15px/1.5 system-ui, sans-serif; color: #1f1b16; background: #fff; }
h1 { font-size: 1.5rem; } h2 { margin-top: 2rem; font-size: 1.125rem; }
ul { margin: 0; padding: 0; list-style: none; }
li { padding: .5rem 0; border-bottom: 1px solid #d8d0c4; break-inside: avoid; }
li p { margin: 0; } .name { font-weight: 600; } .happens { color: #5a5248; }
@media print { body { margin: 0; padding: 0; } }
</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p>${escaped(heading.practice)}. Policy version ${heading.policyVersion}. Between Sessions ${escaped(heading.version)}.</p>
<p>${counts.passed} passed, ${counts.look} to look at, ${counts.failed} failed. All clients, sessions and messages in it are invented.</p>
${groups
  .map(({ name, lines }) => `<h2>${escaped(name)}</h2>\n<ul>\n${lines.map(lineHtml).join("\n")}\n</ul>`)
  .join("\n")}
</main>
</body>
</html>
`;
}

function lineHtml({ name, result, happens, sentence }: AuditLine): string {
  return `<li><p class="name">${escaped(resultNames[result])}: ${escaped(name)}</p>
<p class="happens">${escaped(happens)}</p>
<p>${escaped(sentence)}</p></li>`;
}
