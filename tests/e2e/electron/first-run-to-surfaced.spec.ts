import { test } from "@playwright/test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchElectron } from "../../harness/launch-electron.ts";
import { mailServers, serversMissing } from "../../servers/index.ts";
import { firstRunToSurfacedMessage, fridayAt1500 } from "../journey.ts";

test("in the desktop app: from the first run to a message that was held, answered, explained and surfaced", async () => {
  test.skip(serversMissing !== null, serversMissing ?? "");
  const folder = mkdtempSync(join(tmpdir(), "between-e2e-"));
  const servers = await mailServers();
  const app = await launchElectron({ folder, now: fridayAt1500 });
  try {
    await firstRunToSurfacedMessage(app, servers);
  } finally {
    await app.quit();
    await servers.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
