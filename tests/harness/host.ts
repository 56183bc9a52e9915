import { join } from "node:path";
import { parseArgs } from "node:util";
import { composeApp, migrationsOfSources } from "../../src/host/compose-app.ts";
import { leaveWhenTold } from "../../src/host/leaving.ts";
import { serveOnLoopback } from "../../src/host/loopback-server.ts";
import { noVault } from "../../src/host/no-vault.ts";
import { movableClock } from "./clock.ts";
import { cheapKeys, endAtStep } from "./end-at-step.ts";
import { orderSchema, parseStop, type Report } from "./host-messages.ts";

/*
 * The plain-Node host as src/host/main.ts puts it together, but on a clock that its parent process moves, and with
 * notifications told to the parent instead of shown.
 *   node tests/harness/host.ts --data DIR --now MILLISECONDS [--port N] [--screens DIR] [--stop-at STEP[:n]]
 */
const { values } = parseArgs({
  options: {
    data: { type: "string" },
    now: { type: "string" },
    port: { type: "string", default: "0" },
    screens: { type: "string", default: join(import.meta.dirname, "..", "..", "out", "renderer") },
    "stop-at": { type: "string" },
  },
});
if (values.data === undefined || values.now === undefined) throw new Error("--data and --now are needed.");

const tell = (report: Report) => process.send?.(report);
const clock = movableClock(Number(values.now));
const composed = composeApp({
  host: "browser",
  folder: values.data,
  screensFolder: values.screens,
  migrationsFolder: migrationsOfSources,
  version: "0.0.0-test",
  clock,
  vault: noVault,
  keyStrength: cheapKeys,
  notifier: { show: async (notice) => void tell({ type: "notice", notice }) },
  step: endAtStep(values["stop-at"] === undefined ? null : parseStop(values["stop-at"])),
  log: (line) => console.error(line),
});
const server = await serveOnLoopback(composed.app, Number(values.port));

process.on("message", (message) => {
  const { now } = orderSchema.parse(message);
  clock.set(now);
  void composed.door.lookNow().then(() => tell({ type: "clock", now }));
});

leaveWhenTold(composed, server);

console.log(`Between Sessions is at ${server.address}`);
tell({ type: "ready", address: server.address });
