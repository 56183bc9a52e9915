import { day, minute } from "./instant.ts";
import type { Instant } from "./instant.ts";
import { Temporal } from "./temporal.ts";
import { weekdayOfDay } from "./wall.ts";
import { compiledZone } from "./zone-data.ts";

/** A name that is no time zone, neither of our data nor of the runtime's. */
export class UnknownZoneError extends RangeError {
  override readonly name = "UnknownZoneError";
  readonly field = "zone";
}

/**
 * The offsets of one zone: `offsets[i]` (local minus UTC, ms) is in force from `starts[i]` up to `starts[i + 1]`. The first
 * start is before all time, the last (without an offset) after it. What holds in 1970 is taken to have held before.
 */
export interface ZoneTable {
  readonly starts: Float64Array;
  readonly offsets: Float64Array;
  /** For each stretch of `bucket` milliseconds since 1970, the place in force as it begins. */
  readonly places: Uint16Array;
}

const halfMinute = minute / 2;
const bucket = 2 ** 32;
// The calendar repeats after 400 years, weekdays included. The last change that no rule gives is Gaza's of 2086.
const cycle = 146_097 * day;
const lastYear = 2499;
const endOfTables = Date.UTC(lastYear + 1, 0, 1);
const bucketCount = Math.ceil(endOfTables / bucket);
const furthestInstant = 8.64e15;

const tables = new Map<string, ZoneTable>();

/**
 * The table of a zone: from the data we ship, and only for a zone it does not have from the runtime's. Throws an
 * `UnknownZoneError` when neither knows the name. Tables follow from data alone, so keeping them is no state.
 */
export function zoneTable(zone: string): ZoneTable {
  let table = tables.get(zone);
  if (table === undefined) {
    const line = compiledZone(zone);
    table = line === null ? tableOfRuntime(zone) : tableOfLine(line);
    tables.set(zone, table);
  }
  return table;
}

/** The place in the table that is in force at an instant. Throws a RangeError for what is no instant. */
export function placeAt(table: ZoneTable, at: Instant): number {
  const { starts, places } = table;
  const sought = at >= 0 && at < endOfTables ? at : withinTables(at);
  let place = places[Math.floor(sought / bucket)] ?? 0;
  while ((starts[place + 1] ?? Number.POSITIVE_INFINITY) <= sought) place += 1;
  return place;
}

/** Local minus UTC at an instant, in milliseconds. */
export function offsetAt(table: ZoneTable, at: Instant): number {
  return table.offsets[placeAt(table, at)] ?? Number.NaN;
}

/** The first change of offset after `at`, or null when there is none within the 400 years after 2100. */
export function changeAfter(table: ZoneTable, at: Instant): Instant | null {
  const shift = at < endOfTables ? 0 : at - withinTables(at);
  const next = table.starts[placeAt(table, at) + 1] ?? Number.POSITIVE_INFINITY;
  return next === Number.POSITIVE_INFINITY ? null : next + shift;
}

/** The same moment of the calendar in a year that the tables have. */
function withinTables(at: Instant): Instant {
  if (!(Math.abs(at) <= furthestInstant)) throw new RangeError(`not an instant: ${at}`);
  if (at < 0) return 0;
  return at - Math.ceil((at - endOfTables + 1) / cycle) * cycle;
}

function tableOf(changes: readonly Instant[], offsets: readonly number[]): ZoneTable {
  const starts = Float64Array.from([Number.NEGATIVE_INFINITY, ...changes, Number.POSITIVE_INFINITY]);
  const places = new Uint16Array(bucketCount);
  let place = 0;
  for (let one = 0; one < bucketCount; one += 1) {
    while ((starts[place + 1] ?? Number.POSITIVE_INFINITY) <= one * bucket) place += 1;
    places[one] = place;
  }
  return { starts, offsets: Float64Array.from(offsets), places };
}

/** Reads what scripts/compile-zones.mjs wrote; the format is explained there. */
function tableOfLine(line: string): ZoneTable {
  const [minutes = "", order = "", distances = "", rule = ""] = line.split("|");
  const known = minutes.split(" ").map((one) => Number(one) * minute);
  const offset = (place: number) => known[place] ?? Number.NaN;
  const offsets = Array.from(order, (digit) => offset(Number.parseInt(digit, 36)));
  const changes: Instant[] = [];
  let last = 0;
  for (const distance of distances.split(" ").filter((one) => one !== "")) {
    last += Number.parseInt(distance, 36) * halfMinute;
    changes.push(last);
  }
  if (rule !== "") {
    const [firstYear = lastYear, ...numbers] = rule.split(" ").map(Number);
    const one = yearlyChange(numbers.slice(0, 5));
    const other = yearlyChange(numbers.slice(5));
    for (let year = firstYear; year <= lastYear; year += 1) {
      // Each change is told on the clock that the other one set.
      const ofYear = [
        { at: one.wallIn(year) - offset(other.place), to: offset(one.place) },
        { at: other.wallIn(year) - offset(one.place), to: offset(other.place) },
      ];
      for (const { at, to } of ofYear.toSorted((a, b) => a.at - b.at)) {
        changes.push(at);
        offsets.push(to);
      }
    }
  }
  return tableOf(changes, offsets);
}

/** One of the two changes a rule makes in a year: its wall time in that year, and the place of the offset it sets. */
function yearlyChange(numbers: readonly number[]): { readonly place: number; wallIn(year: number): number } {
  const [month = 1, earliest = 1, weekday = 0, minutes = 0, place = 0] = numbers;
  return {
    place,
    wallIn(year) {
      const first = Date.UTC(year, month - 1, earliest) / day;
      const date = first + ((weekday - weekdayOfDay(first) + 7) % 7);
      return date * day + minutes * minute;
    },
  };
}

/** For a zone made after our data was. */
function tableOfRuntime(zone: string): ZoneTable {
  const changes: Instant[] = [];
  let moment;
  try {
    moment = Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
  } catch (error) {
    if (error instanceof RangeError) throw new UnknownZoneError(`not a time zone: ${zone}`, { cause: error });
    throw error;
  }
  const offsets = [moment.offsetNanoseconds / 1_000_000];
  for (;;) {
    moment = moment.getTimeZoneTransition("next");
    if (moment === null || moment.year > 2100) return tableOf(changes, offsets);
    changes.push(moment.epochMilliseconds);
    offsets.push(moment.offsetNanoseconds / 1_000_000);
  }
}
