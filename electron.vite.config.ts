import { cp } from "node:fs/promises";
import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";
import type { Plugin } from "vite";

const root = import.meta.dirname;

/**
 * The test build differs in its entry alone: it can set the clock from outside. The product has no such door at all,
 * so there is nothing to close.
 */
const forTests = process.env["BETWEEN_TEST_BUILD"] === "1";
const output = resolve(root, forTests ? "out-test" : "out");
const mainEntry = resolve(root, forTests ? "tests/harness/electron-main.ts" : "electron/main.ts");

/** Tests also run in an older Electron (33: Node 20, Chromium 130), so their build is lowered to that. */
const nodeTarget = forTests ? "node20.18" : "node24";
const browserTarget = "chrome130";

/** The SQL of the migrations is read from disk at start, so it travels beside the bundle that reads it. */
function migrationsBesideMain(): Plugin {
  return {
    name: "migrations-beside-main",
    async writeBundle() {
      await cp(resolve(root, "src/store/migrations"), resolve(output, "main/migrations"), { recursive: true });
    },
  };
}

/** Deep links such as /inbox/7 are answered with index.html, so its assets are named from the root, not from "./". */
function assetsFromTheRoot(): Plugin {
  return { name: "assets-from-the-root", enforce: "post", config: () => ({ base: "/" }) };
}

export default defineConfig({
  main: {
    plugins: [migrationsBesideMain()],
    build: {
      outDir: resolve(output, "main"),
      target: nodeTarget,
      sourcemap: true,
      rolldownOptions: {
        input: { main: mainEntry },
        // One file: `import.meta.url` then means out/main/ wherever in the sources it was written.
        output: { entryFileNames: "[name].js", codeSplitting: false },
      },
    },
  },
  preload: {
    build: {
      outDir: resolve(output, "preload"),
      target: nodeTarget,
      // A sandboxed preload has to be CommonJS; in a package of type "module" that means the suffix .cjs.
      rolldownOptions: {
        input: { preload: resolve(root, "electron/preload.ts") },
        output: { format: "cjs", entryFileNames: "[name].cjs" },
      },
    },
  },
  renderer: {
    root: resolve(root, "src/ui"),
    plugins: [react(), assetsFromTheRoot()],
    build: {
      outDir: resolve(output, "renderer"),
      emptyOutDir: true,
      minify: true,
      target: browserTarget,
      // The content security policy allows no data: and no inline script.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: { index: resolve(root, "src/ui/index.html") } },
    },
  },
});
