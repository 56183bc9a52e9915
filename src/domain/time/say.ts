import { day, type Instant } from "./instant.ts";
import { dateOf, instantToWall } from "./zone.ts";

/**
 * An instant in few words for the therapist, in the practice's zone: the time alone today, with the weekday within six
 * days ("Mon 9:00"), else with the date. Wall time comes from our own zone table; Intl only words it.
 */
export function sayInstant(at: Instant, now: Instant, zone: string, locale: string): string {
  const wall = Date.parse(`${instantToWall(at, zone)}:00Z`);
  const say = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(wall).replaceAll("\u202f", " ");
  const time = say({ timeStyle: "short" });
  if (dateOf(at, zone) === dateOf(now, zone)) return time;
  const near = at > now && at - now < 6 * day;
  return `${say(near ? { weekday: "short" } : { day: "numeric", month: "long" })} ${time}`;
}
