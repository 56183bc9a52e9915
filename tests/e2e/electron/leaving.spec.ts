import { expect, test } from "@playwright/test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TodayView } from "../../../src/practice/today-views.ts";
import { launchElectron, type RunningElectron } from "../../harness/launch-electron.ts";
import {
  clientAddress,
  mailServers,
  readMailbox,
  sendAsClient,
  serversMissing,
  therapistAddress,
} from "../../servers/index.ts";
import { act, ask, foundPractice, passphrase } from "./practice-in-window.ts";

// A night from Friday to Saturday in New York.
const saturdayAt0210 = Date.parse("2026-11-14T07:10:00Z");

const repliesIn = async ({ page }: RunningElectron) => {
  const { recentReplies } = (await ask(page, "inbox.today")) as TodayView;
  return recentReplies.map(({ state }) => state);
};

test("told to quit while it sends a reply, the app sees it through and then ends", async () => {
  test.skip(serversMissing !== null, serversMissing ?? "");
  const folder = mkdtempSync(join(tmpdir(), "between-leaving-"));
  const servers = await mailServers();
  let app: RunningElectron | null = null;
  const startAgain = async () => {
    app = await launchElectron({ folder, now: saturdayAt0210 });
    return app;
  };
  try {
    const first = await startAgain();
    await foundPractice(first.page);
    const client = { preferredName: "Maya", language: "en", emails: [clientAddress], urgent: false, optedOut: false };
    await act(first.page, "clients.add", client);
    await act(first.page, "mailboxes.connect", servers.account);
    await expect.poll(async () => JSON.stringify(await ask(first.page, "mailboxes.list"))).toContain("watching");
    expect(await first.quit()).toBe(0);

    await sendAsClient(servers, { messageId: "<night@test.local>", text: "Are you there?" });
    await expect.poll(async () => (await readMailbox(servers, therapistAddress)).length).toBe(1);
    servers.exim.freeze();
    const second = await startAgain();
    await act(second.page, "door.unlock", { passphrase });
    await expect.poll(() => repliesIn(second)).toEqual(["sending"]);
    await second.electron.evaluate(({ app: electron }) => electron.quit());
    servers.exim.thaw();
    expect(await second.exited).toBe(0);

    const third = await startAgain();
    await act(third.page, "door.unlock", { passphrase });
    expect(await repliesIn(third)).toEqual(["sent"]);
    await expect.poll(async () => (await readMailbox(servers)).length).toBe(1);
    expect(await third.quit()).toBe(0);
  } finally {
    await (app as RunningElectron | null)?.kill();
    servers.exim.thaw();
    await servers.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

test("the window comes back in the size it had when the app was quit", async () => {
  const folder = mkdtempSync(join(tmpdir(), "between-leaving-"));
  const bounds = { x: 40, y: 30, width: 1100, height: 700 };
  const app = await launchElectron({ folder, now: saturdayAt0210 });
  await app.electron.evaluate(({ BrowserWindow }, moved) => BrowserWindow.getAllWindows()[0]?.setBounds(moved), bounds);
  await app.quit();
  const again = await launchElectron({ folder, now: saturdayAt0210 });
  try {
    expect(await again.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())).toEqual(
      bounds,
    );
  } finally {
    await again.quit();
    rmSync(folder, { recursive: true, force: true });
  }
});
