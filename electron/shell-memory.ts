import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";

const remembered = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() }).nullable(),
  maximized: z.boolean(),
  /** The therapist has been told that closing the window does not end the app. */
  toldOfStaying: z.boolean(),
});
export type Remembered = z.infer<typeof remembered>;

/** What the shell remembers from one start to the next. Nothing in it matters: a damaged file is as good as none. */
export interface ShellMemory {
  get(): Remembered;
  set(change: Partial<Remembered>): void;
}

export function shellMemory(file: string, log: (line: string) => void): ShellMemory {
  let now = read(file);
  return {
    get: () => now,
    set(change) {
      now = { ...now, ...change };
      try {
        mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
        writeFileSync(`${file}.new`, JSON.stringify(now));
        renameSync(`${file}.new`, file);
      } catch {
        log("the window's size could not be kept");
      }
    },
  };
}

function read(file: string): Remembered {
  try {
    return remembered.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    // The first start, or a file cut short: the window opens in its ordinary size.
    return { bounds: null, maximized: false, toldOfStaying: false };
  }
}
