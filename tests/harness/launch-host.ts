import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import type { Instant } from "../../src/domain/time/instant.ts";
import type { Notice } from "../../src/practice/context.ts";
import type { Step } from "../../src/practice/steps.ts";
import { type Order, type Report, reportSchema } from "./host-messages.ts";

export interface HostLaunch {
  /** The practice folder; survives the process. */
  readonly folder: string;
  /** What the clock shows until it is moved. */
  readonly now: Instant;
  /** The host SIGKILLs itself the n-th time it comes to this step. */
  readonly stopAt?: Step | `${Step}:${number}`;
  /** Where the built screens are, if not in out/renderer. */
  readonly screensFolder?: string;
  /** A fixed port instead of a free one. */
  readonly port?: number;
}

/** How a process ended. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** The plain-Node host running as a process of its own, on a clock that stands still until it is moved. */
export interface RunningHost {
  /** Address with the token of this launch. */
  readonly address: string;
  /** The desktop notifications so far, oldest first. */
  readonly notices: readonly Notice[];
  /** Everything it printed so far, stdout and stderr together. */
  readonly output: () => string;
  /** Moves the clock; settles when all that is due by then is done. Rejects when the host ends before that. */
  setClock(now: Instant): Promise<void>;
  /** SIGKILL. */
  kill(): Promise<Exit>;
  /** Ends it as Ctrl-C would. */
  stop(): Promise<Exit>;
  /** Settles when the process has ended, by whomever. */
  readonly exited: Promise<Exit>;
}

/** Starts the host and waits until it serves. Rejects with what it printed when it ends before that. */
export async function launchHost({ folder, now, stopAt, screensFolder, port }: HostLaunch): Promise<RunningHost> {
  const given = [
    ["--data", folder],
    ["--now", `${now}`],
    stopAt === undefined ? [] : ["--stop-at", stopAt],
    screensFolder === undefined ? [] : ["--screens", screensFolder],
    port === undefined ? [] : ["--port", `${port}`],
  ];
  const child = fork(join(import.meta.dirname, "host.ts"), given.flat(), {
    execArgv: [],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const printed: string[] = [];
  child.stdout?.setEncoding("utf8").on("data", (text: string) => printed.push(text));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => printed.push(text));
  const exited = new Promise<Exit>((resolve) => child.once("close", (code, signal) => resolve({ code, signal })));

  const notices: Notice[] = [];
  const waiting = new Map<Report["type"], ((report: Report) => void)[]>();
  child.on("message", (message) => {
    const report = reportSchema.parse(message);
    if (report.type === "notice") notices.push(report.notice);
    waiting.get(report.type)?.shift()?.(report);
  });
  /** The next report of a kind; reports of one kind come in the order in which they were asked for. */
  const next = (type: Report["type"]): Promise<Report> => {
    const come = new Promise<Report>((resolve) => waiting.set(type, [...(waiting.get(type) ?? []), resolve]));
    const gone = exited.then(({ code, signal }): never => {
      throw new Error(`The host has ended (${signal ?? code}).\n${printed.join("")}`);
    });
    return Promise.race([come, gone]);
  };
  const end = (signal: NodeJS.Signals) => {
    if (running(child)) child.kill(signal);
    return exited;
  };

  const ready = await next("ready");
  if (ready.type !== "ready") throw new Error("The host was ready with something else.");
  return {
    address: ready.address,
    notices,
    output: () => printed.join(""),
    exited,
    async setClock(moved) {
      const answered = next("clock");
      // A dead host has no ears; `answered` rejects and says so.
      if (child.connected) child.send({ type: "clock", now: moved } satisfies Order, () => undefined);
      await answered;
    },
    kill: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
  };
}

const running = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null;
