import { availabilityOf } from "../availability/open-spans.ts";
import type { Language, Policy } from "../policy/policy.ts";
import type { ReplyForm } from "../policy/templates.ts";
import type { Instant } from "../time/instant.ts";
import { zoneAt } from "../time/practice-zone.ts";
import { dayOfDate } from "../time/wall.ts";
import { dateOf, instantToWall, instantToWallMillis } from "../time/zone.ts";
import { inAlphabet } from "./segments.ts";
import type { ReplyWords } from "./words.ts";

/** From here on a weekday alone could be taken for the nearer one (FIELD T7). */
const daysNamedByWeekday = 6;

/** In whose words an instant is told. */
export interface Telling {
  readonly now: Instant;
  readonly policy: Policy;
  readonly language: Language;
  readonly form: ReplyForm;
  /** The client's IANA zone; null where it is not known. */
  readonly clientZone: string | null;
  readonly words: ReplyWords;
}

/** The zone in which a practice keeps its hours at an instant. */
export const practiceZoneAt = (policy: Policy, at: Instant): string => zoneAt(availabilityOf(policy), at);

/**
 * An instant as a client reads it, in the practice's zone. In a mail: weekday, date, time and zone. In a text message,
 * where each letter counts: "Mon 9:00 AM", with the date when it is more than six days ahead, and with the zone only when
 * the client's clock shows another time then (FIELD T7, 4d). Wall time comes from our own zone table and is only worded
 * by Intl, whose zone data may be older than ours.
 */
export function openingWords(at: Instant, telling: Telling): string {
  return telling.form === "mail" ? inFull(at, telling) : inShort(at, telling);
}

function inFull(at: Instant, telling: Telling): string {
  const { words, policy } = telling;
  const say = saying(at, telling);
  return fill(daysAhead(at, telling) === 0 ? words.openingToday : words.opening, {
    time: say("time"),
    date: say("longDate"),
    zone: zoneWords(practiceZoneAt(policy, at), localeOf(telling), at, "longGeneric"),
  });
}

function inShort(at: Instant, telling: Telling): string {
  const { words, policy, clientZone } = telling;
  const say = saying(at, telling);
  const ahead = daysAhead(at, telling);
  const date = ahead <= daysNamedByWeekday ? say("weekday") : `${say("shortDate").replaceAll(/,| de(?= )/g, "")},`;
  const time = say("time").replaceAll(/([ap])\.\s?m\./g, "$1m");
  const zone = practiceZoneAt(policy, at);
  const elsewhere = clientZone !== null && instantToWall(at, clientZone) !== instantToWall(at, zone);
  const parts = [ahead === 0 ? words.today : date, time];
  if (elsewhere) parts.push(zoneWords(zone, localeOf(telling), at, "shortGeneric"));
  return inAlphabet(parts.join(" "));
}

const localeOf = ({ language, policy }: Telling): string => `${language}-${policy.practice.region}`;

function daysAhead(at: Instant, { now, policy }: Telling): number {
  return dayOfDate(dateOf(at, practiceZoneAt(policy, at))) - dayOfDate(dateOf(now, practiceZoneAt(policy, now)));
}

const styles = {
  time: { timeStyle: "short", timeZone: "UTC" },
  longDate: { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" },
  shortDate: { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" },
  weekday: { weekday: "short", timeZone: "UTC" },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

function saying(at: Instant, telling: Telling): (style: keyof typeof styles) => string {
  const wall = instantToWallMillis(at, practiceZoneAt(telling.policy, at));
  const locale = localeOf(telling);
  return (style) =>
    worded(`${locale} ${style} ${wall}`, () =>
      formatter(locale, style, styles[style])
        .format(wall)
        .replaceAll(/[\u00a0\u202f]/g, " "),
    );
}

function zoneWords(zone: string, locale: string, at: Instant, timeZoneName: "longGeneric" | "shortGeneric"): string {
  return worded(`${locale} ${zone} ${timeZoneName} ${dateOf(at, zone)}`, () => {
    const parts = formatter(locale, `${timeZoneName} ${zone}`, { timeZone: zone, timeZoneName }).formatToParts(at);
    return parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
  });
}

/** Most replies of a day name one opening, and its words are the slowest part of a reply. */
const wordings = new Map<string, string>();
const mostWordings = 1_000;

function worded(name: string, word: () => string): string {
  const before = wordings.get(name);
  if (before !== undefined) return before;
  const words = word();
  if (wordings.size === mostWordings) wordings.clear();
  wordings.set(name, words);
  return words;
}

/** A formatter takes a hundred times longer to make than to use; there are few locales and zones. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${name}`;
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formatters.set(key, known);
  return known;
}

/** Templates taken apart at their places: what stands between, and the names, in turns. They are few, and used often. */
const apart = new Map<string, readonly string[]>();
const mostApart = 500;

function takenApart(template: string): readonly string[] {
  const before = apart.get(template);
  if (before !== undefined) return before;
  const parts = template.split(/\{(\w+)\}/);
  if (apart.size === mostApart) apart.clear();
  apart.set(template, parts);
  return parts;
}

/** Puts values in the places of `{names}`; a place without a value stays visible, so that a fault is seen. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  let filled = "";
  for (const [index, part] of takenApart(template).entries())
    filled += index % 2 === 0 ? part : (values[part] ?? `{${part}}`);
  return filled;
}
