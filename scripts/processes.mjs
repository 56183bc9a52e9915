import { spawn } from "node:child_process";

/** How long a child may take to end after it was asked. */
const patience = 10_000;

/** One Ctrl-C arrives twice: from the terminal, and passed on by npm. Only a later one is a second one. */
const sameKeystroke = 1_000;

const grouped = process.platform !== "win32";
const running = new Set();
let stoppingSince = null;

/** Was this script told to stop (Ctrl-C, a signal)? */
export function toldToStop() {
  return stoppingSince !== null;
}

/**
 * Starts a child in a process group of its own, so that Ctrl-C reaches it once, through us, and so that what it
 * started ends with it. Its input is closed: nobody is asked anything here.
 */
export function start(command, args, { stdio = ["ignore", "inherit", "inherit"], ...options } = {}) {
  const child = spawn(command, args, { detached: grouped, stdio, ...options });
  running.add(child);
  child.once("close", () => running.delete(child));
  return child;
}

/** The end of a child: its status (128 + n for a signal, 127 when it could not be started). */
export function end(child) {
  return new Promise((resolve) => {
    child.once("error", () => {
      running.delete(child);
      resolve(127);
    });
    child.once("close", (status, signal) => resolve(signal === null ? status : 128 + (signalNumbers[signal] ?? 0)));
  });
}

const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGABRT: 6, SIGKILL: 9, SIGSEGV: 11, SIGPIPE: 13, SIGTERM: 15 };

/** Runs a command to its end and gives its status. */
export async function run(command, args, options) {
  return end(start(command, args, options));
}

/** Runs a command and gives its status and everything it wrote, both streams in one text. */
export async function capture(command, args, options) {
  const child = start(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  const chunks = [];
  child.stdout.on("data", (chunk) => chunks.push(chunk));
  child.stderr.on("data", (chunk) => chunks.push(chunk));
  const status = await end(child);
  return { status, output: Buffer.concat(chunks).toString("utf8") };
}

/** Signals a child and all it started. A child that is already gone is no fault. */
export function signal(child, name) {
  if (child.pid === undefined || !running.has(child)) return;
  try {
    if (grouped) process.kill(-child.pid, name);
    else child.kill(name);
  } catch (fault) {
    if (fault.code !== "ESRCH") throw fault;
  }
}

/**
 * From now on Ctrl-C, SIGTERM and a closed terminal end the children first: politely, then, after ten seconds or a
 * second Ctrl-C, at once. The script itself goes on when they are gone and ends by itself.
 */
export function endChildrenOnSignals() {
  const stop = (name) => {
    const now = performance.now();
    if (stoppingSince !== null && now - stoppingSince < sameKeystroke) return;
    const harder = stoppingSince !== null;
    stoppingSince ??= now;
    for (const child of running) {
      signal(child, harder ? "SIGKILL" : name === "SIGHUP" ? "SIGTERM" : name);
      if (!harder) setTimeout(() => signal(child, "SIGKILL"), patience).unref();
    }
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, () => stop(name));
  process.on("exit", () => {
    for (const child of running) signal(child, "SIGKILL");
  });
}
