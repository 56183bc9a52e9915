import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { capture, run, toldToStop } from "./processes.mjs";
import { modules, projectNode, readJson, root, say, withProjectTools } from "./project.mjs";

const day = 24 * 3_600_000;
const memory = join(modules, ".electron-download.json");
const folder = join(modules, "electron");

/** Chromium refuses to run as root with its sandbox. */
export const runByRoot = process.platform === "linux" && process.getuid() === 0;
export const sandboxArguments = runByRoot ? ["--no-sandbox"] : [];

/** Electron's program if it is on this computer, else null. `ELECTRON_OVERRIDE_DIST_PATH` goes before the own copy. */
export function installedElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const pathFile = join(folder, "path.txt");
  const name = existsSync(pathFile) ? readFileSync(pathFile, "utf8") : "electron";
  const program = join(override ?? join(folder, "dist"), name);
  return existsSync(program) ? program : null;
}

/** Does a window have somewhere to be? */
export function hasDisplay() {
  return process.platform !== "linux" || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
}

/**
 * Electron's program, downloaded if need be. A download that failed is not tried again for a day, so that a computer
 * without a way to it starts as fast as any other.
 * @returns {Promise<{ program: string, version: string } | { program: null, reason: string }>}
 */
export async function findElectron(now) {
  const installed = installedElectron();
  const program = installed ?? (await download(now));
  if (typeof program !== "string") return program;
  const { status, output } = await capture(program, [...sandboxArguments, "--version"], { env: shellEnvironment() });
  if (status !== 0) return { program: null, reason: `Electron does not run here (${firstComplaint(output)})` };
  return { program, version: /v(\d+\.\d+\.\d+)/.exec(output)?.[1] ?? "of unknown version" };
}

/** The environment of the shell: without the switch that would make Electron a plain Node. */
export function shellEnvironment() {
  const { ELECTRON_RUN_AS_NODE: _, ...environment } = process.env;
  return environment;
}

async function download(now) {
  const version = readJson(join(folder, "package.json"))?.version;
  const last = readJson(memory);
  if (last !== null && last.version === version && now - last.failedAt < day) {
    return { program: null, reason: `${last.reason}; the next try is tomorrow` };
  }
  say(`Downloading Electron ${version}, once (about 120 MB).`);
  const options = { cwd: root, env: withProjectTools() };
  const fetched = await capture(projectNode, [join(root, "scripts", "electron-download.mjs")], options);
  const unpacked = fetched.status === 0 && (await run(projectNode, [join(folder, "install.js")], options)) === 0;
  const program = installedElectron();
  if (unpacked && program !== null) return program;
  const reason = `Electron could not be downloaded (${firstComplaint(fetched.output)})`;
  if (!toldToStop()) writeFileSync(memory, JSON.stringify({ version, failedAt: now, reason }));
  return { program: null, reason };
}

/** The first line of an output that says something, without the process and time that Chromium puts before it. */
function firstComplaint(output) {
  const lines = output.split("\n").map((line) => line.replace(/^\[[^\]]*\]\s*/, "").trim());
  return lines.find((line) => line !== "") ?? "no reason given";
}
