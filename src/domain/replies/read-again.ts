import { isOpenAt, nextClosing } from "../availability/opening.ts";
import { isReadAt, nextReading, type Quiet } from "../gate/quiet.ts";
import type { Instant } from "../time/instant.ts";

/**
 * When messages of this client are read again, and with that the name of the closed period (FIELD T14): the opening that
 * ends it, be it of message hours or of agreed ones; for a hold while messages are read its release, or the next opening
 * when the day is over by then.
 */
export function readAgainFrom(quiet: Quiet, now: Instant, release: Instant): Instant {
  if (!isReadAt(quiet, now)) return nextReading(quiet, now) ?? release;
  if (!isOpenAt(quiet.availability, now)) return release;
  const closing = nextClosing(quiet.availability, now);
  if (closing === null || release < closing) return release;
  return nextReading(quiet, now) ?? release;
}
