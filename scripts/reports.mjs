import { readJson } from "./project.mjs";

/**
 * What a suite came to. `failures` names what failed; `notes` says why something was left out.
 * @typedef {{ passed: number, failed: number, skipped: number, failures: string[], notes: string[] }} Tally
 */

/** @returns {Tally} */
export function tally(part = {}) {
  return { passed: 0, failed: 0, skipped: 0, failures: [], notes: [], ...part };
}

/** @param {Tally[]} tallies */
export function sum(tallies) {
  return tallies.reduce(
    (all, one) =>
      tally({
        passed: all.passed + one.passed,
        failed: all.failed + one.failed,
        skipped: all.skipped + one.skipped,
        failures: [...all.failures, ...one.failures],
        notes: [...all.notes, ...one.notes],
      }),
    tally(),
  );
}

/** One failure that no test reported: a crash, a report that is missing. */
export function brokenRunner(what) {
  return tally({ failed: 1, failures: [what] });
}

/**
 * What is counted has to agree with how the runner ended: it may not die after its last test, and it may not have
 * found nothing to do.
 */
function plausible(counted, status) {
  if (counted.passed + counted.failed + counted.skipped === 0) return brokenRunner("the suite holds no test");
  if (status !== 0 && counted.failed === 0)
    return sum([counted, brokenRunner(`the runner ended with status ${status}`)]);
  return counted;
}

/** @returns {Tally} from scripts/check.mjs */
export function fromChecks(file, status) {
  const results = readJson(file);
  if (results === null) return brokenRunner(`the checks left no report (status ${status})`);
  const failures = results.filter((one) => !one.passed).map((one) => one.name);
  return plausible(tally({ passed: results.length - failures.length, failed: failures.length, failures }), status);
}

/** @returns {Tally} from Vitest's JSON reporter */
export function fromVitest(file, status) {
  const report = readJson(file);
  if (report === null) return brokenRunner(`Vitest left no report (status ${status})`);
  const tests = report.testResults.flatMap((one) => one.assertionResults);
  const failures = tests.filter((one) => one.status === "failed").map((one) => one.fullName.trim());
  // A file that could not be loaded, or whose hook failed, has a failure but no failed test.
  const broken = report.testResults.filter(
    (one) => one.status === "failed" && !one.assertionResults.some((test) => test.status === "failed"),
  );
  const passed = tests.filter((one) => one.status === "passed").length;
  const counted = tally({
    passed,
    failed: failures.length + broken.length,
    skipped: tests.length - passed - failures.length,
    failures: [...failures, ...broken.map((one) => `${one.name}: ${one.message.split("\n")[0]}`)],
  });
  return plausible(counted, status);
}

/** @returns {Tally} from Playwright's JSON reporter */
export function fromPlaywright(file, status) {
  const report = readJson(file);
  if (report === null) return brokenRunner(`Playwright left no report (status ${status})`);
  const specs = report.suites.flatMap((suite) => specsOf(suite, []));
  const tests = specs.flatMap(({ title, spec }) => spec.tests.map((test) => ({ title, test })));
  const having = (...statuses) => tests.filter(({ test }) => statuses.includes(test.status));
  const failed = having("unexpected", "flaky").map(({ title }) => title);
  const skipped = having("skipped");
  const reasons = skipped.flatMap(({ test }) => test.annotations.map((one) => one.description)).filter(Boolean);
  const counted = tally({
    passed: having("expected").length,
    failed: failed.length + report.errors.length,
    skipped: skipped.length,
    failures: [...failed, ...report.errors.map((error) => error.message.split("\n")[0])],
    notes: [...new Set(reasons)],
  });
  return plausible(counted, status);
}

function specsOf(suite, above) {
  const path = [...above, suite.title];
  const own = suite.specs.map((spec) => ({ title: [...path, spec.title].join(" > "), spec }));
  return [...own, ...(suite.suites ?? []).flatMap((one) => specsOf(one, path))];
}

/** @returns {Tally} from the last line of a runner of our own; `cases` names what it ran, and where */
export function fromLastLine(output, status, cases) {
  const line = /^(\d+) passed, (\d+) failed$/m.exec(output);
  if (line === null) return brokenRunner(`the ${cases} came to no result (status ${status})`);
  const [passed, failed] = [Number(line[1]), Number(line[2])];
  return plausible(tally({ passed, failed, failures: failed > 0 ? [`${failed} ${cases}`] : [] }), status);
}
