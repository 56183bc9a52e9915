import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { outcomesOf } from "../../situations/running/files.ts";

const folder = resolve(import.meta.dirname, "../../situations");
const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
const outcomes = files.flatMap((name) => outcomesOf(join(folder, name)));

test.each(files)("%s comes out as written", (file) => {
  const otherwise = outcomesOf(join(folder, file)).flatMap((one) =>
    "fault" in one
      ? [`${one.name}: ${one.fault}`]
      : one.judged.differences.map(
          ({ about, expected, got }) => `${one.name}: ${about}: expected ${expected}, got ${got} (${one.judged.why})`,
        ),
  );
  expect(otherwise).toEqual([]);
});

test("no two situations have one name", () => {
  const names = outcomes.map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test("the runner counts them, and ends with status 1 where one failed", () => {
  const run = (...given: readonly string[]) =>
    spawnSync(process.execPath, [join(folder, "run.ts"), ...given], { encoding: "utf8" });
  const safety = run(join(folder, "safety.yaml"));
  expect(safety.stdout.trim()).toMatch(/^\d+ passed, 0 failed$/);
  expect(safety.status).toBe(0);
  const missing = run(join(folder, "safety.yaml"), "/nowhere/missing.yaml");
  expect(missing.stdout).toContain("missing.yaml: (the whole file)\n  cannot be read");
  expect(missing.stdout.trim()).toMatch(/\n\d+ passed, 1 failed$/);
  expect(missing.status).toBe(1);
});
