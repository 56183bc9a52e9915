import { horizonDays } from "../availability/open-spans.ts";
import { isOpenAt, nextClosing } from "../availability/opening.ts";
import { isAgreedAt } from "../gate/agreed-hours.ts";
import { isReadAt, nextReading, type Quiet } from "../gate/quiet.ts";
import { day, type Instant, minute } from "../time/instant.ts";

/**
 * When messages of this client are read again, and with that the name of the closed period (FIELD T14): the opening that
 * ends it, be it of message hours or of agreed ones; for a hold while messages are read its release, or the next opening
 * when the day is over by then. Openings shorter than `shortestWindow` minutes are not named (T7): what is released in
 * one may well go unread until the next, and a client who was told of that one is not told again after the short one.
 */
export function readAgainFrom(quiet: Quiet, now: Instant, release: Instant, shortestWindow: number): Instant {
  const next = () => nextLongReading(quiet, now, shortestWindow * minute) ?? nextReading(quiet, now) ?? release;
  if (!isReadAt(quiet, now)) return next();
  if (!isOpenAt(quiet.availability, now)) return release;
  const closing = nextClosing(quiet.availability, now);
  return closing === null || release < closing ? release : next();
}

/** The next opening after `now` that lasts `length` milliseconds or longer; null when none is in sight (FIELD T6). */
function nextLongReading(quiet: Quiet, now: Instant, length: number): Instant | null {
  const limit = now + horizonDays * day;
  for (let opening = nextReading(quiet, now); opening !== null && opening <= limit;) {
    if (readUntil(quiet, opening) - opening >= length) return opening;
    opening = nextReading(quiet, opening);
  }
  return null;
}

/** How long messages are read from an opening on; where that does not end within sight, for ever. */
function readUntil({ availability, agreed }: Quiet, opening: Instant): Instant {
  const ordinary = isOpenAt(availability, opening) ? nextClosing(availability, opening) : opening;
  const other = agreed !== null && isAgreedAt(agreed, opening) ? nextClosing(agreed.availability, opening) : opening;
  return Math.max(ordinary ?? Number.POSITIVE_INFINITY, other ?? Number.POSITIVE_INFINITY);
}
