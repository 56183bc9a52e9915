import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "between-reports-"));
const reports = resolve(import.meta.dirname, "../../../scripts/reports.mjs");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What `npm test` counts for a report of a runner that ended with `status`; `null` is a report that is missing. */
function counted(reader: string, report: unknown, status: number): unknown {
  const file = join(folder, `${reader}.json`);
  rmSync(file, { force: true });
  if (report !== null) writeFileSync(file, typeof report === "string" ? report : JSON.stringify(report));
  const code = `const r = await import(${JSON.stringify(reports)});
    const { passed, failed, skipped } = r.${reader}(${JSON.stringify(file)}, ${status});
    console.log(JSON.stringify({ passed, failed, skipped }));`;
  const { stdout } = spawnSync(process.execPath, ["--input-type=module", "--eval", code], { encoding: "utf8" });
  return JSON.parse(stdout);
}

const vitestFile = (...statuses: string[]) => ({
  name: "a.test.ts",
  status: statuses.includes("failed") ? "failed" : "passed",
  message: "",
  assertionResults: statuses.map((status) => ({ status, fullName: "a test" })),
});

const playwright = (...statuses: string[]) => ({
  suites: [
    {
      title: "a.spec.ts",
      specs: [],
      suites: [
        { title: "inner", specs: statuses.map((status) => ({ title: "t", tests: [{ status, annotations: [] }] })) },
      ],
    },
  ],
  errors: [],
});

test("tests are counted as they came out, whatever the runner calls the ones it left out", () => {
  const report = { testResults: [vitestFile("passed", "failed", "skipped"), vitestFile("passed", "todo", "pending")] };
  expect(counted("fromVitest", report, 1)).toEqual({ passed: 2, failed: 1, skipped: 3 });
  expect(counted("fromPlaywright", playwright("expected", "skipped", "unexpected", "flaky"), 1)).toEqual({
    passed: 1,
    failed: 2,
    skipped: 1,
  });
});

test("a file that could not be loaded is a failure", () => {
  const report = {
    testResults: [vitestFile("passed"), { ...vitestFile(), status: "failed", message: "no such module" }],
  };
  expect(counted("fromVitest", report, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test("a runner that dies after its last test is a failure", () => {
  expect(counted("fromVitest", { testResults: [vitestFile("passed")] }, 134)).toEqual({
    passed: 1,
    failed: 1,
    skipped: 0,
  });
  expect(counted("fromPlaywright", playwright("expected"), 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test.each(["fromVitest", "fromPlaywright", "fromChecks"])("%s: a missing or torn report is a failure", (reader) => {
  expect(counted(reader, null, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(counted(reader, '{"testRes', 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test("a suite without a test is a failure", () => {
  expect(counted("fromVitest", { testResults: [] }, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(counted("fromPlaywright", { suites: [], errors: [] }, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(counted("fromChecks", [], 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});
