import type { KnipConfig } from "knip";

export default {
  entry: [
    "electron/main.ts",
    "electron/preload.ts",
    "src/host/main.ts",
    "src/ui/main.tsx",
    "scripts/*.mjs",
    "scripts/lint/*.mjs",
    "tests/**/*.{test,spec}.{ts,tsx}",
    "tests/harness/{host,electron-main}.ts",
    "tests/chaos/worker.ts",
    "tests/integration/desktop/show-notice.ts",
    "tests/bench/recurrence.ts",
    "tests/bench/practice.ts",
    "tests/mutation/stryker.config.mjs",
    "tests/mutation/{vitest.config,only-fast-tests}.ts",
  ],
  project: ["src/**/*.{ts,tsx}", "electron/**/*.ts", "scripts/**/*.mjs", "tests/**/*.{ts,tsx}"],
  // A type that an exported function takes or gives is part of its contract, imported elsewhere or not.
  ignoreExportsUsedInFile: { interface: true, type: true },
  // Run by path (scripts/check.mjs, scripts/mutation.mjs), read by path (scripts/compile-zones.mjs).
  ignoreDependencies: [
    "@stryker-mutator/core",
    "@stryker-mutator/vitest-runner",
    "@typescript/native",
    "dependency-cruiser",
    "moment-timezone",
  ],
  ignoreBinaries: ["openssl", "dbus-send", "dunstctl"],
} satisfies KnipConfig;
