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
  ],
  project: ["src/**/*.{ts,tsx}", "electron/**/*.ts", "scripts/**/*.mjs", "tests/**/*.{ts,tsx}"],
  // A type that an exported function takes or gives is part of its contract, imported elsewhere or not.
  ignoreExportsUsedInFile: { interface: true, type: true },
  // They are run by path (scripts/check.mjs).
  ignoreDependencies: ["@typescript/native", "dependency-cruiser"],
  ignoreBinaries: ["openssl", "dbus-send", "dunstctl"],
} satisfies KnipConfig;
