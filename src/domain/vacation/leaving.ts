import { firstFreeInstant, type Quiet } from "../gate/quiet.ts";
import { mayLeaveAt, openingToLeaveAt } from "../replies/leaving.ts";
import type { Instant } from "../time/instant.ts";
import { boundaryOfDay, dayAt, type PracticeZones, wallAt } from "../time/practice-zone.ts";

/** A notice leaves between these hours of the practice's clock and never at night, whatever the message hours are. */
const dayBegins = 8;
const dayEnds = 21;
/** Two looks a day, as far ahead as hours are looked for at all. */
const mostLooks = 800;

/** The first instant from `at` on at which it is day on the practice's clock. */
export function nextDaytime(zones: PracticeZones, at: Instant): Instant {
  const hour = Number(wallAt(zones, at).slice(11, 13));
  if (dayBegins <= hour && hour < dayEnds) return at;
  return boundaryOfDay(zones, dayAt(zones, at) + (hour < dayBegins ? 0 : 1), dayBegins * 60);
}

/** The first instant from `at` on at which messages are read, nobody is to be left undisturbed and it is day; null for none. */
export function openDaytime(quiet: Quiet, at: Instant): Instant | null {
  let from = at;
  for (let look = 0; look < mostLooks; look += 1) {
    const free = firstFreeInstant(quiet, from);
    if (free === null) return null;
    const day = nextDaytime(quiet.availability, free);
    if (day === free) return free;
    from = day;
  }
  return null;
}

/** When a notice written at `now` leaves "at the next opening"; null where no opening by day is in sight. */
export function openingForNotice(quiet: Quiet, now: Instant): Instant | null {
  const opening = openingToLeaveAt(quiet, now);
  return opening === null ? null : openDaytime(quiet, opening);
}

/**
 * Until when a notice that is due has to wait; null when it may leave. One for an opening leaves while messages are read,
 * and none leaves at night, also when the computer slept through its time.
 */
export function noticeWaitsUntil(quiet: Quiet, timing: "now" | "opening" | "at", now: Instant): Instant | null {
  const day = nextDaytime(quiet.availability, now);
  if (timing !== "opening") return day === now ? null : day;
  if (day === now && mayLeaveAt(quiet, now)) return null;
  return openDaytime(quiet, now) ?? (day === now ? null : day);
}
