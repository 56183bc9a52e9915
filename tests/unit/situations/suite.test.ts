import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { ruleNames } from "../../../src/domain/gate/verdict.ts";
import { replyReasons } from "../../../src/domain/policy/templates.ts";
import { suppressions } from "../../../src/domain/replies/reply.ts";
import { outcomesOf } from "../../situations/running/files.ts";
import { replyReasonsByWords } from "../../situations/running/words.ts";

const folder = resolve(import.meta.dirname, "../../situations");
const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
const outcomes = files.flatMap((name) => outcomesOf(join(folder, name)));
const judged = outcomes.flatMap((one) => ("judged" in one ? one : []));

test.each(files)("%s comes out as written", (file) => {
  const ofFile = outcomes.filter((one) => one.file === join(folder, file));
  expect(ofFile).not.toEqual([]);
  const otherwise = ofFile.flatMap((one) =>
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

describe("the suite is whole", () => {
  const unmet = (wanted: readonly string[], met: readonly string[]) => wanted.filter((one) => !met.includes(one));
  const numbered = (letter: string, last: number) =>
    Array.from({ length: last }, (_, index) => `${letter}${index + 1}`);

  test("with at least 250 situations", () => {
    expect(judged.length).toBeGreaterThanOrEqual(250);
  });

  test("and every rule of the gate, but for the therapist's own hand", () => {
    const met = judged.flatMap(({ judged: { met: one } }) => [one.verdict.rule, one.surfaced?.verdict.rule ?? "open"]);
    expect(unmet(ruleNames, met)).toEqual(["by-hand"]);
  });

  test("every reply in both languages", () => {
    const met = judged.map(({ judged: { reply } }) => reply);
    const names = Object.keys(replyReasonsByWords);
    expect(names).toHaveLength(replyReasons.length);
    expect(unmet([...names, ...names.map((name) => `${name}, in Spanish`)], met)).toEqual([]);
  });

  test("every reason for none, but for those that come up only between deciding and sending", () => {
    const met = judged.flatMap(({ judged: { met: one } }) =>
      one.reply.kind === "suppressed" ? [one.reply.suppression] : [],
    );
    expect(unmet(suppressions, met)).toEqual(["blocked", "open-by-now", "fault"]);
  });

  test("every rule for automatic mail and for safety, but for the first run's (C5) and the notifier's (C6)", () => {
    const shown = judged.flatMap(({ situation }) => situation.shows ?? []);
    expect(unmet([...numbered("C", 7), ...numbered("E", 14)], shown)).toEqual(["C5", "C6"]);
  });
});
