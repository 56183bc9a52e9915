/**
 * Checks the directions of imports (.dependency-cruiser.js), and that the check itself works: without a compiler it
 * understands, dependency-cruiser looks at nothing and is content. Every file of the folders has to be among the
 * modules it saw, and they have to import each other.
 *
 *   node scripts/imports.mjs [FOLDER]      FOLDER: the project, or a copy of its shape
 */
import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { capture } from "./processes.mjs";
import { modules, root, runScript, say, withProjectTools } from "./project.mjs";

const folders = ["src", "electron"];

await runScript(async () => {
  const where = process.argv[2] ?? root;
  const { output } = await capture(
    process.execPath,
    [
      join(modules, "dependency-cruiser/bin/dependency-cruiser.mjs"),
      "--config",
      join(root, ".dependency-cruiser.js"),
      "--output-type",
      "json",
      ...folders,
    ],
    { cwd: where, env: withProjectTools() },
  );
  const seen = readReport(output);
  if (seen === null) {
    say(`The check of imports did not run:\n${output.slice(0, 2000)}`);
    return 1;
  }
  const faults = [...seen.summary.violations.map(describe), ...blindSpots(where, seen.modules)];
  faults.forEach((fault) => say(fault));
  if (faults.length === 0) say(`${seen.modules.length} modules, ${seen.summary.totalDependenciesCruised} imports`);
  return faults.length === 0 ? 0 : 1;
});

function readReport(output) {
  try {
    return JSON.parse(output);
  } catch (fault) {
    if (fault instanceof SyntaxError) return null;
    throw fault;
  }
}

function describe({ rule, from, to, cycle }) {
  return `${rule.name}: ${from} -> ${cycle === undefined ? to : cycle.map((step) => step.name ?? step).join(" -> ")}`;
}

/** Files on disk that the check did not look at, and a tree in which nothing seems to import anything. */
function blindSpots(where, cruised) {
  const looked = new Map(cruised.map((module) => [module.source, module]));
  const files = folders.flatMap((folder) => sourcesBelow(where, folder));
  const overlooked = files.filter((file) => !looked.has(file)).map((file) => `not looked at: ${file}`);
  const importing = files.filter((file) => looked.get(file)?.dependencies.length > 0).length;
  // Two files in three import something here; far fewer means that imports were not understood.
  const blind = files.length === 0 || importing < files.length / 3;
  return blind ? [...overlooked, `only ${importing} of ${files.length} files seem to import anything`] : overlooked;
}

function sourcesBelow(where, folder) {
  return readdirSync(join(where, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith(".d.ts"))
    .map((entry) => relative(where, join(entry.parentPath, entry.name)).split(sep).join("/"));
}
