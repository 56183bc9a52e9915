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
    "tests/vectors/run.ts",
    "tests/harness/{host,electron-main}.ts",
    "tests/bench/*.ts",
  ],
  project: ["src/**/*.{ts,tsx}", "electron/**/*.ts", "scripts/**/*.mjs", "tests/**/*.{ts,tsx}"],
  // A type that an exported function takes or gives is part of its contract, imported elsewhere or not.
  ignoreExportsUsedInFile: { interface: true, type: true },
  // `node` brings Node 26 along; the others are run by path (scripts/check.mjs).
  ignoreDependencies: ["node", "@typescript/native", "dependency-cruiser", "oxlint-tsgolint"],
  ignoreBinaries: ["openssl"],
} satisfies KnipConfig;
