import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { z } from "zod";
import { serverScripts } from "./available.ts";

/** A real server started by one of the scripts, in its own folder, with the line it printed when it was ready. */
export interface RunningServer<Ready> {
  readonly ready: Ready;
  /** Its folder; a start with the same folder is a restart of the same server on the same ports. */
  readonly folder: string;
  /** SIGTERM, and wait for the end. The folder stays. */
  stop(): Promise<void>;
  /** SIGKILL of every process of the server at once. The folder stays. */
  crash(): Promise<void>;
  /** SIGSTOP: connections stay open and nobody answers. */
  freeze(): void;
  /** SIGCONT after `freeze`. */
  thaw(): void;
}

/**
 * Starts `SCRIPT --dir FOLDER ARGUMENTS` and waits until the server answers. Rejects with what the script complained about.
 */
export async function startServer<Ready extends { pid: number }>(
  script: string,
  folder: string,
  args: readonly string[],
  readySchema: z.ZodType<Ready>,
): Promise<RunningServer<Ready>> {
  const child = spawn(join(serverScripts, script), ["--dir", folder, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const ended = once(child, "exit");
  let complaints = "";
  child.stderr.on("data", (chunk: Buffer) => (complaints += chunk.toString()));
  const lines = createInterface({ input: child.stdout });
  const line = await Promise.race([
    once(lines, "line").then(([first]) => String(first)),
    ended.then(() => {
      throw new Error(`${script} did not start: ${complaints}`);
    }),
  ]);
  const ready = readySchema.parse(JSON.parse(line));
  return {
    ready,
    folder,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
    crash: async () => {
      process.kill(-ready.pid, "SIGKILL");
      await ended;
    },
    freeze: () => process.kill(-ready.pid, "SIGSTOP"),
    thaw: () => process.kill(-ready.pid, "SIGCONT"),
  };
}

/** A new folder for a server, and its removal. */
export function serverFolder(name: string): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), `between-${name}-`));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
