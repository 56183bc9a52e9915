import { shell, type WebContents } from "electron";
import { isOurs, outsideAddress } from "./addresses.ts";

/** So long after a click or a key, a link may still open: what a page opens by itself comes without either. Milliseconds. */
const sameAct = 1_000;

/** Keeps a page where it is; a link that a person has chosen opens in the system's browser or mail program. */
export function guardNavigation(contents: WebContents, log: (line: string) => void): void {
  let lastAct = -Infinity;
  contents.on("input-event", (_event, { type }) => {
    if (
      type === "mouseDown" ||
      type === "mouseUp" ||
      type === "keyDown" ||
      type === "rawKeyDown" ||
      type === "gestureTap"
    ) {
      lastAct = performance.now();
    }
  });
  const leave = (address: string) => {
    const outside = outsideAddress(address);
    if (outside === null || performance.now() - lastAct > sameAct) {
      log("navigation refused");
      return;
    }
    // One act opens one page.
    lastAct = -Infinity;
    shell.openExternal(outside).catch(() => log("no program opens the link"));
  };

  contents.on("will-navigate", (event) => {
    if (isOurs(event.url)) return;
    event.preventDefault();
    leave(event.url);
  });
  contents.on("will-frame-navigate", (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  contents.on("will-redirect", (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    leave(url);
    return { action: "deny" };
  });
}
