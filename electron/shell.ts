import { app, dialog, Menu, safeStorage, session } from "electron";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import packageJson from "../package.json" with { type: "json" };
import { composeApp } from "../src/host/compose-app.ts";
import type { Clock } from "../src/practice/clock.ts";
import type { Notifier } from "../src/practice/context.ts";
import type { DoorKeeper } from "../src/practice/door-keeper.ts";
import type { Step } from "../src/practice/steps.ts";
import type { KeyStrength } from "../src/store/keyring.ts";
import { leaveCleanly } from "./leaving.ts";
import { faultName } from "../src/practice/fault-name.ts";
import { openLog } from "./log.ts";
import { appMenu } from "./menu.ts";
import { desktopNotifier } from "./notifications.ts";
import { desktopPaper } from "./paper.ts";
import { dataArgument, type Places, placesFor } from "./places.ts";
import { watchPower } from "./power.ts";
import { declareScheme, mountApp } from "./scheme.ts";
import { guardSession } from "./session-guard.ts";
import { shellMemory } from "./shell-memory.ts";
import { stay } from "./staying.ts";
import { type PracticeTray, practiceTray } from "./tray.ts";
import { computerVault } from "./vault.ts";
import { type MainWindow, openWindow } from "./window.ts";

export interface ShellOptions {
  readonly clock: Clock;
  /** The practice folder; `--data DIR` of the command line, else the user's own, where it is left out. */
  readonly folder?: string;
  /** A build of the database driver for an Electron that cannot load the driver's own. */
  readonly nativeBinding?: string | undefined;
  readonly keyStrength?: KeyStrength;
  readonly step?: (step: Step) => void;
  /** Puts something in the place of the desktop's notifications, which it is given. */
  readonly notifier?: (desktop: Notifier) => Notifier;
  /** Called once when window, tray and practice are in place. */
  readonly onReady?: (shell: RunningShell) => void;
}

export interface RunningShell {
  readonly door: DoorKeeper;
  readonly tray: PracticeTray;
  readonly window: MainWindow;
}

/** The bundle lies in out/main, beside out/preload and out/renderer; the pictures lie beside out. */
const built = join(import.meta.dirname, "..");
const icons = join(built, "..", "resources", "icons");

/**
 * Starts the desktop app. One at a time for each folder: a second start brings the first one's window to the front and
 * ends before it has opened anything.
 */
export function startShell(options: ShellOptions): void {
  const places = placesFor(options.folder ?? dataArgument(process.argv));
  mkdirSync(places.chromium, { recursive: true, mode: 0o700 });
  app.setName("Between Sessions");
  app.setPath("userData", places.chromium);
  if (!app.requestSingleInstanceLock()) {
    process.stdout.write("Between Sessions is open already. Its window has been brought to the front.\n");
    app.exit(0);
    return;
  }
  const log = openLog(places.logs, options.clock.now);
  // A fault nobody has foreseen must not end a practice at night: every change is whole in the database or not at all.
  process.on("uncaughtException", (error) => log(`unforeseen: ${faultName(error)}`));
  process.on("unhandledRejection", (reason) => log(`unforeseen: ${faultName(reason)}`));
  if (process.platform === "win32") app.setAppUserModelId("between-sessions");
  declareScheme();

  app
    .whenReady()
    .then(() => run(options, places, log))
    .catch((error: unknown) => {
      log(`not started: ${faultName(error)}`);
      dialog.showErrorBox(
        "Between Sessions could not start",
        `What went wrong is in ${places.logs}. Your practice has not been changed.`,
      );
      app.exit(1);
    });
}

function run(options: ShellOptions, places: Places, log: (line: string) => void): void {
  const { clock, nativeBinding, keyStrength, step } = options;
  const memory = shellMemory(places.memory, log);
  const desktop = desktopNotifier(() => window.show("/inbox"));
  const notifier = options.notifier?.(desktop) ?? desktop;
  const {
    app: screensAndApi,
    door,
    changes,
  } = composeApp({
    host: "electron",
    folder: places.practice,
    screensFolder: join(built, "renderer"),
    migrationsFolder: join(built, "main", "migrations"),
    version: packageJson.version,
    clock,
    notifier,
    vault: computerVault(safeStorage, process.platform),
    paper: desktopPaper(log),
    nativeBinding,
    ...(keyStrength === undefined ? {} : { keyStrength }),
    ...(step === undefined ? {} : { step }),
    log,
  });

  // Without "persist:" nothing that the window shows or keeps is written to the disk.
  const screens = session.fromPartition("screens");
  guardSession(screens, log);
  guardSession(session.defaultSession, log);
  mountApp(screens, screensAndApi, log);

  const leaving = leaveCleanly(async () => {
    window.hide();
    tray.remove();
    changes.close();
    await door.shut();
  }, log);
  const window = openWindow({
    session: screens,
    memory,
    preload: join(built, "preload", "preload.cjs"),
    icon: join(icons, "app.png"),
    log,
    mayClose() {
      if (leaving.begun()) return true;
      // With no practice open nothing is going on that closing the window could interrupt.
      if (door.light() === null && process.platform !== "darwin") app.quit();
      else stay(window, memory, notifier, log).catch((error: unknown) => log(`not told: ${faultName(error)}`));
      return false;
    },
  });
  const tray = practiceTray({
    door,
    changes,
    clock,
    iconsFolder: join(icons, "tray"),
    open: () => window.show(),
    quit: () => app.quit(),
    log,
  });
  Menu.setApplicationMenu(appMenu(() => window.close()));
  app.on("second-instance", () => window.show());
  app.on("activate", () => window.show());
  watchPower(door, log);
  options.onReady?.({ door, tray, window });
}
