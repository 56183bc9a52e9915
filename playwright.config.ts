import { defineConfig } from "@playwright/test";

/** Debian's Chromium. Playwright's own browsers are never downloaded. */
const chromium = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
const byRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results/e2e",
  workers: 2,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    locale: "en-US",
    timezoneId: "America/New_York",
    viewport: { width: 1440, height: 900 },
    actionTimeout: 15_000,
    contextOptions: { reducedMotion: "reduce" },
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: chromium,
      args: [
        ...(byRoot ? ["--no-sandbox"] : []),
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-domain-reliability",
        "--disable-sync",
        "--no-first-run",
        // Nothing leaves the machine, the browser of the tests included.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
      ],
    },
  },
  projects: [
    { name: "browser", testMatch: "browser/**/*.spec.ts" },
    // One window at a time: they share a screen and its notifications.
    { name: "electron", testMatch: "electron/**/*.spec.ts", workers: 1 },
    { name: "screenshots", testMatch: "screenshots.spec.ts" },
  ],
});
