import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { userDataFolder } from "../src/host/user-data-folder.ts";

/** Where the shell keeps what. */
export interface Places {
  /** The encrypted practice; the same folder as in the Node host. */
  readonly practice: string;
  /** Chromium's own files. No word of a client is among them: the window's session lives in memory. */
  readonly chromium: string;
  readonly logs: string;
  /** Size of the window and the like. */
  readonly memory: string;
}

/** The places of a practice in `data`, or of the user's own where nothing is said. `--data` moves all of them. */
export function placesFor(data: string | null): Places {
  const practice = data === null ? userDataFolder() : resolve(data);
  const around = data === null ? dirname(practice) : practice;
  return {
    practice,
    chromium: data === null ? around : join(around, "chromium"),
    logs: join(around, "logs"),
    memory: join(around, "window.json"),
  };
}

/** `--data DIR` of a command line that Chromium's own switches stand in, too; null where it is not there. */
export function dataArgument(argv: readonly string[]): string | null {
  const { values } = parseArgs({ args: argv.slice(1), options: { data: { type: "string" } }, strict: false });
  return typeof values.data === "string" && values.data !== "" ? values.data : null;
}
