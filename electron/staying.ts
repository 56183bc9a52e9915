import { dialog } from "electron";
import type { Notifier } from "../src/practice/context.ts";
import { faultName } from "../src/practice/fault-name.ts";
import type { ShellMemory } from "./shell-memory.ts";
import { desktopHasTray } from "./tray-place.ts";
import type { MainWindow } from "./window.ts";

const title = "Between Sessions keeps running";
const inTheTray = "It goes on receiving and answering messages. You find it in the tray; Quit is in its menu.";
const minimized = "It goes on receiving and answering messages. To end it, press Ctrl+Q in its window.";

/**
 * The window is closed, the practice goes on: into the tray, or, where a desktop has none, out of the way but within
 * reach. Says so the first time.
 */
export async function stay(
  window: MainWindow,
  memory: ShellMemory,
  notifier: Notifier,
  log: (line: string) => void,
): Promise<void> {
  // Asked each time: a panel may start after the app.
  const hasTray = await desktopHasTray();
  if (hasTray) window.hide();
  else window.minimize();
  if (memory.get().toldOfStaying) return;
  memory.set({ toldOfStaying: true });
  const body = hasTray ? inTheTray : minimized;
  try {
    await notifier.show({ title, body, urgent: false });
  } catch (error) {
    log(`told in a dialog: ${faultName(error)}`);
    await dialog.showMessageBox({ type: "info", message: title, detail: body, buttons: ["Understood"] });
  }
}
