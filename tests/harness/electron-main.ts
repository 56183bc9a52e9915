import { parseArgs } from "node:util";
import { startShell } from "../../electron/shell.ts";
import type { TrayWords } from "../../electron/tray-words.ts";
import type { Notice } from "../../src/practice/context.ts";
import { movableClock } from "./clock.ts";
import { cheapKeys, endAtStep } from "./end-at-step.ts";
import { parseStop } from "./host-messages.ts";

/*
 * The desktop app on a clock that a test moves. The only thing that the test build puts in the place of electron/main.ts.
 *   electron out-test/main/main.js --data DIR --now MILLISECONDS [--stop-at STEP[:n]] [--show-notices]
 */

/** What a test reaches in the main process, as `globalThis.betweenTest`. */
export interface BetweenTest {
  /** Moves the clock; settles when all that is due by then is done. */
  setClock(now: number): Promise<void>;
  /** The desktop notifications so far, oldest first. */
  notices(): readonly Notice[];
  /** What the tray shows now. */
  tray(): TrayWords;
  /** As a click on a notification would. */
  openInbox(): void;
}

declare global {
  /** Set as soon as window, tray and practice are in place. */
  var betweenTest: BetweenTest | undefined;
}

const { values } = parseArgs({
  args: process.argv.slice(1),
  options: { now: { type: "string" }, "stop-at": { type: "string" }, "show-notices": { type: "boolean" } },
  strict: false,
});
if (typeof values.now !== "string") throw new Error("--now is needed.");

const clock = movableClock(Number(values.now));
const notices: Notice[] = [];
startShell({
  clock,
  nativeBinding: process.env["SQLITE_NATIVE_BINDING"],
  keyStrength: cheapKeys,
  step: endAtStep(typeof values["stop-at"] === "string" ? parseStop(values["stop-at"]) : null),
  notifier: (desktop) => ({
    async show(notice) {
      notices.push(notice);
      if (values["show-notices"] === true) await desktop.show(notice);
    },
  }),
  onReady({ door, tray, window }) {
    globalThis.betweenTest = {
      async setClock(now) {
        clock.set(now);
        await door.lookNow();
      },
      notices: () => notices,
      tray: () => tray.words(),
      openInbox: () => window.show("/inbox"),
    };
  },
});
