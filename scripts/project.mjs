import { existsSync, readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the clone. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

export const modules = join(root, "node_modules");

/** The Node 26 that the project brings along, as the dev dependency `node`. */
export const projectNode = join(modules, "node", "bin", process.platform === "win32" ? "node.exe" : "node");

/** This environment with the project's own tools, its Node first, in front of everything else. */
export function withProjectTools(extra = {}) {
  return { ...process.env, PATH: join(modules, ".bin") + delimiter + (process.env.PATH ?? ""), ...extra };
}

/** The parsed JSON of a file, or null when it is missing or no JSON (cut short by a kill, say). */
export function readJson(path) {
  if (!existsSync(path)) return null;
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (fault) {
    if (fault instanceof SyntaxError) return null;
    throw fault;
  }
}

export function say(sentence) {
  console.log(sentence);
}

/** What the person at the terminal can do something about: a sentence, no stack. */
export class Stop extends Error {}

/** Runs a script to its end; a Stop becomes its sentence and status 1. */
export async function runScript(main) {
  try {
    process.exitCode = await main();
  } catch (fault) {
    if (!(fault instanceof Stop)) throw fault;
    console.error(`\n${fault.message}`);
    process.exitCode = 1;
  }
}
