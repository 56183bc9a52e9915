/**
 * `npm run check`: everything that can be said about the code without running it. Each check is one line; a check that
 * fails shows what its tool said.
 *
 *   node scripts/check.mjs [--json FILE]     FILE gets [{ name, passed }] for the test runner
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { capture, endChildrenOnSignals, toldToStop } from "./processes.mjs";
import { modules, projectNode, root, runScript, say, withProjectTools } from "./project.mjs";

const mostLines = 80;

const tool = (path, ...rest) => [join(modules, path), ...rest];
const script = (name, ...rest) => [join(root, "scripts", name), ...rest];

const checks = [
  { name: "lock file", command: script("lock-file.mjs") },
  { name: "format", command: tool("oxfmt/bin/oxfmt", "--list-different", ".") },
  { name: "lint", command: tool("oxlint/bin/oxlint") },
  { name: "types", command: tool("@typescript/native/bin/tsc", "-p", ".") },
  { name: "types of the core, without Node and DOM", command: tool("@typescript/native/bin/tsc", "-p", "src/domain") },
  { name: "directions of imports", command: script("imports.mjs") },
  { name: "nothing unused", command: tool("knip/bin/knip.js", "--no-progress", "--no-config-hints") },
];

await runScript(async () => {
  endChildrenOnSignals();
  const results = [];
  for (const { name, command } of checks) {
    const started = performance.now();
    const { status, output } = await capture(projectNode, command, { cwd: root, env: withProjectTools() });
    if (toldToStop()) return 130;
    const passed = status === 0;
    say(`${passed ? "ok    " : "FAILED"}  ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
    if (!passed) say(`${shortened(output)}\n  (status ${status})`);
    results.push({ name, passed });
  }
  const file = process.argv[process.argv.indexOf("--json") + 1];
  if (process.argv.includes("--json")) writeFileSync(file, JSON.stringify(results));
  return results.every((one) => one.passed) ? 0 : 1;
});

function shortened(output) {
  const lines = output.trimEnd().split("\n");
  const shown = lines.slice(0, mostLines).map((line) => `  ${line}`);
  if (lines.length > mostLines) shown.push(`  … and ${lines.length - mostLines} more lines`);
  return shown.join("\n").trimEnd();
}
