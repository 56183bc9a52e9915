import { horizonDays } from "../availability/open-spans.ts";
import { isOpenAt, nextClosing } from "../availability/opening.ts";
import { isAgreedAt } from "../gate/agreed-hours.ts";
import { nextReading, type Quiet } from "../gate/quiet.ts";
import { day, type Instant, minute } from "../time/instant.ts";

/**
 * When messages of this client are read again, and with that the name of the closed period (FIELD T14): the opening that
 * ends it, be it of message hours or of agreed ones; for a hold while messages are read its release, or the next opening
 * when the day is over by then. Openings shorter than `shortestWindow` minutes are not named (T7): what is released in
 * one may well go unread until the next, and a client who was told of that one is not told again after the short one.
 */
export function readAgainFrom(quiet: Quiet, now: Instant, release: Instant, shortestWindow: number): Instant {
  const until = readUntil(quiet, now);
  if (now < until && release < until) return release;
  return nextLongReading(quiet, until, shortestWindow * minute) ?? nextReading(quiet, until) ?? release;
}

/** The next opening after `closed` that lasts `length` milliseconds or longer; null when none is in sight (FIELD T6). */
function nextLongReading(quiet: Quiet, closed: Instant, length: number): Instant | null {
  const limit = closed + horizonDays * day;
  for (let opening = nextReading(quiet, closed); opening !== null && opening <= limit;) {
    const until = readUntil(quiet, opening);
    if (until - opening >= length) return opening;
    opening = nextReading(quiet, until);
  }
  return null;
}

/**
 * How long messages are read from `at` on, in message hours and the agreed ones that go on from them: `at` itself where they
 * are not read then; where that does not end within sight, for ever.
 */
function readUntil(quiet: Quiet, at: Instant): Instant {
  const { availability, agreed } = quiet;
  const ordinary = isOpenAt(availability, at) ? nextClosing(availability, at) : at;
  const other = agreed !== null && isAgreedAt(agreed, at) ? nextClosing(agreed.availability, at) : at;
  if (ordinary === null || other === null) return Number.POSITIVE_INFINITY;
  const until = Math.max(ordinary, other);
  return until === at ? at : readUntil(quiet, until);
}
