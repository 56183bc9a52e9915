import { defineConfig } from "vitest/config";

/**
 * Tests run in a zone that no practice in them lives in, so that a computation that leans on the computer's own zone
 * shows. (+12:45, changing on other days than Europe and America.)
 */
process.env["TZ"] ??= "Pacific/Chatham";

export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: ["default"],
    projects: [
      {
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.{ts,tsx}", "tests/vectors/**/*.test.ts"],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Each file starts real servers; several sets of them at once would only measure the computer.
          fileParallelism: false,
        },
      },
      {
        test: {
          name: "chaos",
          include: ["tests/chaos/**/*.test.ts"],
          testTimeout: 600_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
