/*
 * Dates and wall times as text (`2026-11-30`, `2026-11-30T10:00`), without a zone. UTC is only used as a calendar that
 * has no clock changes.
 */

/** Weekdays as the message hours name them, Monday first. */
export const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
export type Weekday = (typeof weekdays)[number];

const dayMilliseconds = 86_400_000;

const utc = (date: string): number => Date.parse(`${date}T00:00Z`);
const dateFrom = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);

export const dateOf = (wall: string): string => wall.slice(0, 10);
export const timeOf = (wall: string): string => wall.slice(11, 16);

export function addDays(date: string, days: number): string {
  return dateFrom(utc(date) + days * dayMilliseconds);
}

/** Number of days from `first` to `last`, negative when `last` comes before. */
function daysBetween(first: string, last: string): number {
  return Math.round((utc(last) - utc(first)) / dayMilliseconds);
}

/** 0 for Monday to 6 for Sunday. */
function weekdayIndex(date: string): number {
  return (new Date(utc(date)).getUTCDay() + 6) % 7;
}

/** The weekday of a date. */
export function weekdayOf(date: string): Weekday {
  return weekdays[weekdayIndex(date)] ?? "MO";
}

/** The first date of the week that holds `date`; `firstDay` is 1 for Monday to 7 for Sunday. */
export function startOfWeek(date: string, firstDay: number): string {
  return addDays(date, -((weekdayIndex(date) + 1 - firstDay + 7) % 7));
}

/** The dates `[first, last]`, both included. */
export function datesFrom(first: string, last: string): string[] {
  return Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, index) => addDays(first, index));
}

/** Minutes on the wall clock from one wall time to another. */
export function wallMinutes(start: string, end: string): number {
  return Math.round((Date.parse(`${end}Z`) - Date.parse(`${start}Z`)) / 60_000);
}

export function addWallMinutes(wall: string, minutes: number): string {
  return new Date(Date.parse(`${wall}Z`) + minutes * 60_000).toISOString().slice(0, 16);
}

/** 1 for Monday to 7 for Sunday, as people of the locale lay out their week. */
export function firstDayOfWeek(locale: string): number {
  try {
    const known = new Intl.Locale(locale);
    return known.getWeekInfo().firstDay;
  } catch {
    // A locale or a question this browser does not know: the ISO week.
    return 1;
  }
}
