import { z } from "zod";
import { isOpenAt, nextClosing, nextOpening } from "../../src/domain/availability/opening.ts";
import type { Availability } from "../../src/domain/availability/open-spans.ts";
import { freeSlots } from "../../src/domain/availability/slots.ts";
import { weekdays } from "../../src/domain/policy/hours.ts";
import type { Closure, HoursWindow, WeeklyHours } from "../../src/domain/policy/hours.ts";
import { recurrenceStarts } from "../../src/domain/recurrence/occurrences.ts";

/** What one case expected and what the core answered, both as text, so that they can be compared and printed. */
export interface Outcome {
  readonly id: string;
  readonly expected: string;
  readonly actual: string;
}

const window = z.tuple([z.string(), z.string()]);
const weekly = z.partialRecord(z.enum(weekdays), z.array(window));
const hours = z.object({
  id: z.string(),
  tzid: z.string(),
  weekly,
  overrides: z.record(z.string(), z.array(window)),
  vacations: z.array(z.tuple([z.string(), z.string()])),
  seasons: z.array(z.object({ from: z.string(), to: z.string(), weekly })).optional(),
});

const recurrenceCase = z.object({
  id: z.string(),
  dtstart: z.string(),
  tzid: z.string(),
  rrule: z.string(),
  exdate: z.array(z.string()),
  rdate: z.array(z.string()),
  from: z.string(),
  to: z.string(),
  expected: z.array(z.string()),
});

const availabilityCase = hours.extend({
  at: z.string(),
  expected: z.object({ open: z.boolean(), next_open: z.string().nullable(), next_close: z.string().nullable() }),
});

const slotsCase = hours.extend({
  booked: z.array(z.tuple([z.string(), z.string()])),
  bufferBefore: z.number(),
  bufferAfter: z.number(),
  duration: z.number(),
  granularity: z.number(),
  minNotice: z.number(),
  from: z.string(),
  count: z.number(),
  horizonDays: z.number(),
  expected: z.array(z.string()),
});

/** Runs one case of any of the three families; the fields of a case tell which one it belongs to. */
export function runCase(given: unknown, position: number): Outcome {
  const { id } = z.object({ id: z.string().catch(`case ${position}`) }).parse(given);
  try {
    if (isOf("rrule", given)) return recurrence(recurrenceCase.parse(given));
    if (isOf("booked", given)) return slots(slotsCase.parse(given));
    return availability(availabilityCase.parse(given));
  } catch (error) {
    return { id, expected: "an answer", actual: `threw ${String(error)}` };
  }
}

function recurrence(one: z.infer<typeof recurrenceCase>): Outcome {
  const set = { dtstart: one.dtstart, zone: one.tzid, rule: one.rrule, exdates: one.exdate, rdates: one.rdate };
  const starts = recurrenceStarts(set, { start: Date.parse(one.from), end: Date.parse(one.to) });
  return { id: one.id, expected: JSON.stringify(one.expected), actual: JSON.stringify(starts.map(utc)) };
}

function availability(one: z.infer<typeof availabilityCase>): Outcome {
  const at = Date.parse(one.at);
  const times = availabilityIn(one);
  const opening = nextOpening(times, at);
  const closing = nextClosing(times, at);
  const actual = {
    open: isOpenAt(times, at),
    next_open: opening === null ? null : utc(opening),
    next_close: closing === null ? null : utc(closing),
  };
  return { id: one.id, expected: JSON.stringify(one.expected), actual: JSON.stringify(actual) };
}

function slots(one: z.infer<typeof slotsCase>): Outcome {
  const starts = freeSlots({
    availability: availabilityIn(one),
    booked: one.booked.map(([start, end]) => ({ start: Date.parse(start), end: Date.parse(end) })),
    bufferBefore: one.bufferBefore,
    bufferAfter: one.bufferAfter,
    duration: one.duration,
    granularity: one.granularity,
    minNotice: one.minNotice,
    from: Date.parse(one.from),
    count: one.count,
    horizonDays: one.horizonDays,
  });
  return { id: one.id, expected: JSON.stringify(one.expected), actual: JSON.stringify(starts.map(utc)) };
}

function availabilityIn(one: z.infer<typeof hours>): Availability {
  const closure = (
    kind: Closure["kind"],
    firstDate: string,
    lastDate: string,
    windows: readonly HoursWindow[],
  ): Closure => {
    return { id: `${kind} ${firstDate}`, kind, label: "", firstDate, lastDate, windows, cover: null };
  };
  return {
    zone: one.tzid,
    travel: [],
    messageHours: weeklyHours(one.weekly),
    closures: [
      ...Object.entries(one.overrides).map(([date, windows]) =>
        closure("changed-hours", date, date, windows.map(hoursWindow)),
      ),
      ...one.vacations.map(([first, last]) => closure("vacation", first, last, [])),
    ],
    seasons: (one.seasons ?? []).map((season) => ({
      firstDate: season.from,
      lastDate: season.to,
      hours: weeklyHours(season.weekly),
    })),
  };
}

function weeklyHours(given: z.infer<typeof weekly>): WeeklyHours {
  const of = (weekday: (typeof weekdays)[number]) => (given[weekday] ?? []).map(hoursWindow);
  return { MO: of("MO"), TU: of("TU"), WE: of("WE"), TH: of("TH"), FR: of("FR"), SA: of("SA"), SU: of("SU") };
}

function hoursWindow([start, end]: readonly [string, string]): HoursWindow {
  return { start, end };
}

function isOf(field: string, given: unknown): boolean {
  return typeof given === "object" && given !== null && field in given;
}

function utc(at: number): string {
  return new Date(at).toISOString().replace(".000Z", "Z");
}
