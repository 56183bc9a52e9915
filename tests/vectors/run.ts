// npm run vectors -- FILE...
// Runs scheduling vectors of any of the three families (recurrence, availability, slots) against the core. Prints each
// failing id with what was expected and what came, ends with one line `N passed, M failed`, and exits 0 only when
// something ran and nothing failed.
import { readFileSync } from "node:fs";
import process from "node:process";
import { z } from "zod";
import { runCase } from "./families.ts";

const files = process.argv.slice(2);
if (files.length === 0) console.error("Name at least one file of vectors: npm run vectors -- FILE...");

let passed = 0;
let failed = 0;
for (const file of files) {
  for (const outcome of readCases(file).map(runCase)) {
    if (outcome.expected === outcome.actual) {
      passed += 1;
    } else {
      failed += 1;
      console.log(`${outcome.id}\n  expected ${outcome.expected}\n  actual   ${outcome.actual}`);
    }
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

function readCases(file: string): readonly unknown[] {
  try {
    return z.array(z.unknown()).parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    console.log(`${file}\n  cannot be read as a list of vectors: ${String(error)}`);
    failed += 1;
    return [];
  }
}
