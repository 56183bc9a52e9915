import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { capture, toldToStop } from "./processes.mjs";
import { projectNode, root, say, Stop, withProjectTools } from "./project.mjs";

const sources = ["electron", "src", "resources", "electron.vite.config.ts", "package-lock.json", "tsconfig.json"];

/**
 * The two builds: what people run, and the same with an entry that lets a test set the clock.
 * @typedef {{ folder: string, sources: string[], environment: Record<string, string> }} Build
 */
export const product = { folder: "out", sources, environment: {} };
export const testBuild = {
  folder: "out-test",
  sources: [...sources, "tests/harness"],
  environment: { BETWEEN_TEST_BUILD: "1" },
};

/**
 * Builds the screens and the shell unless the last build was made from exactly these sources.
 * @param {Build} build
 * @throws {Stop} when the build fails
 */
export async function buildWhenStale(build) {
  const stamp = join(root, build.folder, ".built-from");
  const fingerprint = fingerprintOf(build.sources);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint) return;
  say(build === product ? "Building the screens." : "Building the app for tests.");
  const { status, output } = await capture(
    projectNode,
    [join(root, "node_modules/electron-vite/bin/electron-vite.js"), "build", "--logLevel", "warn"],
    { cwd: root, env: withProjectTools({ NO_COLOR: "1", ...build.environment }) },
  );
  if (toldToStop()) throw new Stop("Stopped while building.");
  if (status !== 0) throw new Stop(`The app could not be built.\n\n${withoutStack(output)}`);
  writeFileSync(stamp, fingerprint);
}

/** One hash over names and contents of the sources. Contents, because a checkout changes times without reason. */
function fingerprintOf(paths) {
  const hash = createHash("sha256");
  for (const path of paths.flatMap(filesBelow))
    hash
      .update(path)
      .update("\0")
      .update(readFileSync(join(root, path)));
  return hash.digest("hex");
}

function filesBelow(path) {
  const absolute = join(root, path);
  if (!existsSync(absolute)) return [];
  if (!statSync(absolute).isDirectory()) return [path];
  return readdirSync(absolute)
    .toSorted()
    .flatMap((name) => filesBelow(`${path}/${name}`));
}

/** What the bundler says without where in the bundler it says it. */
function withoutStack(output) {
  const lines = output.trim().split("\n");
  return lines.filter((line) => !/^\s+at .*node_modules/.test(line)).join("\n");
}
