import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const project = resolve(import.meta.dirname, "../../..");
const check = join(project, "scripts/imports.mjs");

/** One file of each layer, importing as the layers may. */
const sound = {
  "electron/main.ts":
    'import { app } from "electron";\nimport { host } from "../src/host/main.ts";\nexport const shell = [app, host];\n',
  "src/host/main.ts":
    'import { router } from "../api/router.ts";\nimport { open } from "../store/database.ts";\nexport const host = [router, open];\n',
  "src/api/router.ts":
    'import { ingest } from "../practice/ingest.ts";\nexport const router = { ingest };\nexport type Router = typeof router;\n',
  "src/practice/ingest.ts":
    'import { open } from "../store/database.ts";\nimport { mail } from "../channels/mail.ts";\nexport const ingest = [open, mail];\n',
  "src/store/database.ts":
    'import Database from "better-sqlite3";\nimport { gate } from "../domain/gate.ts";\nexport const open = [Database, gate];\n',
  "src/channels/mail.ts": 'import { gate } from "../domain/gate.ts";\nexport const mail = gate;\n',
  "src/domain/gate.ts": 'import { z } from "zod";\nexport const gate = z;\n',
  "src/ui/today.tsx":
    'import type { Router } from "../api/router.ts";\nexport const today = (router: Router) => router;\n',
  "resources/words.json": '{ "word": 1 }\n',
  "tests/harness/clock.ts": "export const clock = 1;\n",
};

let copy: string;

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), "between-imports-"));
  symlinkSync(join(project, "node_modules"), join(copy, "node_modules"));
  symlinkSync(join(project, "tsconfig.json"), join(copy, "tsconfig.json"));
  for (const [path, text] of Object.entries(sound)) plant(path, text);
});
afterEach(() => rmSync(copy, { recursive: true, force: true }));

function plant(path: string, text: string): void {
  mkdirSync(dirname(join(copy, path)), { recursive: true });
  writeFileSync(join(copy, path), text);
}

/** The names of the rules that speak against the copy. */
function refusals(): string[] {
  const { stdout, status } = spawnSync(process.execPath, [check, copy], { encoding: "utf8" });
  if (status === 0) return [];
  return stdout.trim().split("\n");
}

describe("the check of import directions", () => {
  test("is content with the layers as they should be, and says what it looked at", () => {
    expect(execFileSync(process.execPath, [check, copy], { encoding: "utf8" })).toMatch(/^\d+ modules, \d+ imports\n$/);
  });

  test("refuses each planted import by its own rule, and nothing else", () => {
    const planted = [
      [
        "domain-imports-nothing",
        "src/domain/a.ts",
        'import type { mail } from "../channels/mail.ts";\nexport type A = typeof mail;',
      ],
      ["domain-has-no-platform", "src/domain/b.ts", 'export { readFileSync } from "node:fs";'],
      ["store-below", "src/store/a.ts", 'export { ingest } from "../practice/ingest.ts";'],
      ["store-knows-only-contracts-of-channels", "src/store/b.ts", 'export { mail } from "../channels/mail.ts";'],
      [
        "resources-through-practice-and-api",
        "src/store/c.ts",
        'export { default } from "../../resources/words.json" with { type: "json" };',
      ],
      ["channels-below", "src/channels/a.ts", 'export { open } from "../store/database.ts";'],
      ["no-cycles", "src/channels/b.ts", 'export { d } from "./c.ts";\nexport const b = 1;'],
      ["practice-below", "src/practice/a.ts", 'export { host } from "../host/main.ts";'],
      ["database-only-in-the-store", "src/practice/b.ts", 'export { default } from "better-sqlite3";'],
      ["react-only-in-the-screens", "src/practice/c.ts", 'export { useState } from "react";'],
      ["everything-resolves", "src/practice/d.ts", 'export { gone } from "./gone.ts";'],
      ["api-below", "src/api/a.ts", 'export { open } from "../store/database.ts";'],
      ["host-below", "src/host/a.ts", 'export { shell } from "../../electron/main.ts";'],
      ["host-below", "src/host/b.ts", 'export { clock } from "../../tests/harness/clock.ts";'],
      ["electron-only-in-the-shell", "src/host/c.ts", 'export { app } from "electron";'],
      [
        "ui-below",
        "src/ui/a.ts",
        'import type { ingest } from "../practice/ingest.ts";\nexport type A = typeof ingest;',
      ],
      ["ui-knows-only-types-of-the-api", "src/ui/b.ts", 'export { router } from "../api/router.ts";'],
      ["tests-stay-outside", "electron/a.ts", 'export { clock } from "../tests/harness/clock.ts";'],
    ] as const;
    plant("src/channels/c.ts", 'export { b } from "./b.ts";\nexport const d = 1;\n');
    for (const [, path, text] of planted) plant(path, `${text}\n`);
    const spoken = refusals().map((line) => line.split(" -> ")[0]);
    expect(new Set(spoken)).toEqual(new Set(planted.map(([rule, path]) => `${rule}: ${path}`)));
  });

  test("fails when it understands no imports, instead of finding nothing wrong", () => {
    for (const [path] of Object.entries(sound)) if (/\.tsx?$/.test(path)) plant(path, "export const nothing = 1;\n");
    expect(refusals()).toEqual(["only 0 of 8 files seem to import anything"]);
  });
});
