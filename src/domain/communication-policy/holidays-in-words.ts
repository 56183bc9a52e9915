import type { RegionHoliday } from "../policy/hours.ts";
import { fill } from "../replies/opening-words.ts";
import { listInWords, type Speaker, windowsInWords } from "./hours-in-words.ts";
import type { LetterWords } from "./words.ts";

/**
 * The public holidays on which the practice closes or shortens its hours, by name and without dates, so that the letter
 * need not be issued anew each year. They stand by the alphabet: their order in the calendar differs from year to year.
 * The newest date of a holiday says what is done on it, as the therapist's last choice goes for all years after it.
 */
export function holidaysInWords(
  holidays: readonly RegionHoliday[],
  namesOf: (holiday: RegionHoliday) => readonly string[],
  words: LetterWords["clauses"]["away"],
  speaker: Speaker,
): string[] {
  const days = byName(holidays, namesOf, speaker.locale);
  const closed = days.filter(([, { rule }]) => rule === "closed").map(([name]) => name);
  const shortened = days.filter(([, { rule }]) => rule === "shortened");
  if (closed.length + shortened.length === 0) return [words.noHolidays];
  const lines = shortened.map(([name, { windows }]) =>
    fill(words.shortenedHoliday, { name, windows: windowsInWords(windows, speaker) }),
  );
  return [
    ...(closed.length === 0
      ? []
      : [fill(words.closedHolidays, { names: listInWords(closed, speaker.locale, "conjunction") })]),
    ...(lines.length === 0 ? [] : [[words.shortenedHolidays, ...lines].join("\n")]),
  ];
}

/** Each holiday once. A day in lieu, named "Christmas Day (substitute day)", goes with the day it stands for. */
function byName(
  holidays: readonly RegionHoliday[],
  namesOf: (holiday: RegionHoliday) => readonly string[],
  locale: string,
): [string, RegionHoliday][] {
  const newest = new Map<string, RegionHoliday>();
  for (const holiday of holidays.toSorted((one, other) => one.date.localeCompare(other.date)))
    for (const name of namesOf(holiday)) newest.set(name, holiday);
  const collator = new Intl.Collator(locale);
  return [...newest]
    .filter(([name]) => !newest.has(name.replace(/ \([^()]*\)$/, "")) || !name.endsWith(")"))
    .toSorted(([one], [other]) => collator.compare(one, other));
}
