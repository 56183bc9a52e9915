import { z } from "zod";
import { isZone } from "../time/zone.ts";

/** Weekday names as RFC 5545 writes them, Monday first. */
export const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
export type Weekday = (typeof weekdays)[number];

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "A time is written like 09:30.");
const endOfWindow = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, "A time is written like 17:00; midnight at the end of a day is 24:00.");

/**
 * Hours on the wall clock of one date, `[start, end)`. An end before the start runs past midnight and belongs to the
 * date it starts on (FIELD T4); `24:00` is the end of the day (T3).
 */
export const hoursWindowSchema = z
  .object({ start: timeOfDay, end: endOfWindow })
  .refine((window) => window.start !== window.end, "Hours that begin and end at the same time are never open.")
  .readonly();
export type HoursWindow = z.infer<typeof hoursWindowSchema>;

const windowsOfDay = z.array(hoursWindowSchema).max(12).readonly();

/** The windows of an ordinary week; a weekday without windows is closed. */
export const weeklyHoursSchema = z
  .object({
    MO: windowsOfDay,
    TU: windowsOfDay,
    WE: windowsOfDay,
    TH: windowsOfDay,
    FR: windowsOfDay,
    SA: windowsOfDay,
    SU: windowsOfDay,
  })
  .readonly();
export type WeeklyHours = z.infer<typeof weeklyHoursSchema>;

/** A time zone by its name in the IANA list. */
export const zoneSchema = z
  .string()
  .refine(
    (zone) => (zone.includes("/") || zone === "UTC") && isZone(zone),
    "This is not a time zone of the IANA list.",
  );

/** A calendar date in the practice's zone, `YYYY-MM-DD`. */
export const dateSchema = z.iso
  .date()
  .refine((date) => "1900-01-01" <= date && date < "2200-01-01", "A year from 1900 to 2199, please.");

/** The most weeks that may alternate. */
export const mostWeeks = 8;

/**
 * Weeks that alternate with the message hours: these are week A, `further` are week B, C and so on. The calendar week,
 * Monday to Sunday, that holds `anchor` is a week A; from there the weeks count forward and back without end.
 */
export const alternationSchema = z
  .object({
    anchor: dateSchema,
    further: z
      .array(weeklyHoursSchema)
      .min(1)
      .max(mostWeeks - 1, `At most ${mostWeeks} weeks alternate.`)
      .readonly(),
  })
  .readonly();
export type Alternation = z.infer<typeof alternationSchema>;

/** A week of its own on dates `[firstDate, lastDate]`, both included. */
export const seasonSchema = z
  .object({
    id: z.string().min(1),
    label: z.string().trim().max(80),
    firstDate: dateSchema,
    lastDate: dateSchema,
    hours: weeklyHoursSchema,
  })
  .refine((season) => season.firstDate <= season.lastDate, {
    error: "The last day comes before the first.",
    path: ["lastDate"],
  })
  .readonly();
export type Season = z.infer<typeof seasonSchema>;

/** All seasons of a practice; no date lies in two of them. */
export const seasonsSchema = z
  .array(seasonSchema)
  .max(40)
  .refine(noDateTwice, "Another season has some of these dates.")
  .readonly();

/** Dates `[firstDate, lastDate]`, both included, on which the practice keeps the time of another zone (FIELD T15). */
export const tripSchema = z
  .object({ id: z.string().min(1), zone: zoneSchema, firstDate: dateSchema, lastDate: dateSchema })
  .refine((trip) => trip.firstDate <= trip.lastDate, {
    error: "The last day comes before the first.",
    path: ["lastDate"],
  })
  .readonly();
export type Trip = z.infer<typeof tripSchema>;

/** All trips of a practice; no date lies in two of them. */
export const travelSchema = z
  .array(tripSchema)
  .max(100)
  .refine(noDateTwice, "Another trip has some of these dates.")
  .readonly();

/**
 * A public holiday of the practice's region, and what the therapist does on it: closes, keeps the ordinary hours, or has
 * the shortened hours in `windows`.
 */
export const regionHolidaySchema = z
  .object({
    date: dateSchema,
    name: z.string().min(1),
    rule: z.enum(["closed", "as-usual", "shortened"]),
    windows: windowsOfDay,
  })
  .refine(
    (holiday) => (holiday.rule === "shortened") === holiday.windows.length > 0,
    "A shortened day has hours, and no other holiday has any of its own.",
  )
  .readonly();
export type RegionHoliday = z.infer<typeof regionHolidaySchema>;

/**
 * The region's holidays as this policy knows them, one a date. They are part of the policy, so that a verdict is
 * replayed by the dates that were known when it was made (promise 6). `knownThrough` is the last year looked up.
 */
export const regionHolidaysSchema = z
  .object({
    /** State, province or other part of the region, by its ISO 3166-2 suffix; null for what the whole region keeps. */
    area: z.string().min(1).nullable(),
    knownThrough: z.int(),
    days: z.array(regionHolidaySchema).readonly(),
  })
  .readonly();

/** The colleague who may be called while the practice is away. */
const coverSchema = z
  .object({ name: z.string().trim().min(1).max(80), phone: z.string().trim().min(3).max(40) })
  .readonly();

/**
 * A dated exception to the ordinary week, on dates `[firstDate, lastDate]`, both included.
 * `changed-hours` replaces the windows of its dates; every other kind closes them.
 * Precedence on one date: vacation, changed hours, day off or holiday, holiday of the region, season, ordinary week.
 */
export const closureSchema = z
  .object({
    id: z.string().min(1),
    kind: z.enum(["day-off", "holiday", "vacation", "changed-hours"]),
    label: z.string().trim().max(80),
    firstDate: dateSchema,
    lastDate: dateSchema,
    windows: windowsOfDay,
    cover: coverSchema.nullable(),
  })
  .refine((closure) => closure.firstDate <= closure.lastDate, "The last day comes before the first.")
  .refine(
    (closure) => closure.kind === "changed-hours" || closure.windows.length === 0,
    "Only changed hours have windows.",
  )
  .readonly();
export type Closure = z.infer<typeof closureSchema>;

function noDateTwice(spans: readonly { readonly firstDate: string; readonly lastDate: string }[]): boolean {
  return spans.every((one, index) =>
    spans.slice(index + 1).every((other) => one.lastDate < other.firstDate || other.lastDate < one.firstDate),
  );
}
