import { Menu, nativeImage, type NativeImage, Tray } from "electron";
import { join } from "node:path";
import type { ChangeStream } from "../src/host/change-stream.ts";
import type { Clock } from "../src/practice/clock.ts";
import type { DoorKeeper } from "../src/practice/door-keeper.ts";
import { faultName } from "../src/practice/fault-name.ts";
import { type TrayIcon, type TrayWords, trayWords } from "./tray-words.ts";

export interface TrayParts {
  readonly door: DoorKeeper;
  readonly changes: ChangeStream;
  readonly clock: Clock;
  readonly iconsFolder: string;
  open(): void;
  quit(): void;
  log(line: string): void;
}

/** The practice light in the system's tray. */
export interface PracticeTray {
  words(): TrayWords;
  remove(): void;
}

/** Shows the light in the tray and keeps it true: after every change, and when the light said it would change by itself. */
export function practiceTray({ door, changes, clock, iconsFolder, open, quit, log }: TrayParts): PracticeTray {
  let words = trayWords(null, true);
  const tray = new Tray(image(iconsFolder, words.icon));
  let cancel: () => void = () => undefined;

  const show = () => {
    tray.setImage(image(iconsFolder, words.icon));
    tray.setToolTip(["Between Sessions", ...words.lines].join("\n"));
    tray.setContextMenu(
      Menu.buildFromTemplate([
        ...words.lines.map((label) => ({ label: label.replaceAll("&", "&&"), enabled: false })),
        { type: "separator" },
        { label: "Open Between Sessions", click: open },
        { label: "Quit", click: quit },
      ]),
    );
  };
  const look = () => {
    cancel();
    try {
      const light = door.light();
      const next = trayWords(light, door.practice() === null);
      const until = light?.until ?? null;
      if (until !== null) cancel = clock.wakeAt(until, look);
      if (JSON.stringify(next) === JSON.stringify(words)) return;
      words = next;
      show();
    } catch (error) {
      // The last words stay until the next change.
      log(`tray not updated: ${faultName(error)}`);
    }
  };

  const silent = changes.listen(look);
  tray.on("click", open);
  show();
  look();
  return {
    words: () => words,
    remove() {
      silent();
      cancel();
      tray.destroy();
    },
  };
}

/** In colour; on macOS as a stencil that the system paints. */
function image(folder: string, icon: TrayIcon): NativeImage {
  const mono = process.platform === "darwin";
  const picture = (size: number) =>
    nativeImage.createFromPath(join(folder, `${icon}${mono ? "-mono" : ""}-${size}.png`));
  // Panels on Linux take one picture and scale it to their own height.
  if (process.platform === "linux") return picture(32);
  const both = picture(16);
  both.addRepresentation({ scaleFactor: 2, buffer: picture(32).toPNG() });
  both.setTemplateImage(mono);
  return both;
}
