import type { Instant } from "../../domain/time/instant.ts";
import type { ChannelFault, Inlet, Watcher } from "../channel.ts";
import type { EmailAccount } from "./account.ts";
import { faultOf } from "./fault.ts";
import type { ImapLimits } from "./imap-client.ts";
import { imapClient } from "./imap-client.ts";
import type { InboxReader } from "./inbox.ts";
import { catchUp, inbox, newMemory } from "./inbox.ts";

export interface WatchOptions {
  readonly account: EmailAccount;
  readonly accountId: string;
  readonly inlet: Inlet;
  readonly now: () => Instant;
  /** Pauses between attempts in milliseconds: the first, doubling up to the longest. */
  readonly backoff?: { readonly first: number; readonly most: number };
  readonly idle?: Partial<ImapLimits>;
  /** When the account was added. If the mailbox is renumbered, mails from before then are not fetched as new. */
  readonly since?: Instant;
}

/** Short enough that a laptop back from sleep is not deaf for long even when nobody calls `wake`. */
const limits: ImapLimits = {
  connectionTimeout: 20_000,
  greetingTimeout: 15_000,
  maxIdleTime: 2 * 60_000,
  socketTimeout: 3 * 60_000,
};

/** A connection that has lasted this long was a good one, in milliseconds; a loss after it starts with the first pause. */
const steady = 10_000;

/**
 * Watches the inbox of one account until stopped: fetches what is new, then waits in IDLE. Connects again for ever when a
 * connection fails, and tells the inlet what it is doing. Reads only: never marks a mail as read, never deletes one.
 */
export function watchInbox(options: WatchOptions): Watcher {
  const { account, inlet, now } = options;
  const backoff = options.backoff ?? { first: 1000, most: 5 * 60_000 };
  const memory = newMemory();
  const life = { stopped: false, interrupt: () => {} };
  const isStopped = (): boolean => life.stopped;

  /** One connection from start to end. Always ends in an error, if only that of being interrupted. */
  async function watchOnce(onWatching: () => void): Promise<never> {
    const client = imapClient(account, { ...limits, ...options.idle });
    const over = Promise.withResolvers<never>();
    // Also seen while nobody is waiting for it: an unheard rejection would end the process.
    over.promise.catch(() => undefined);
    client.on("error", over.reject);
    client.on("close", () => over.reject(Object.assign(new Error("Connection closed"), { code: "EConnectionClosed" })));
    let wanted = true;
    let interrupted = false;
    life.interrupt = () => {
      interrupted = true;
      over.reject(new Interrupted());
    };
    const reader: InboxReader = {
      accountId: options.accountId,
      inlet,
      now,
      since: options.since ?? null,
      memory,
      assertWanted: () => {
        if (!wanted) throw new Interrupted();
      },
      isInterrupted: () => interrupted,
    };
    try {
      // The inlet may have asked for the end while it was told of the new attempt.
      if (isStopped()) throw new Interrupted();
      await Promise.race([client.connect(), over.promise]);
      await Promise.race([client.mailboxOpen(inbox, { readOnly: true }), over.promise]);
      let news = Promise.withResolvers<void>();
      client.on("exists", () => news.resolve());
      client.on("mailboxOpen", () => news.resolve());
      for (;;) {
        // Renewed before the catch-up, so that mail announced while it runs leads to another one.
        news = Promise.withResolvers();
        await Promise.race([catchUp(client, reader), over.promise]);
        onWatching();
        await Promise.race([news.promise, over.promise]);
      }
    } finally {
      wanted = false;
      life.interrupt = () => {};
      client.close();
    }
  }

  async function pause(milliseconds: number): Promise<void> {
    if (isStopped()) return;
    const waited = Promise.withResolvers<void>();
    const timer = setTimeout(waited.resolve, milliseconds);
    life.interrupt = waited.resolve;
    await waited.promise;
    life.interrupt = () => {};
    clearTimeout(timer);
  }

  async function run(): Promise<void> {
    let failures = 0;
    while (!isStopped()) {
      inlet.health({ state: "connecting" });
      const connection: { goodSince: number | null } = { goodSince: null };
      try {
        await watchOnce(() => {
          if (connection.goodSince === null) inlet.health({ state: "watching" });
          connection.goodSince ??= performance.now();
        });
      } catch (error) {
        if (isStopped() || error instanceof Interrupted) continue;
        const fault = faultOf(error, account.imap.host);
        if (connection.goodSince !== null && performance.now() - connection.goodSince >= steady) failures = 0;
        const delay = delayBefore(fault, failures, backoff);
        failures += 1;
        inlet.health({ state: "waiting", fault, nextAttemptAt: now() + delay });
        await pause(delay);
      }
    }
    inlet.health({ state: "stopped" });
  }

  const running = run();
  return {
    wake: () => life.interrupt(),
    stop: async () => {
      life.stopped = true;
      life.interrupt();
      await running;
    },
  };
}

class Interrupted extends Error {
  override readonly name = "Interrupted";
}

/** Wrong passwords in quick succession make providers lock the account, so these wait longest at once. */
function delayBefore(fault: ChannelFault, failures: number, backoff: { first: number; most: number }): number {
  return fault.code === "auth" ? backoff.most : Math.min(backoff.first * 2 ** failures, backoff.most);
}
