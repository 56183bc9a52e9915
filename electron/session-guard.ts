import type { Session } from "electron";
import { isOurs, isOwnFile, staysInside } from "./addresses.ts";

/**
 * What a page can ask the system for, and our answer. Whatever is not named here is refused as well; the table is there
 * to be read by whoever wants to add to it.
 */
const permissions: Readonly<Record<string, { readonly granted: boolean; readonly reason: string }>> = {
  "clipboard-sanitized-write": { granted: true, reason: "copying the recovery key, by a button" },
  "clipboard-read": { granted: false, reason: "what was copied elsewhere is not ours; pasting needs no permission" },
  media: { granted: false, reason: "the app neither listens nor looks" },
  "display-capture": { granted: false, reason: "the app takes no pictures of the screen" },
  geolocation: { granted: false, reason: "the practice's zone is chosen, never found out" },
  notifications: { granted: false, reason: "the main process shows them, without words of clients" },
  fullscreen: { granted: false, reason: "no screen needs it" },
  openExternal: { granted: false, reason: "links leave through the rules of navigation.ts alone" },
  "window-management": { granted: false, reason: "there is one window" },
};

/** Cuts the window off from the network and from the system: all traffic is the main process's own. */
export function guardSession(session: Session, log: (line: string) => void): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !staysInside(url) }));
  session.setPermissionRequestHandler((contents, permission, answer) => {
    const granted = isGranted(permission) && isOurs(contents.getURL());
    if (!granted) log(`permission refused: ${permission}`);
    answer(granted);
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => isGranted(permission) && isOurs(origin));
  session.setDevicePermissionHandler(() => false);
  // What the screens made themselves may be kept, where the person says in the dialog that Electron then shows.
  session.on("will-download", (event, item) => {
    if (!isOwnFile(item.getURL())) event.preventDefault();
  });
  // Chromium would fetch dictionaries for it.
  session.setSpellCheckerEnabled(false);
}

const isGranted = (permission: string): boolean => permissions[permission]?.granted === true;
