// npm run situations -- FILE...
// Runs situations in the words of the practice (docs/situations.md) through the gate and the replies: those of the named
// files, or all of this folder. Prints each that came out otherwise with what was expected, what came and why, ends with
// one line `N passed, M failed`, and exits 0 only when something ran and nothing failed.
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import process from "node:process";
import { type Outcome, outcomesOf } from "./running/files.ts";

const named = process.argv.slice(2);
const files = named.length > 0 ? named : allFiles();

let passed = 0;
let failed = 0;
for (const outcome of files.flatMap(outcomesOf)) {
  const failure = failureOf(outcome);
  if (failure === null) {
    passed += 1;
  } else {
    failed += 1;
    console.log(`${basename(outcome.file)}: ${outcome.name}\n${failure}\n`);
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

function allFiles(): string[] {
  return readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith(".yaml"))
    .toSorted()
    .map((name) => join(import.meta.dirname, name));
}

function failureOf(outcome: Outcome): string | null {
  if ("fault" in outcome) return indented(`cannot be read\n${outcome.fault}`);
  const { differences, why } = outcome.judged;
  if (differences.length === 0) return null;
  const lines = differences.map(
    ({ about, expected, got }) => `${about}\n  expected ${expected}\n  got      ${got.trim().replaceAll("\n", " / ")}`,
  );
  return indented([...lines, `why\n  ${why}`].join("\n"));
}

function indented(text: string): string {
  return text.replaceAll(/^/gm, "  ");
}
