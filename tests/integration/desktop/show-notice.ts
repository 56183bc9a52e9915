import { execFileSync } from "node:child_process";
import { desktopNotifier } from "../../../src/host/desktop-notifier.ts";

/* Shows one notice in the desktop session it is started in, and prints what that desktop then says it has shown. */
const [title = "", body = "", urgent = ""] = process.argv.slice(2);
try {
  await desktopNotifier.show({ title, body, urgent: urgent === "urgent" });
  execFileSync("dunstctl", ["close-all"]);
  process.stdout.write(execFileSync("dunstctl", ["history"]));
} catch (error) {
  process.stdout.write(JSON.stringify({ refused: error instanceof Error }));
}
