import { app, powerMonitor } from "electron";
import type { DoorKeeper } from "../src/practice/door-keeper.ts";
import { hasJumped, readClocks } from "./clock-jump.ts";
import { faultName } from "../src/practice/fault-name.ts";

/** How often the two clocks are compared. Milliseconds. */
const every = 15_000;

/**
 * Looks again at what is due whenever the computer may have slept, and locks the screens whenever the computer is locked
 * or goes to sleep (FIELD L3). The practice goes on receiving and answering behind locked screens.
 */
export function watchPower(door: DoorKeeper, log: (line: string) => void): void {
  const lookAgain = (why: string) => {
    log(`looking again: ${why}`);
    door.lookNow().catch((error: unknown) => log(`looking again failed: ${faultName(error)}`));
  };
  powerMonitor.on("resume", () => lookAgain("resume"));
  powerMonitor.on("unlock-screen", () => lookAgain("unlock"));
  powerMonitor.on("lock-screen", () => door.lock());
  powerMonitor.on("suspend", () => door.lock());
  // Linux and macOS wait for whoever asks them to; elsewhere a practice cut off is whole all the same.
  powerMonitor.on("shutdown", () => app.quit());

  let last = readClocks();
  setInterval(() => {
    const now = readClocks();
    if (hasJumped(last, now, every)) lookAgain("clock");
    last = now;
  }, every);
}
