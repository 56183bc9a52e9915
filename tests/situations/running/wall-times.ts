import { Temporal } from "../../../src/domain/time/temporal.ts";
import type { Instant } from "../../../src/domain/time/instant.ts";

/** A fault of a file, in a sentence for whoever wrote it. */
export class UnreadableSituation extends Error {}

const weekdayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

const written = new RegExp(
  String.raw`^(?:(?<weekday>${weekdayNames.join("|")}) )?(?<date>\d{4}-\d{2}-\d{2}) (?<time>\d{1,2}:\d{2})(?::(?<seconds>\d{2}))?(?: (?<pass>first|second))?(?: in (?<zone>[\w+/-]+))?$`,
);

/**
 * The instant of a time as situations write it: `Saturday 2026-11-28 02:10`, with seconds where they matter, `first` or `second` for an hour that
 * comes twice, and `in Europe/Berlin` for another clock than `zone`. Reckoned by Temporal alone, so that the zone tables under
 * test do not judge themselves. Throws an UnreadableSituation for a time that does not exist or is not told apart.
 */
export function instantOf(text: string, zone: string): Instant {
  const parts = written.exec(text)?.groups;
  if (parts === undefined)
    throw new UnreadableSituation(`“${text}” is no time. Write it like: Saturday 2026-11-28 02:10`);
  const { weekday, date = "", time = "", seconds = "00", pass, zone: elsewhere = zone } = parts;
  const wall = wallOf(text, `${date}T${time.padStart(5, "0")}:${seconds}`);
  const meant = weekdayNames[wall.dayOfWeek - 1];
  if (weekday !== undefined && weekday !== meant)
    throw new UnreadableSituation(`“${text}”: ${date} is a ${meant}, not a ${weekday}.`);
  const first = wall.toZonedDateTime(elsewhere, { disambiguation: "earlier" });
  const second = wall.toZonedDateTime(elsewhere, { disambiguation: "later" });
  const comesTwice = first.epochMilliseconds !== second.epochMilliseconds;
  if (comesTwice && !first.toPlainDateTime().equals(wall))
    throw new UnreadableSituation(`“${text}” does not exist: the clocks go forward over it.`);
  if (comesTwice && pass === undefined)
    throw new UnreadableSituation(`“${text}” comes twice: add “first” or “second”.`);
  if (!comesTwice && pass !== undefined)
    throw new UnreadableSituation(`“${text}” comes only once: leave out “${pass}”.`);
  return (pass === "second" ? second : first).epochMilliseconds;
}

function wallOf(text: string, wall: string): Temporal.PlainDateTime {
  try {
    return Temporal.PlainDateTime.from(wall, { overflow: "reject" });
  } catch {
    throw new UnreadableSituation(`“${text}” is no time of the calendar.`);
  }
}

/** An instant in the way situations write it, on the clock of `zone`. */
export function sayTime(at: Instant, zone: string): string {
  const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const wall = there.toPlainDateTime();
  const first = wall.toZonedDateTime(zone, { disambiguation: "earlier" }).epochMilliseconds;
  const second = wall.toZonedDateTime(zone, { disambiguation: "later" }).epochMilliseconds;
  const pass = first === second ? "" : at === first ? " first" : " second";
  const seconds = there.second === 0 ? "" : `:${String(there.second).padStart(2, "0")}`;
  const time = wall.toString({ smallestUnit: "minute" }).replace("T", " ");
  return `${weekdayNames[there.dayOfWeek - 1]} ${time}${seconds}${pass}`;
}
