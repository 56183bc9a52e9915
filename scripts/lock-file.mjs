/**
 * Checks package-lock.json: it names no registry, and it is complete for every platform.
 *
 * npm leaves out a package's binary for another platform when the registry it asks does not carry it, and then npm 11
 * refuses the whole lock file (`npm ci`: "Missing: ... from lock file"). Everything needed is in the lock file itself:
 *
 *   node scripts/lock-file.mjs               reports what is missing
 *   node scripts/lock-file.mjs --complete    adds it
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, runScript, say } from "./project.mjs";

const path = join(root, "package-lock.json");
const systems = ["android", "darwin", "freebsd", "linux", "openharmony", "win32"];

await runScript(async () => {
  const lock = JSON.parse(readFileSync(path, "utf8"));
  const hosts = Object.entries(lock.packages).filter(([, entry]) => entry.resolved !== undefined);
  const missing = missingBinaries(lock.packages);
  if (process.argv.includes("--complete")) {
    const { "": own, ...others } = { ...lock.packages, ...Object.fromEntries(missing) };
    const sorted = Object.entries(others).toSorted(([a], [b]) => a.localeCompare(b, "en"));
    writeFileSync(
      path,
      `${JSON.stringify({ ...lock, packages: { "": own, ...Object.fromEntries(sorted) } }, null, 2)}\n`,
    );
    say(`${missing.length} entries added`);
    return 0;
  }
  hosts.forEach(([place]) => say(`${place} names the registry it came from (.npmrc: omit-lockfile-registry-resolved)`));
  missing.forEach(([place]) => say(`${place} is missing (node scripts/lock-file.mjs --complete)`));
  if (hosts.length + missing.length === 0) say(`${Object.keys(lock.packages).length - 1} packages`);
  return hosts.length + missing.length === 0 ? 0 : 1;
});

/** The optional dependencies of locked packages that have no entry of their own, as entries. */
function missingBinaries(packages) {
  const names = new Set(Object.keys(packages).map((place) => place.split("node_modules/").at(-1)));
  return Object.values(packages).flatMap((entry) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !names.has(name))
      .map(([name, version]) => [`node_modules/${name}`, binary(name, version, entry.dev === true)]),
  );
}

/** A package such as `@oxlint/binding-linux-x64-musl` says by its name for which platform it is. */
function binary(name, version, dev) {
  const [system, cpu, library = ""] = name
    .split("/")
    .at(-1)
    .replace(/^(binding|lib)-/, "")
    .split("-");
  if (!systems.includes(system) || cpu === undefined) throw new Error(`${name} does not name a platform`);
  const libc = system === "linux" ? { libc: [library.startsWith("musl") ? "musl" : "glibc"] } : {};
  return { version, cpu: [cpu], ...(dev ? { dev } : {}), ...libc, optional: true, os: [system] };
}
