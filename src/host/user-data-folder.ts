import { homedir } from "node:os";
import { join } from "node:path";

/** The folder in which the operating system keeps a user's application data; the same in both hosts. */
export function userDataFolder(): string {
  return join(applicationData(), "Between Sessions", "practice");
}

function applicationData(): string {
  if (process.platform === "darwin") return join(homedir(), "Library", "Application Support");
  if (process.platform === "win32") return process.env["APPDATA"] ?? join(homedir(), "AppData", "Roaming");
  return process.env["XDG_CONFIG_HOME"] ?? join(homedir(), ".config");
}
