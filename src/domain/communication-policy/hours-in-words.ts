import type { HoursWindow, WeeklyHours } from "../policy/hours.ts";
import { weekdays } from "../policy/hours.ts";
import { fill } from "../replies/opening-words.ts";
import { dayOfDate } from "../time/wall.ts";
import { day } from "../time/instant.ts";
import type { TimesWords } from "./words.ts";

/** Hours and dates as a letter says them, in the manner of one language and region (a tag such as `es-US`). */
export interface Speaker {
  readonly locale: string;
  readonly words: TimesWords;
}

/**
 * A week, a line for the days that have the same hours: "Monday to Thursday: 9:00 AM to 12 noon and 2:00 PM to 5:00 PM".
 * Days without hours come last; null where no day has any.
 */
export function weekInWords(hours: WeeklyHours, speaker: Speaker): string | null {
  const groups = new Map<string, number[]>();
  for (const [index, weekday] of weekdays.entries()) {
    const windows = windowsInWords(hours[weekday], speaker);
    groups.set(windows, [...(groups.get(windows) ?? []), index]);
  }
  const closed = groups.get("") ?? [];
  if (closed.length === weekdays.length) return null;
  groups.delete("");
  const { line, closedLine } = speaker.words;
  const lines = [...groups].map(([windows, days]) => fill(line, { days: daysInWords(days, speaker), windows }));
  if (closed.length > 0) lines.push(fill(closedLine, { days: daysInWords(closed, speaker) }));
  return lines.join("\n");
}

/** "9:00 AM to 12 noon and 2:00 PM to 5:00 PM", in the order of the day; empty for no windows. */
export function windowsInWords(windows: readonly HoursWindow[], speaker: Speaker): string {
  const said = windows
    .toSorted((one, other) => one.start.localeCompare(other.start))
    .map((window) => windowInWords(window, speaker));
  return listInWords(said, speaker.locale, "conjunction");
}

/** "a, b and c" or "a, b or c", as the language does it. */
export function listInWords(items: readonly string[], locale: string, type: "conjunction" | "disjunction"): string {
  return new Intl.ListFormat(locale, { type }).format(items);
}

/** "30 November 2026" */
export function dateInWords(date: string, locale: string): string {
  return plain(new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(dayOfDate(date) * day));
}

function windowInWords({ start, end }: HoursWindow, speaker: Speaker): string {
  const { words } = speaker;
  if (start === "00:00" && end === "24:00") return words.allDay;
  const template = end < start && end !== "00:00" ? words.windowPastMidnight : words.window;
  return fill(template, { start: timeInWords(start, speaker), end: timeInWords(end, speaker) });
}

/** A clock of twelve hours leaves open which twelve is meant, so it is said; one of 24 says it itself. */
function timeInWords(time: string, { locale, words }: Speaker): string {
  const format = new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone: "UTC" });
  const isMidnight = time === "00:00" || time === "24:00";
  if (format.resolvedOptions().hour12 === true) {
    if (isMidnight) return words.midnight;
    if (time === "12:00") return words.noon;
  } else if (time === "24:00") return time;
  return plain(format.format(Date.parse(`1970-01-01T${time}Z`)));
}

/** Days with the same hours: runs of three and more as a range, the rest by name. */
function daysInWords(days: readonly number[], { locale, words }: Speaker): string {
  if (days.length === weekdays.length) return words.everyDay;
  const name = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
  // The fifth of January 1970 was a Monday.
  const nameOf = (index: number) => name.format((index + 4) * day);
  const runs: number[][] = [];
  for (const index of days) {
    const last = runs.at(-1);
    if (last?.at(-1) === index - 1) last.push(index);
    else runs.push([index]);
  }
  const first = runs[0]?.[0];
  const end = runs[0]?.at(-1);
  if (runs.length === 1 && first !== undefined && end !== undefined && end - first > 1)
    return fill(words.dayRange, { first: nameOf(first), last: nameOf(end) });
  return capitalised(listInWords(days.map(nameOf), locale, "conjunction"), locale);
}

function capitalised(text: string, locale: string): string {
  return text.slice(0, 1).toLocaleUpperCase(locale) + text.slice(1);
}

/** Narrow and no-break spaces are not in every font, and a search for "9:00 AM" should find it. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, " ");
