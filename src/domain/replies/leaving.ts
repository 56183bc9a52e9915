import { isOpenAt, nextClosing, nextOpening } from "../availability/opening.ts";
import { firstFreeInstant, type Quiet } from "../gate/quiet.ts";
import { type Instant, minute } from "../time/instant.ts";

/** For so long after it was sent a reply written by hand can be taken back before it leaves, in milliseconds. */
export const takeBackFor = minute / 6;

/** So soon after the therapist wrote to a client, no availability reply contradicts them (FIELD 2b). */
export const justWritten = 15 * minute;

/** A reply written by hand that waits for the practice to open. */
export interface Waiting {
  readonly writtenAt: Instant;
  /** When it was to leave so far. */
  readonly leavesAt: Instant;
}

/**
 * When a reply written at `now` leaves "at opening": once messages are read again and nobody is to be left undisturbed, as
 * the practice light shows it. While they are read already it is the opening after that. Null when none is in sight.
 */
export function openingToLeaveAt(quiet: Quiet, now: Instant): Instant | null {
  const free = firstFreeInstant(quiet, now);
  return free === now ? openingAfterThis(quiet, now) : free;
}

/**
 * When a waiting reply leaves after hours, closures, sessions or do-not-disturb have changed: at once where the change opened
 * the practice, and never in a stretch that is closed now. One that was written while the practice was open goes on
 * waiting for another opening than the one it was written in. Null when none is in sight.
 */
export function movedOpening(quiet: Quiet, now: Instant, { writtenAt, leavesAt }: Waiting): Instant | null {
  if (!isOpenSince(quiet, writtenAt, now)) return firstFreeInstant(quiet, now);
  const next = openingAfterThis(quiet, now);
  const stillOpens = leavesAt > now && firstFreeInstant(quiet, leavesAt) === leavesAt;
  return stillOpens && (next === null || leavesAt < next) ? leavesAt : next;
}

/** May what is due now leave now? A computer that slept through the opening does not send in the night. */
export function mayLeaveAt(quiet: Quiet, now: Instant): boolean {
  return isOpenAt(quiet.availability, now);
}

function openingAfterThis(quiet: Quiet, now: Instant): Instant | null {
  const opening = nextOpening(quiet.availability, now);
  return opening === null ? null : firstFreeInstant(quiet, opening);
}

function isOpenSince(quiet: Quiet, writtenAt: Instant, now: Instant): boolean {
  if (firstFreeInstant(quiet, writtenAt) !== writtenAt) return false;
  const closing = nextClosing(quiet.availability, writtenAt);
  return closing === null || closing > now;
}
