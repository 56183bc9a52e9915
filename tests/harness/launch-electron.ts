import { _electron, type ElectronApplication, type Page } from "@playwright/test";
import { join } from "node:path";
import type { Instant } from "../../src/domain/time/instant.ts";
import type { Notice } from "../../src/practice/context.ts";
import type { Step } from "../../src/practice/steps.ts";
import type { TrayWords } from "../../electron/tray-words.ts";

export interface ElectronLaunch {
  /** The practice folder, Chromium's own files included. */
  readonly folder: string;
  /** What the clock shows until it is moved. */
  readonly now: Instant;
  /** The app SIGKILLs itself the n-th time it comes to this step. */
  readonly stopAt?: Step | `${Step}:${number}`;
  /** Also shows its notifications on the desktop. */
  readonly showNotices?: boolean;
}

/** The desktop app of the test build, on a clock that stands still until it is moved. */
export interface RunningElectron {
  readonly electron: ElectronApplication;
  /** The app's window, its page loaded. */
  readonly page: Page;
  readonly pid: number;
  /** Moves the clock; settles when all that is due by then is done. */
  setClock(now: Instant): Promise<void>;
  notices(): Promise<readonly Notice[]>;
  tray(): Promise<TrayWords>;
  /** As Quit in the tray's menu would; settles with the status when the process has ended. */
  quit(): Promise<number | null>;
  /** SIGKILL, if it still runs. */
  kill(): Promise<void>;
  /** Settles when the process has ended, by whomever. */
  readonly exited: Promise<number | null>;
}

const root = join(import.meta.dirname, "..", "..");

/** Program and arguments that start the test build; `ELECTRON_OVERRIDE_DIST_PATH` goes before the project's own Electron. */
export function electronCommand({ folder, now, stopAt, showNotices }: ElectronLaunch) {
  const override = process.env["ELECTRON_OVERRIDE_DIST_PATH"];
  return {
    executablePath: join(override ?? join(root, "node_modules", "electron", "dist"), "electron"),
    args: [
      // Chromium refuses to run as root with its sandbox.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      join(root, "out-test", "main", "main.js"),
      "--data",
      folder,
      "--now",
      `${now}`,
      ...(stopAt === undefined ? [] : ["--stop-at", stopAt]),
      ...(showNotices === true ? ["--show-notices"] : []),
    ],
  };
}

/** Starts the app and waits until its window shows a page. The caller provides the display. */
export async function launchElectron(launch: ElectronLaunch): Promise<RunningElectron> {
  const electron = await _electron.launch({ ...electronCommand(launch), cwd: root });
  const child = electron.process();
  const exited = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  const kill = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
    await exited;
  };
  const opened = async () => {
    const window = await electron.firstWindow();
    await window.getByRole("heading").first().waitFor();
    await electron.evaluate(ready);
    return window;
  };
  const page = await opened().catch(async (error: unknown) => {
    await kill();
    throw error;
  });
  return {
    electron,
    page,
    pid: child.pid ?? 0,
    exited,
    setClock: (now) => electron.evaluate((_electron, moved) => globalThis.betweenTest?.setClock(moved), now),
    notices: () => electron.evaluate(() => globalThis.betweenTest?.notices() ?? []),
    tray: () =>
      electron.evaluate(() => {
        if (globalThis.betweenTest === undefined) throw new Error("There is no tray yet.");
        return globalThis.betweenTest.tray();
      }),
    async quit() {
      await electron.evaluate(({ app }) => app.quit());
      return exited;
    },
    kill,
  };
}

/** Runs in the app: settles when window, tray and practice are in place. */
async function ready(): Promise<void> {
  while (globalThis.betweenTest === undefined) await new Promise((resolve) => setTimeout(resolve, 20));
}
