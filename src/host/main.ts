import { join } from "node:path";
import { parseArgs } from "node:util";
import open from "open";
import packageJson from "../../package.json" with { type: "json" };
import { systemClock } from "../practice/clock.ts";
import { composeApp, migrationsOfSources } from "./compose-app.ts";
import { desktopNotifier } from "./desktop-notifier.ts";
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

const { app, door, changes } = composeApp({
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
const server = await serveOnLoopback(app, Number(values.port ?? 0));
console.log(`Between Sessions is at ${server.address}`);

const hasDisplay =
  process.platform !== "linux" || process.env["DISPLAY"] !== undefined || process.env["WAYLAND_DISPLAY"] !== undefined;
if (hasDisplay && values["no-open"] !== true) {
  open(server.address).catch((error: unknown) =>
    console.error(`The browser could not be opened (${String(error)}). Please open the address above.`),
  );
}

let leaving = false;
const leave = async () => {
  if (leaving) return;
  leaving = true;
  changes.close();
  await server.close();
  await door.shut();
  process.exit(0);
};
process.on("SIGINT", () => void leave());
process.on("SIGTERM", () => void leave());
// Whoever started it is gone, however it ended.
process.once("disconnect", () => void leave());
