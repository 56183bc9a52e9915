import { mayLeaveAt, movedOpening, openingToLeaveAt, takeBackFor } from "../domain/replies/leaving.ts";
import type { Instant } from "../domain/time/instant.ts";
import { openDaytime } from "../domain/vacation/leaving.ts";
import { waitingForOpening } from "../store/by-hand.ts";
import type { Database } from "../store/database.ts";
import { type StoredReply, updateReply } from "../store/outbox.ts";
import { currentPolicy } from "../store/policies.ts";
import type { PracticeContext } from "./context.ts";
import { quietAt } from "./facts.ts";

/** Without an opening in sight a reply waits until something changes: this instant is as far away as clocks go here. */
const notInSight: Instant = Date.UTC(2200, 0, 1);

/**
 * When a reply that is written now leaves "at opening"; null when no opening is in sight. An opening that was `shown` to the
 * therapist and has come meanwhile is meant.
 */
export function openingFor(db: Database, now: Instant, shown: Instant = Infinity): Instant | null {
  const quiet = quietAt(db, currentPolicy(db).policy, now);
  return shown <= now && mayLeaveAt(quiet, now) ? now : openingToLeaveAt(quiet, now);
}

/**
 * Lets what waits for the opening leave when the practice opens by what holds now. Runs within the transaction of the change.
 * Returns when those leave that were moved; null where no opening is in sight.
 */
export function moveWithOpening({ clock }: PracticeContext, db: Database): readonly (Instant | null)[] {
  const waiting = waitingForOpening(db);
  if (waiting.length === 0) return [];
  const now = clock.now();
  const quiet = quietAt(db, currentPolicy(db).policy, now);
  return waiting.flatMap((reply) => {
    const { createdAt, nextAttemptAt } = reply;
    if (nextAttemptAt <= now) return [];
    const moved = movedOpening(quiet, now, { writtenAt: createdAt, leavesAt: nextAttemptAt });
    // A notice to several clients leaves by day only, however early the practice opens.
    const opening = moved === null || reply.kind !== "notice" ? moved : openDaytime(quiet, moved);
    return putOff(db, reply, opening) ? [opening] : [];
  });
}

/** Is this a reply for the opening, due while the practice is closed? Then it waits for the next one. */
export function mustWaitForOpening({ db, clock }: PracticeContext, reply: StoredReply): boolean {
  if (reply.timing !== "opening") return false;
  const now = clock.now();
  const quiet = quietAt(db, currentPolicy(db).policy, now);
  if (mayLeaveAt(quiet, now)) return false;
  putOff(db, reply, openingToLeaveAt(quiet, now));
  return true;
}

/** When a waiting reply leaves; null when no opening is in sight. */
export function leavesAt({ nextAttemptAt }: StoredReply): Instant | null {
  return nextAttemptAt === notInSight ? null : nextAttemptAt;
}

/** Lets a reply leave at another instant; false when it is the same one. Until it cannot be taken back it does not leave. */
function putOff(db: Database, reply: StoredReply, opening: Instant | null): boolean {
  const nextAttemptAt = Math.max(opening ?? notInSight, reply.createdAt + takeBackFor);
  if (nextAttemptAt === reply.nextAttemptAt) return false;
  updateReply(db, reply.id, { nextAttemptAt });
  return true;
}
