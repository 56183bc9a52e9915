import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { capture, run, toldToStop } from "./processes.mjs";
import { modules, projectNode, readJson, root, say, Stop } from "./project.mjs";

/**
 * Makes node_modules what package-lock.json asks for, with `npm ci`, unless it already is.
 * @throws {Stop} when npm fails or the project's own Node does not run
 */
export async function installDependencies() {
  const reason = whyInstall();
  if (reason !== null) {
    say(`Installing what Between Sessions is made of (${reason}). This takes up to a minute.`);
    // --ignore-scripts=false: the `node` package fetches the Node of this platform in its install script.
    const arguments_ = ["ci", "--no-audit", "--no-fund", "--loglevel=error", "--ignore-scripts=false"];
    // Not with the Node that is about to be replaced: npm puts it first in PATH for its scripts.
    const path = process.env.PATH.split(delimiter).filter((folder) => folder !== join(modules, ".bin"));
    const environment = { ...process.env, PATH: path.join(delimiter), PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1" };
    const windows = process.platform === "win32";
    const status = await run(windows ? "npm.cmd" : "npm", arguments_, { cwd: root, env: environment, shell: windows });
    if (toldToStop()) throw new Stop("Stopped while installing. The next start begins there again.");
    if (status !== 0) {
      throw new Stop(
        "The packages could not be installed; npm says why above. Usually the network is away: try again when it is back.",
      );
    }
  }
  const version = existsSync(projectNode) ? await capture(projectNode, ["--version"]) : { status: 127, output: "" };
  if (version.status !== 0) {
    throw new Stop(
      `The project's own Node (node_modules/node) does not run on this computer. Remove the folder node_modules and try again.\n${version.output}`,
    );
  }
}

/** Why an install is due, or null when node_modules holds what the lock file names. */
function whyInstall() {
  if (!existsSync(modules)) return "first start";
  const wanted = readJson(join(root, "package-lock.json"));
  // npm writes this file last; an install that was cut short has none.
  const present = readJson(join(modules, ".package-lock.json"));
  if (wanted === null) throw new Stop("package-lock.json is missing or unreadable. Fetch the project again.");
  if (present === null || !existsSync(projectNode)) return "an earlier install did not finish";
  const differs = Object.entries(wanted.packages).some(([path, entry]) => {
    if (path === "" || entry.link) return false;
    const here = present.packages[path];
    if (here === undefined) return !entry.optional;
    return here.version !== entry.version;
  });
  return differs ? "the list of packages has changed" : null;
}
