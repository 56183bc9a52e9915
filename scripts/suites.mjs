import { rmSync } from "node:fs";
import { join } from "node:path";
import { buildWhenStale, product, testBuild } from "./build.mjs";
import {
  chromium,
  desktopAround,
  electronForTests,
  lacksChromium,
  lacksElectron,
  lacksNotifications,
  lacksPdfReader,
  lacksScreen,
  lacksServers,
  lacksSieve,
  lacksVectors,
  vectorFiles,
  zones,
} from "./needs.mjs";
import { capture, run } from "./processes.mjs";
import { modules, projectNode, root, say, withProjectTools } from "./project.mjs";
import { fromChecks, fromLastLine, fromPlaywright, fromVitest, sum } from "./reports.mjs";

/**
 * A suite cannot run at all without what `lacks` looks for; a few of its tests skip themselves without what
 * `partlyLacks` looks for.
 * @typedef {{ name: string, lacks: Function[], partlyLacks: Function[], run: () => Promise<import("./reports.mjs").Tally> }} Suite
 */

/** Every suite, in the order in which they run: what fails fast goes first. @type {Suite[]} */
export const suites = [
  { name: "check", lacks: [], partlyLacks: [], run: check },
  { name: "unit", lacks: [], partlyLacks: [lacksVectors], run: () => vitest("unit") },
  {
    name: "vectors",
    lacks: [lacksVectors],
    partlyLacks: [],
    run: () => inEveryZone("vectors", join(root, "tests/vectors/run.ts"), ...vectorFiles),
  },
  {
    name: "situations",
    lacks: [],
    partlyLacks: [],
    run: () => inEveryZone("situations", join(root, "tests/situations/run.ts")),
  },
  {
    name: "integration",
    lacks: [],
    partlyLacks: [lacksServers, lacksSieve, lacksNotifications],
    run: () => built([product], () => vitest("integration")),
  },
  {
    name: "chaos",
    lacks: [],
    partlyLacks: [lacksServers],
    run: () => built([product], () => vitest("chaos")),
  },
  {
    name: "browser",
    lacks: [lacksChromium],
    partlyLacks: [lacksServers, lacksNotifications, lacksPdfReader],
    run: () => built([product], () => playwright("browser")),
  },
  {
    name: "electron",
    lacks: [lacksElectron, lacksScreen],
    partlyLacks: [lacksServers, lacksNotifications, lacksPdfReader],
    run: () => built([testBuild], () => playwright("electron", electronForTests(), desktopAround())),
  },
];

/** Pictures are made when asked for; they are no test. @type {Suite} */
export const screenshots = {
  name: "screenshots",
  lacks: [lacksChromium],
  partlyLacks: [],
  run: () => built([product], () => playwright("screenshots")),
};

async function built(builds, then) {
  for (const build of builds) await buildWhenStale(build);
  return then();
}

function reportFile(name) {
  const file = join(root, "test-results", `${name}.json`);
  rmSync(file, { force: true });
  return file;
}

async function check() {
  const report = reportFile("check");
  const status = await run(projectNode, [join(root, "scripts/check.mjs"), "--json", report], environment());
  return fromChecks(report, status);
}

async function vitest(project) {
  const report = reportFile(project);
  const command = [
    join(modules, "vitest/vitest.mjs"),
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  const colours = process.stdout.isTTY ? {} : { NO_COLOR: "1" };
  return fromVitest(report, await run(projectNode, command, environment(colours)));
}

/** Runs a runner of our own in every zone: the computer's own must make no difference. */
async function inEveryZone(name, ...command) {
  const tallies = [];
  for (const zone of zones) {
    const { status, output } = await capture(projectNode, command, environment({ TZ: zone }));
    const result = fromLastLine(output, status, `${name} in ${zone}`);
    say(result.failed > 0 ? `${zone}\n${output.slice(-4000)}` : `${zone}: ${output.trim().split("\n").at(-1)}`);
    tallies.push(result);
  }
  return sum(tallies);
}

async function playwright(project, extra = {}, around = []) {
  const report = reportFile(project);
  const [command, ...rest] = [
    ...around,
    projectNode,
    join(modules, "@playwright/test/cli.js"),
    "test",
    `--project=${project}`,
    "--reporter=list,json",
  ];
  const settings = { PLAYWRIGHT_JSON_OUTPUT_FILE: report, CHROMIUM_PATH: chromium() ?? "", ...extra };
  return fromPlaywright(report, await run(command, rest, environment(settings)));
}

/** Folder and environment of a runner. The SQLite driver for an older Electron is for that Electron alone. */
function environment(extra = {}) {
  const { SQLITE_NATIVE_BINDING: _, ...env } = withProjectTools();
  return { cwd: root, env: { ...env, ...extra } };
}
