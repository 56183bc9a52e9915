import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const project = resolve(import.meta.dirname, "../../..");
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "between-core-"));
  mkdirSync(join(copy, "src/domain"), { recursive: true });
  for (const path of [".oxlintrc.json", "tsconfig.json", "scripts/lint", "src/domain/tsconfig.json"]) {
    cpSync(join(project, path), join(copy, path), { recursive: true });
  }
  symlinkSync(join(project, "node_modules"), join(copy, "node_modules"));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function lint(folder: string, code: string): string {
  mkdirSync(join(copy, folder), { recursive: true });
  const file = join(folder, "planted.ts");
  writeFileSync(join(copy, file), code);
  const oxlint = join(project, "node_modules/oxlint/bin/oxlint");
  return spawnSync(process.execPath, [oxlint, "--format=unix", file], { cwd: copy, encoding: "utf8" }).stdout;
}

test.each([
  ["Date.now", "export const at = Date.now();"],
  ["new Date()", "export const at = new Date();"],
  ["Date()", "export const at = Date();"],
  ["Math.random", "export const chance = Math.random();"],
  [
    "Temporal.Now",
    "declare const Temporal: { Now: { instant(): number } };\nexport const at = Temporal.Now.instant();",
  ],
])("the core may not use %s", (what, code) => {
  expect(lint("src/domain", code)).toContain(what);
});

test("the core may make a date from a value it was given", () => {
  expect(lint("src/domain", "export const at = (now: number): Date => new Date(now);")).not.toContain("Error");
});

test("outside the core, where the clock is read once and handed on, it may be read", () => {
  expect(lint("src/practice", "export const at = Date.now();")).not.toContain("Error");
});

test.each([
  ["any", "no-explicit-any", "export const x: any = 1;"],
  ["a promise nobody waits for", "no-floating-promises", "export function f(): void { Promise.resolve(1); }"],
  [
    "a switch that forgets a case",
    "switch-exhaustiveness-check",
    'export function f(x: "a" | "b"): number { switch (x) { case "a": return 1; } return 2; }',
  ],
])("nowhere in the sources: %s", (_, rule, code) => {
  expect(lint("src/practice", code)).toContain(rule);
});
