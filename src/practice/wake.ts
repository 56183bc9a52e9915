import { type Instant, minute } from "../domain/time/instant.ts";
import { nextAlert } from "../store/alerts.ts";
import { nextRelease } from "../store/messages.ts";
import { nextAttempt } from "../store/outbox.ts";
import { currentPolicy } from "../store/policies.ts";
import { nextSnoozeEnd } from "../store/snoozes.ts";
import { announce } from "./announce.ts";
import type { PracticeContext } from "./context.ts";
import { releaseDue } from "./decide-again.ts";
import { faultName } from "./fault-name.ts";
import { renewHolidays } from "./renew-holidays.ts";
import type { OutboxSender } from "./outbox-sender.ts";
import { bringBackSnoozed } from "./bring-back.ts";

/** The one thing in the practice that waits. */
export interface Wake {
  /** Look now: after a message, a change, sleep or a resume. Settles when all that was due is done. */
  now(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Learns the holidays of a new year, releases, announces and sends whatever is due, then sleeps until the next instant that matters. Nothing is remembered
 * between two looks but what the database holds, so a look may come at any time and as often as it likes. Sending goes on
 * beside it: a slow mail server delays no release.
 */
export function startWake(context: PracticeContext, outbox: OutboxSender): Wake {
  let cancel: () => void = () => undefined;
  let stopped = false;
  let surfacing: Promise<void> | null = null;
  let again = false;

  const rest = () => {
    cancel();
    if (stopped) return;
    cancel = context.clock.wakeAt(nextMoment(), () => void look());
  };

  /** When something is due, and a minute from now at the latest, also when the database does not answer. */
  const nextMoment = (): Instant => {
    const { db, clock, log } = context;
    const aMinuteOn = clock.now() + minute;
    try {
      const sending = outbox.busy() ? null : nextAttempt(db);
      const alert = nextAlert(db, currentPolicy(db).policy.gate.safetyRepeat);
      const moments = [nextRelease(db), nextSnoozeEnd(db), alert, sending];
      return Math.min(...moments.map((moment) => moment ?? aMinuteOn), aMinuteOn);
    } catch (error) {
      log(`looking ahead failed: ${faultName(error)}`);
      return aMinuteOn;
    }
  };

  /** A calendar that cannot be read keeps no message waiting. */
  const lookUpHolidays = (): void => {
    try {
      renewHolidays(context);
    } catch (error) {
      context.log(`looking up holidays failed: ${faultName(error)}`);
    }
  };

  const surfaceDue = (): Promise<void> => {
    again = true;
    surfacing ??= (async () => {
      try {
        while (again && !stopped) {
          again = false;
          lookUpHolidays();
          releaseDue(context);
          await announce(context, bringBackSnoozed(context));
        }
      } finally {
        surfacing = null;
      }
    })();
    return surfacing;
  };

  const look = async (): Promise<void> => {
    const sending = stopped ? Promise.resolve() : outbox.flush();
    const results = await Promise.allSettled([
      surfaceDue().finally(rest),
      // A safety reply that could not be sent is something to tell of.
      sending.then(surfaceDue).finally(rest),
    ]);
    for (const result of results) {
      // A full disk or a bug must not end the waiting: it is said, and tried again within a minute.
      if (result.status === "rejected") context.log(`looking failed: ${faultName(result.reason)}`);
    }
  };

  return {
    now: look,
    async stop() {
      stopped = true;
      cancel();
      await Promise.allSettled([surfacing, outbox.stop()]);
    },
  };
}
