import { day, minute } from "./instant.ts";

/**
 * Wall time as a number: the milliseconds a clock without a zone shows since 1970-01-01T00:00. It adds and compares
 * like an instant and is none; only `zone.ts` turns one into the other.
 */
export type WallMillis = number;

/** Whole days since 1970-01-01 on the calendar, without a zone. */
export type DayNumber = number;

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const wallPattern = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?$/;

/** Dates and their days, in both directions: writing a date takes a hundred times longer than looking it up. */
const daysOfDates = new Map<string, DayNumber>();
const datesOfDays = new Map<DayNumber, string>();
/** Some fifty years. */
const mostRemembered = 20_000;

function remember<Key, Value>(known: Map<Key, Value>, key: Key, value: Value): Value {
  if (known.size >= mostRemembered) known.clear();
  known.set(key, value);
  return value;
}

/** `YYYY-MM-DD` to a day number. Throws a RangeError for anything that is not a date of the calendar. */
export function dayOfDate(date: string): DayNumber {
  return daysOfDates.get(date) ?? remember(daysOfDates, date, readDate(date));
}

function readDate(date: string): DayNumber {
  const match = datePattern.exec(date);
  const millis = match === null ? Number.NaN : Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  // Date.UTC rolls 30 February over into March; only a real date comes back unchanged.
  if (Number.isNaN(millis) || new Date(millis).toISOString().slice(0, 10) !== date)
    throw new RangeError(`not a date: ${date}`);
  return millis / day;
}

/** The date `YYYY-MM-DD` of a day number. */
export function dateOfDay(dayNumber: DayNumber): string {
  return (
    datesOfDays.get(dayNumber) ?? remember(datesOfDays, dayNumber, new Date(dayNumber * day).toISOString().slice(0, 10))
  );
}

/** Monday 0 to Sunday 6. */
export function weekdayOfDay(dayNumber: DayNumber): number {
  const thursday = 3;
  return (((dayNumber + thursday) % 7) + 7) % 7;
}

/** `YYYY-MM-DDTHH:MM`, seconds allowed, to a wall time. Throws a RangeError when no calendar or clock shows it. */
export function wallToMillis(wall: string): WallMillis {
  const match = wallPattern.exec(wall);
  const millis =
    match === null
      ? Number.NaN
      : Date.UTC(
          Number(match[1]),
          Number(match[2]) - 1,
          Number(match[3]),
          Number(match[4]),
          Number(match[5]),
          Number(match[6] ?? 0),
        );
  if (Number.isNaN(millis) || !new Date(millis).toISOString().startsWith(wall))
    throw new RangeError(`not a date and time: ${wall}`);
  return millis;
}

/** A wall time as `YYYY-MM-DDTHH:MM`; seconds are dropped. */
export function millisToWall(wall: WallMillis): string {
  return new Date(Math.floor(wall / minute) * minute).toISOString().slice(0, 16);
}

/** The day a wall time falls on. */
export function dayOfWall(wall: WallMillis): DayNumber {
  return Math.floor(wall / day);
}

/** `HH:MM` (also `24:00`) to minutes since midnight. */
export function minutesOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
