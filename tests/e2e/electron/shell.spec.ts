import { expect, test } from "@playwright/test";
import { execFile, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { electronCommand, launchElectron, type RunningElectron } from "../../harness/launch-electron.ts";
import { act, foundPractice, passphrase } from "./practice-in-window.ts";

// A Tuesday in New York.
const tuesdayAt0930 = Date.parse("2026-11-17T14:30:00Z");
const tuesdayAt1010 = Date.parse("2026-11-17T15:10:00Z");
const client = {
  preferredName: "Zerlina",
  language: "en",
  emails: ["zerlina@example.org"],
  urgent: false,
  optedOut: false,
};

const windowState = ({ electron }: RunningElectron) =>
  electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    return { open: window !== undefined, inSight: window?.isVisible() === true && !window.isMinimized() };
  });

const inPower = ({ electron }: RunningElectron, event: string) =>
  electron.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event);

/** Processes that were started for this folder, the app's helpers included. */
function processesOf(folder: string): string[] {
  const { stdout } = spawnSync("ps", ["-eo", "pid=,args="], { encoding: "utf8" });
  return stdout.split("\n").filter((line) => line.includes(folder) && !line.includes("<defunct>"));
}

test.describe("the desktop app", () => {
  const folder = mkdtempSync(join(tmpdir(), "between-shell-"));
  let app: RunningElectron;

  test.describe.configure({ mode: "serial" });
  test.beforeAll(async () => {
    app = await launchElectron({ folder, now: tuesdayAt0930 });
  });
  test.afterAll(async () => {
    await app.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  test("opens its window on its own address, sandboxed and without Node", async () => {
    expect(app.page.url()).toBe("app://between/");
    const globals = await app.page.evaluate(() =>
      ["require", "process", "module", "Buffer", "global", "electron"].filter((name) => name in window),
    );
    expect(globals).toEqual([]);
    const preferences = await app.electron.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Electron.WebPreferences;
      };
      const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = contents.getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
    });
    expect(preferences).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
  });

  test("serves its page with a policy that allows no code but its own", async () => {
    const policy = await app.page.evaluate(async () => (await fetch("/")).headers.get("content-security-policy"));
    expect(policy).toContain("default-src 'none'");
    const ran = await app.page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.ran = true";
      document.body.append(script);
      return "ran" in window;
    });
    expect(ran).toBe(false);
  });

  test("stays where it is, and gives a link to the system only when a person chose it", async () => {
    await app.electron.evaluate(({ shell }) => {
      const opened: string[] = [];
      Object.assign(globalThis, { opened });
      shell.openExternal = async (address) => void opened.push(address);
    });
    const opened = () => app.electron.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
    await app.page.evaluate(() => {
      window.open("https://example.org/by-itself");
      for (const [id, address] of [
        ["web", "https://example.org/help"],
        ["plain", "http://example.org/"],
        ["file", "file:///etc/passwd"],
      ] as const) {
        const link = document.createElement("a");
        Object.assign(link, { id, href: address, target: "_blank", textContent: id });
        document.body.prepend(link);
      }
    });
    for (const id of ["plain", "file", "web"]) await app.page.locator(`#${id}`).click();
    await expect.poll(opened).toEqual(["https://example.org/help"]);
    await app.page.evaluate(() => {
      location.href = "https://example.org/by-itself-too";
    });
    // Playwright goes on waiting for the page that never comes.
    await app.page.reload();
    await app.page.getByRole("heading").first().waitFor();
    expect(await opened()).toHaveLength(1);
    expect(app.page.url()).toBe("app://between/");
    expect(app.electron.windows()).toHaveLength(1);
  });

  test("has no way to the network, not even past its own policy", async () => {
    let asked = 0;
    const server = createServer((_request, response) => {
      asked += 1;
      response.end("here");
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const answer = await app.electron.evaluate(async ({ session }, address) => {
      try {
        return (await session.fromPartition("screens").fetch(address)).status;
      } catch (error) {
        return String(error);
      }
    }, `http://127.0.0.1:${port}/`);
    server.close();
    expect(answer).toContain("ERR_BLOCKED_BY_CLIENT");
    expect(asked).toBe(0);
  });

  test("gets nothing from the system but a place on the clipboard, by a button", async () => {
    const states = await app.page.evaluate(async () => {
      const asked = ["geolocation", "notifications", "camera", "microphone", "clipboard-read"] as PermissionName[];
      return Promise.all(asked.map(async (name) => (await navigator.permissions.query({ name })).state));
    });
    expect(states).toEqual(["denied", "denied", "denied", "denied", "denied"]);
    await app.page.evaluate(() => {
      const button = document.createElement("button");
      button.id = "copy";
      button.textContent = "Copy";
      button.onclick = () =>
        void navigator.clipboard.writeText("what was copied").then(() => (button.textContent = "Copied"));
      document.body.prepend(button);
    });
    await app.page.locator("#copy").click();
    await expect(app.page.locator("#copy")).toHaveText("Copied");
    expect(await app.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe("what was copied");
    await app.page.evaluate(() => document.getElementById("copy")?.remove());
  });

  test("tells its window and its tray of every change", async () => {
    expect(await app.tray()).toEqual({ icon: "shut", lines: ["Locked: no message is received or answered"] });
    const told = app.page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const source = new EventSource("/events");
          source.onmessage = ({ data }: MessageEvent<string>) => {
            source.close();
            resolve(data);
          };
          source.onopen = () => Object.assign(window, { listening: true });
        }),
    );
    await app.page.waitForFunction(() => "listening" in window);
    await foundPractice(app.page);
    expect(JSON.parse(await told)).toEqual({ change: "door" });
    expect(await app.tray()).toEqual({ icon: "open", lines: ["Open until 5:00 PM", "No mailbox is connected"] });
  });

  test("shows whom a session is with by an initial, and behind locked screens not at all", async () => {
    const { id } = (await act(app.page, "clients.add", client)) as { id: string };
    await act(app.page, "calendar.book", {
      clientId: id,
      title: "",
      start: "2026-11-17T10:00",
      durationMinutes: 50,
      repeats: null,
    });
    await app.page.getByRole("navigation").getByRole("link", { name: "Clients" }).click();
    await expect(app.page.getByRole("link", { name: /Zerlina/ })).toBeVisible();
    await app.setClock(tuesdayAt1010);
    await expect.poll(async () => (await app.tray()).lines[0]).toMatch(/^In session with Z\. until 1[01]:/);
    expect((await app.tray()).icon).toBe("in-session");
    await inPower(app, "lock-screen");
    await expect(app.page.getByRole("textbox", { name: "Passphrase" })).toBeVisible();
    expect((await app.tray()).lines[0]).toMatch(/^In session until 1[01]:/);
    await act(app.page, "door.unlock", { passphrase });
  });

  test("shows the inbox when a notification is clicked, without losing the page", async () => {
    await app.page.evaluate(() => Object.assign(window, { samePage: true }));
    await app.electron.evaluate(() => globalThis.betweenTest?.openInbox());
    await expect(app.page.getByRole("heading", { level: 1, name: "Inbox" })).toBeVisible();
    expect(app.page.url()).toBe("app://between/inbox");
    expect(await app.page.evaluate(() => "samePage" in window)).toBe(true);
  });

  test("goes on when its window is closed, and says so once", async () => {
    const close = () => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await close();
    await expect.poll(app.notices).toHaveLength(1);
    expect((await app.notices())[0]?.title).toBe("Between Sessions keeps running");
    await close();
    expect(await app.notices()).toHaveLength(1);
    expect((await windowState(app)).open).toBe(true);
    expect((await app.tray()).icon).toBe("in-session");
  });

  test("comes to the front when it is started a second time, which opens nothing of its own", async () => {
    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
    expect((await windowState(app)).inSight).toBe(false);
    const { executablePath, args } = electronCommand({ folder, now: 0 });
    const second = execFile(executablePath, args);
    const [status] = (await once(second, "close")) as [number | null];
    expect(status).toBe(0);
    await expect.poll(async () => (await windowState(app)).inSight).toBe(true);
  });

  test("ends when it is told to, and leaves no process and no word of a client outside the encrypted file", async () => {
    expect(await app.quit()).toBe(0);
    await expect.poll(() => processesOf(folder)).toEqual([]);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.map(({ name }) => name)).toContain("practice.db");
    const telling = files.filter((file) => /zerlina/i.test(readFileSync(join(file.parentPath, file.name), "latin1")));
    expect(telling.map(({ name }) => name)).toEqual([]);
  });
});

test.describe("the desktop app on a bad day", () => {
  let folder: string;
  let app: RunningElectron;
  test.beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "between-shell-"));
    app = await launchElectron({ folder, now: tuesdayAt0930 });
  });
  test.afterEach(async () => {
    await app.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  test("ends cleanly on SIGTERM, as on a logout", async () => {
    await foundPractice(app.page);
    process.kill(app.pid, "SIGTERM");
    expect(await app.exited).toBe(0);
    // A file that was closed has nothing left beside it.
    expect(readdirSync(folder).filter((name) => name.startsWith("practice.db"))).toEqual(["practice.db"]);
    await expect.poll(() => processesOf(folder)).toEqual([]);
  });

  test("loads its page again when the page dies, and asks when it dies again", async () => {
    const asked = () => app.electron.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
    /** Kills the page's process; settles with the title of what its next process shows. */
    const die = () =>
      app.electron.evaluate(async ({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        if (contents === undefined) throw new Error("There is no window.");
        const loaded = new Promise<void>((resolve) => contents.once("did-finish-load", () => resolve()));
        contents.forcefullyCrashRenderer();
        await loaded;
        return (await contents.executeJavaScript("document.title")) as string;
      });
    await app.electron.evaluate(({ dialog }) => {
      const questions: string[] = [];
      Object.assign(globalThis, { asked: questions });
      dialog.showMessageBox = async (options: unknown) => {
        questions.push((options as Electron.MessageBoxOptions).message);
        return { response: 0, checkboxChecked: false };
      };
    });
    expect(await die()).toBe("Between Sessions");
    expect(await asked()).toEqual([]);
    expect(await die()).toBe("Between Sessions");
    expect(await asked()).toEqual(["The window has stopped twice"]);
  });
});

/** Asks the desktop's notification service, where it is dunst. */
function dunst(...asked: string[]) {
  const program = "dunstctl";
  return spawnSync(program, asked, { encoding: "utf8" });
}

test("a notification is really on the desktop, and its click brings the inbox", async () => {
  test.skip(process.platform !== "linux" || dunst("count").status !== 0, "needs a running dunst");
  const folder = mkdtempSync(join(tmpdir(), "between-shell-"));
  const app = await launchElectron({ folder, now: tuesdayAt0930, showNotices: true });
  const displayed = () => dunst("count", "displayed").stdout.trim();
  try {
    await foundPractice(app.page);
    expect(displayed()).toBe("0");
    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await expect.poll(displayed).toBe("1");
    expect(dunst("action").status).toBe(0);
    await expect(app.page.getByRole("heading", { level: 1, name: "Inbox" })).toBeVisible();
    expect((await windowState(app)).inSight).toBe(true);
  } finally {
    await app.kill();
    rmSync(folder, { recursive: true, force: true });
  }
});
