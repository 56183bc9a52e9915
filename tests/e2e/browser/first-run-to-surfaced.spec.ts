import { test } from "@playwright/test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchHost } from "../../harness/launch-host.ts";
import { mailServers, serversMissing } from "../../servers/index.ts";
import { firstRunToSurfacedMessage, fridayAt1500 } from "../journey.ts";

test("in the browser: from the first run to a message that was held, answered, explained and surfaced", async ({
  page,
}) => {
  test.skip(serversMissing !== null, serversMissing ?? "");
  const folder = mkdtempSync(join(tmpdir(), "between-e2e-"));
  const servers = await mailServers();
  const host = await launchHost({ folder, now: fridayAt1500 });
  try {
    await page.goto(host.address);
    await firstRunToSurfacedMessage({ page, setClock: host.setClock, notices: async () => host.notices }, servers);
  } finally {
    await host.stop();
    await servers.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
