import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { hasDisplay, installedElectron } from "./electron-program.mjs";
import { capture } from "./processes.mjs";
import { projectNode, root } from "./project.mjs";

/** What stands beside the project: start scripts of real servers, a real Electron, vectors. */
const shared = resolve(root, "../shared");

/** A part of this computer that some tests need. @typedef {{ missing: string, command: string }} Lack */

/** @returns {Lack} */
const lack = (missing, command) => ({ missing, command });
const packages = (names) => `apt-get install --no-install-recommends ${names}`;

/** Chromium's program, or null. `CHROMIUM_PATH` goes before those that Debian and Ubuntu install. */
export function chromium() {
  const asked = process.env.CHROMIUM_PATH;
  const candidates = asked === undefined ? ["/usr/bin/chromium", "/usr/bin/chromium-browser"] : [asked];
  return candidates.find((program) => existsSync(program)) ?? null;
}

export const lacksChromium = () => (chromium() === null ? lack("Chromium", packages("chromium")) : null);

/** Real mail servers. What they take is known where they are started from: tests/servers. */
export const lacksServers = () =>
  lacksInTests("serversMissing", "dovecot-imapd dovecot-lmtpd exim4-daemon-light openssl");

/** Mailboxes that answer by themselves. Where the servers themselves are missing, that is said already. */
export async function lacksSieve() {
  if ((await lacksServers()) !== null) return null;
  return lacksInTests("sieveMissing", "dovecot-sieve dovecot-managesieved");
}

async function lacksInTests(name, wanted) {
  const probe = pathToFileURL(join(root, "tests/servers/available.ts")).href;
  const code = `const { ${name} } = await import(${JSON.stringify(probe)}); process.stdout.write(${name} ?? "");`;
  const { status, output } = await capture(projectNode, ["--input-type=module", "--eval", code], { cwd: root });
  return status === 0 && output === "" ? null : lack(output.trim(), packages(wanted));
}

/**
 * The Electron that tests start: `ELECTRON_OVERRIDE_DIST_PATH`, the project's own, or the one that
 * shared/electron/setup.sh has left in the cache. The environment goes to the Electron suite only: the driver in it is
 * built for that Electron, and the Node host is to be tested with the driver that people get.
 */
export function electronForTests() {
  const cache = join(process.env.XDG_CACHE_HOME ?? join(process.env.HOME ?? "", ".cache"), "between-sessions");
  const older = join(cache, "electron-33.4.11-linux-x64");
  const { ELECTRON_OVERRIDE_DIST_PATH: folder, SQLITE_NATIVE_BINDING: binding } = process.env;
  if (folder !== undefined && existsSync(join(folder, "electron"))) {
    return {
      ELECTRON_OVERRIDE_DIST_PATH: folder,
      ...(binding === undefined ? {} : { SQLITE_NATIVE_BINDING: binding }),
    };
  }
  if (folder === undefined && installedElectron() !== null) return {};
  if (existsSync(join(older, "dist/electron")) && existsSync(join(older, "better_sqlite3.node"))) {
    return {
      ELECTRON_OVERRIDE_DIST_PATH: join(older, "dist"),
      SQLITE_NATIVE_BINDING: join(older, "better_sqlite3.node"),
    };
  }
  return null;
}

export const lacksElectron = () =>
  electronForTests() === null ? lack("Electron's program", 'eval "$(../shared/electron/setup.sh)"') : null;

/**
 * The command that puts a desktop nobody sees around another one: with a notification service where there is one,
 * else a bare screen; an empty list where a screen is there already; null where there is none to be had.
 */
export function desktopAround() {
  if (process.platform !== "linux") return [];
  if (lacksNotifications() === null) return [join(shared, "servers/desktop.sh"), "--"];
  if (isInstalled("xvfb-run") && isInstalled("xauth")) return ["xvfb-run", "-a", "-s", "-screen 0 1440x900x24"];
  return hasDisplay() ? [] : null;
}

export const lacksScreen = () => (desktopAround() === null ? lack("a screen", packages("xvfb xauth")) : null);

export function lacksNotifications() {
  const programs = ["Xvfb", "dunst", "dbus-daemon", "notify-send"];
  const present = programs.every(isInstalled) && existsSync(join(shared, "servers/desktop.sh"));
  return present ? null : lack("a notification service", packages("xvfb dunst dbus-daemon libnotify-bin"));
}

/** What reads a PDF back. */
export const lacksPdfReader = () =>
  ["pdftotext", "pdfinfo"].every(isInstalled) ? null : lack("a reader of PDFs", packages("poppler-utils"));

/** The zones in which the core is asked for the same answers: the computer's own must make no difference. */
export const zones = ["UTC", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"];

export const vectorFiles = ["recurrence", "availability", "slots"]
  .map((family) => join(shared, "vectors", `${family}.public.json`))
  .filter((file) => existsSync(file));

export const lacksVectors = () =>
  vectorFiles.length === 0 ? lack("the folder ../shared/vectors", "a clone with ../shared beside it") : null;

function isInstalled(program) {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/bin"];
  return folders.some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
