import { execFile } from "node:child_process";

/**
 * Does this desktop show tray icons? Windows and macOS do; a Linux desktop does when something on the session bus has
 * taken the name of the tray's host. Without an answer: no, so that a closed window is never out of reach.
 */
export async function desktopHasTray(): Promise<boolean> {
  if (process.platform !== "linux") return true;
  return new Promise((resolve) => {
    const call = [
      "--session",
      "--print-reply=literal",
      "--reply-timeout=2000",
      "--dest=org.freedesktop.DBus",
      "/org/freedesktop/DBus",
      "org.freedesktop.DBus.NameHasOwner",
      "string:org.kde.StatusNotifierWatcher",
    ];
    execFile("dbus-send", call, { timeout: 3_000 }, (error, output) =>
      resolve(error === null && output.includes("true")),
    );
  });
}
