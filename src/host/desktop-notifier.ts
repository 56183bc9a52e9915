import notifier from "node-notifier";
import type { Notifier } from "../practice/context.ts";

/** A desktop that does not answer in this time shows nothing. Milliseconds. */
const patience = 5000;

/** Notifications of the plain-Node host. Its texts are ours alone, so no client's words ever reach a command line. */
export const desktopNotifier: Notifier = {
  show: ({ title, body, urgent }) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error("the desktop did not answer")), patience);
      const options = {
        title,
        message: body,
        "app-name": "Between Sessions",
        urgency: urgent ? "critical" : "normal",
        // An urgent one stays until it is taken away; left alone, the library would end it after ten seconds.
        ...(urgent ? { "expire-time": 0 } : {}),
      };
      notifier.notify(options, (problem: unknown) => {
        clearTimeout(timer);
        // Without an error it passes on whatever the desktop's own program wrote to stderr, mostly nothing.
        if (problem instanceof Error) reject(problem);
        else resolve();
      });
    }),
};
