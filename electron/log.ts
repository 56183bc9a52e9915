import { appendFileSync, mkdirSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";

/** Two files of this size are kept: the one being written and the one before. Bytes. */
const largest = 512 * 1024;

/**
 * The app's log in `folder`: ids and codes, never words of a client. A disk that takes no more must not stop the
 * practice, so what cannot be written goes to standard error.
 */
export function openLog(folder: string, now: () => number): (line: string) => void {
  const file = join(folder, "between.log");
  return (line) => {
    const entry = `${new Date(now()).toISOString()} ${line.replaceAll("\n", " ")}\n`;
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      if (sizeOf(file) > largest) renameSync(file, join(folder, "between.1.log"));
      appendFileSync(file, entry, { mode: 0o600 });
    } catch {
      process.stderr.write(entry);
    }
  };
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
