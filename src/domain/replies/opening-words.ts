import type { Language } from "../policy/policy.ts";
import type { Instant } from "../time/instant.ts";
import { dateOf, instantToWall } from "../time/zone.ts";
import type { ReplyWords } from "./words.ts";

const localeOf = (language: Language, region: string): string => `${language}-${region}`;

/**
 * An instant as a client reads it: weekday, date, time and zone in the practice's zone. Wall time comes from our own zone
 * table and is only worded by Intl, whose zone data may be older than ours.
 */
export function openingWords(
  at: Instant,
  now: Instant,
  zone: string,
  language: Language,
  region: string,
  words: ReplyWords,
): string {
  const locale = localeOf(language, region);
  const wall = Date.parse(`${instantToWall(at, zone)}:00Z`);
  const time = new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone: "UTC" }).format(wall);
  const date = new Intl.DateTimeFormat(locale, {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone: "UTC",
  }).format(wall);
  const template = dateOf(at, zone) === dateOf(now, zone) ? words.openingToday : words.opening;
  return fill(template, { time: time.replaceAll("\u202f", " "), date, zone: zoneWords(zone, locale, at) });
}

function zoneWords(zone: string, locale: string, at: Instant): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: "longGeneric" }).formatToParts(at);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
}

/** Puts values in the places of `{names}`; a place without a value stays visible, so that a fault is seen. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}
