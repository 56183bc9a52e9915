import { join } from "node:path";
import { parseArgs } from "node:util";
import open from "open";
import packageJson from "../../package.json" with { type: "json" };
import { systemClock } from "../practice/clock.ts";
import { composeApp, migrationsOfSources } from "./compose-app.ts";
import { desktopNotifier } from "./desktop-notifier.ts";
import { leaveWhenTold } from "./leaving.ts";
import { serveOnLoopback } from "./loopback-server.ts";
import { noVault } from "./no-vault.ts";
import { userDataFolder } from "./user-data-folder.ts";

/*
 * The plain-Node host: the same app in a browser, for computers without Electron.
 *   node src/host/main.ts [--data DIR] [--port N] [--no-open]
 */
const { values } = parseArgs({
  options: { data: { type: "string" }, port: { type: "string" }, "no-open": { type: "boolean" } },
});

const composed = composeApp({
  host: "browser",
  folder: values.data ?? userDataFolder(),
  screensFolder: join(import.meta.dirname, "..", "..", "out", "renderer"),
  migrationsFolder: migrationsOfSources,
  version: packageJson.version,
  clock: systemClock,
  notifier: desktopNotifier,
  vault: noVault,
  log: (line) => console.error(line),
});
const server = await serveOnLoopback(composed.app, wantedPort(values.port)).catch((error: unknown) => {
  console.error(`Between Sessions cannot be served: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
leaveWhenTold(composed, server);
console.log(`Between Sessions is at ${server.address}`);

const hasDisplay =
  process.platform !== "linux" || process.env["DISPLAY"] !== undefined || process.env["WAYLAND_DISPLAY"] !== undefined;
if (hasDisplay && values["no-open"] !== true) {
  open(server.address).catch((error: unknown) =>
    console.error(`The browser could not be opened (${String(error)}). Please open the address above.`),
  );
}

/** A free port unless one was named. */
function wantedPort(named: string | undefined): number {
  const port = Number(named ?? 0);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  console.error(`--port ${named} is no port number; it takes 1 to 65535.`);
  process.exit(2);
}
