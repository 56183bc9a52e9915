/**
 * Settings of `npm run mutation`. Everything it writes is below `out-test/mutation`; `report.html` shows each change that no
 * test noticed. Some changes cannot be noticed, because the result is the same (a list read twice, a shortcut, a limit that
 * only saves time, a check that only the types need), therefore the threshold is not 100. What is worked out once and kept is
 * asked about by the first test that needs it and by no other.
 */
const folder = "out-test/mutation";

export default {
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "tests/mutation/vitest.config.ts", related: true },
  mutate: ["src/domain/gate/**/*.ts", "src/domain/replies/**/*.ts"],
  ignorePatterns: ["/out", "/out-test", "/test-results", "/docs", "/electron", "/src/ui"],
  coverageAnalysis: "perTest",
  concurrency: 2,
  incremental: true,
  incrementalFile: `${folder}/incremental.json`,
  tempDirName: `${folder}/sandbox`,
  reporters: ["progress-append-only", "clear-text", "html", "json"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: `${folder}/report.html` },
  jsonReporter: { fileName: `${folder}/report.json` },
  warnings: { slow: false },
  thresholds: { high: 95, low: 90, break: 90 },
};
