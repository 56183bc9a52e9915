import { fork } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import type { EmailAccount } from "../../src/channels/email/account.ts";
import type { Step } from "../../src/practice/steps.ts";

/** One life of the app, from start to its end or its killing. */
export interface AppProcess {
  found(account: EmailAccount): Promise<void>;
  unlock(): Promise<void>;
  setClock(now: number): Promise<void>;
  /** How the practice stands. */
  report(): Promise<Report>;
  /** SIGKILL: no goodbye, no clean-up. */
  kill(): Promise<void>;
  /** Settles when the process has ended, by whomever. */
  readonly ended: Promise<void>;
}

const reportSchema = z.object({
  /** Health of the mailbox. */
  health: z.string().optional(),
  /** When the practice opens or closes next. */
  until: z.number().nullable(),
  messages: z.number(),
  held: z.number(),
  /** Replies that wait or are being sent. */
  pending: z.number(),
  notices: z.number(),
});
export type Report = z.infer<typeof reportSchema>;
const answerSchema = z.union([
  z.object({ ok: z.literal(true), found: z.unknown() }),
  z.object({ ok: z.literal(false), error: z.string() }),
]);

/** The process was killed while an answer was awaited. */
export class AppDied extends Error {}

/** Starts the app on a practice folder with its clock at `now`; with `stopAt` it kills itself when it reaches that step. */
export async function startApp(folder: string, now: number, stopAt: Step | null = null): Promise<AppProcess> {
  const child = fork(join(import.meta.dirname, "worker.ts"), [folder, `${now}`, stopAt ?? ""], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    // Two hundred starts of the same code: compiled once.
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), "between-compile-cache") },
  });
  const ended = once(child, "exit").then(() => undefined);

  const answer = async (): Promise<unknown> => {
    const [message] = await Promise.race([
      once(child, "message"),
      ended.then(() => {
        throw new AppDied("The app died before it answered.");
      }),
    ]);
    const parsed = answerSchema.parse(message);
    if (!parsed.ok) throw new Error(parsed.error);
    return parsed.found;
  };
  const ask = async (order: object): Promise<unknown> => {
    if (!child.connected) throw new AppDied("The app is dead.");
    const answered = answer();
    child.send(order, () => undefined);
    return answered;
  };

  await answer();
  return {
    ended,
    found: async (account) => void (await ask({ do: "found", account })),
    unlock: async () => void (await ask({ do: "unlock" })),
    setClock: async (moved) => void (await ask({ do: "clock", now: moved })),
    report: async () => reportSchema.parse(await ask({ do: "report" })),
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
