import { defineConfig } from "vitest/config";

/** The tests that `npm run mutation` asks: the pure ones, which answer in milliseconds. */
process.env["TZ"] ??= "Pacific/Chatham";

export default defineConfig({
  test: {
    include: ["tests/unit/{gate,replies,replay}/**/*.test.ts", "tests/unit/domain/{leaving,field-decisions}.test.ts"],
    // Hundreds of policies each; what they would notice, an example beside them notices too.
    exclude: ["tests/unit/gate/{triage,phrases-properties}.test.ts"],
    setupFiles: ["tests/mutation/only-fast-tests.ts"],
    testTimeout: 30_000,
    // Each change gets a process's modules of its own anyway.
    isolate: false,
  },
});
