import { app } from "electron";
import { faultName } from "../src/practice/fault-name.ts";

/** Within this time a reply that is being sent has left or given up; `npm start` waits a little longer. Milliseconds. */
const patience = 8_000;

/** How the app ends, by whatever way it is told to: the practice is stopped and its file closed before the process goes. */
export interface Leaving {
  /** Quit has been asked for; from now on closing the window closes it. */
  begun(): boolean;
}

/** `shut` ends the practice; a reply still under way after the patience is over is unconfirmed at the next start. */
export function leaveCleanly(shut: () => Promise<void>, log: (line: string) => void): Leaving {
  let begun = false;
  const leave = async () => {
    const late = new Promise<"late">((resolve) => setTimeout(() => resolve("late"), patience));
    try {
      if ((await Promise.race([shut(), late])) === "late") log("quit without waiting any longer");
    } catch (error) {
      log(`quit with a fault: ${faultName(error)}`);
    }
    app.exit(0);
  };
  app.on("before-quit", (event) => {
    event.preventDefault();
    if (begun) return;
    begun = true;
    void leave();
  });
  return { begun: () => begun };
}
