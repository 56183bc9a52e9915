import { day, type Instant } from "./instant.ts";
import { dateAt, type PracticeZones, wallAt, zoneAt } from "./practice-zone.ts";

/** A date so far away could be that of another year. */
const yearUnsaid = 300 * day;

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * An instant in few words for the therapist, on the practice's clock: the time alone today, with the weekday within six
 * days ("Mon 9:00"), else with the date, far away with the year; with its zone where that is not the one in force `now`. Wall time comes from our
 * own zone table; Intl only words it.
 */
export function sayInstant(at: Instant, now: Instant, zones: PracticeZones, locale: string): string {
  const wall = Date.parse(`${wallAt(zones, at)}:00Z`);
  const say = (options: Intl.DateTimeFormatOptions) => formatOf(locale, options).format(wall).replaceAll("\u202f", " ");
  const zone = zoneAt(zones, at);
  const time = `${say({ timeStyle: "short" })}${zone === zoneAt(zones, now) ? "" : ` (${zoneInWords(zone)})`}`;
  if (dateAt(zones, at) === dateAt(zones, now)) return time;
  const near = at > now && at - now < 6 * day;
  const year = Math.abs(at - now) < yearUnsaid ? {} : ({ year: "numeric" } as const);
  return `${say(near ? { weekday: "short" } : { day: "numeric", month: "long", ...year })} ${time}`;
}

/** A date, `YYYY-MM-DD`, with its weekday and short: "Mon 2 Nov", and with the year where that is not the one of `today`. */
export function sayDate(date: string, today: string, locale: string): string {
  const year = date.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: "numeric" } as const);
  return formatOf(locale, { weekday: "short", day: "numeric", month: "short", ...year }).format(Date.parse(date));
}

/** "Berlin time" */
export function zoneInWords(zone: string): string {
  return zone === "UTC" ? zone : `${zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ")} time`;
}

/** Making a format takes longer than all the rest; it follows from its name alone. */
function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${locale} ${JSON.stringify(options)}`;
  let format = formats.get(name);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
    formats.set(name, format);
  }
  return format;
}
