import { Notification } from "electron";
import type { Notice, Notifier } from "../src/practice/context.ts";

/** A desktop that does not answer in this time shows nothing. Milliseconds. */
const patience = 5_000;

/** So many shown notifications can still be clicked; older ones have long left the screen. */
const kept = 20;

/** Electron's own notifications; a click on one calls `opened`. */
export function desktopNotifier(opened: () => void): Notifier {
  // A notification that nobody holds is collected, and its click with it.
  const shown: Notification[] = [];
  return {
    show: ({ title, body, urgent }: Notice) =>
      new Promise((resolve, reject) => {
        if (!Notification.isSupported()) {
          reject(new Error("this desktop shows no notifications"));
          return;
        }
        const notification = new Notification({
          title,
          body,
          urgency: urgent ? "critical" : "normal",
          timeoutType: urgent ? "never" : "default",
        });
        const timer = setTimeout(() => reject(new Error("the desktop did not answer")), patience);
        notification.once("show", () => {
          clearTimeout(timer);
          resolve();
        });
        notification.once("failed", () => {
          clearTimeout(timer);
          reject(new Error("the desktop refused"));
        });
        notification.on("click", opened);
        shown.push(notification);
        if (shown.length > kept) shown.shift();
        notification.show();
      }),
  };
}
