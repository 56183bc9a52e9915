import type { Instant } from "../domain/time/instant.ts";

/** The one source of time. Everything that waits asks it, so a test can move it. */
export interface Clock {
  now(): Instant;
  /** Calls `wake` once at or soon after `at`, or earlier when time may have jumped; the caller looks again. Returns its cancel. */
  wakeAt(at: Instant, wake: () => void): () => void;
}

/** Timers stall while a computer sleeps, and a clock can be set; so nothing waits longer than this without looking again (FIELD T13). */
const longestWait = 30_000;

/** The computer's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  wakeAt(at, wake) {
    const timer = setTimeout(wake, Math.min(Math.max(at - Date.now(), 0), longestWait));
    return () => clearTimeout(timer);
  },
};
