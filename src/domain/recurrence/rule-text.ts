import { weekdays } from "../policy/hours.ts";
import type { Instant } from "../time/instant.ts";
import { wallToMillis } from "../time/wall.ts";

/** The field of an appointment form that a refused rule is about. */
export type RuleField = "rule" | "start" | "every" | "weekdays" | "until" | "count";

export interface RuleFault {
  readonly ok: false;
  readonly field: RuleField;
  readonly sentence: string;
}

const frequencies = ["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY"] as const;
export type Frequency = (typeof frequencies)[number];

/** The parts of an RRULE value (RFC 5545 3.3.10), names and values in capitals, in the order written. */
export type RuleParts = ReadonlyMap<string, string>;

/** What each part may hold. Numbers are range-checked here because rrule.js loops or guesses on bad ones. */
const partPatterns = {
  FREQ: (value) => frequencies.some((one) => one === value),
  INTERVAL: (value) => /^\d{1,6}$/.test(value) && Number(value) >= 1,
  COUNT: (value) => /^\d{1,4}$/.test(value) && Number(value) >= 1,
  UNTIL: (value) => readUntil(value) !== null,
  WKST: (value) => /^(MO|TU|WE|TH|FR|SA|SU)$/.test(value),
  BYDAY: (value) =>
    /^([+-]?([1-9]|[1-4]\d|5[0-3]))?(MO|TU|WE|TH|FR|SA|SU)(,([+-]?([1-9]|[1-4]\d|5[0-3]))?(MO|TU|WE|TH|FR|SA|SU))*$/.test(
      value,
    ),
  BYMONTH: numbersBetween(1, 12),
  BYMONTHDAY: numbersBetween(1, 31, "or from the end"),
  BYYEARDAY: numbersBetween(1, 366, "or from the end"),
  BYWEEKNO: numbersBetween(1, 53, "or from the end"),
  BYSETPOS: numbersBetween(1, 366, "or from the end"),
  BYHOUR: numbersBetween(0, 23),
  BYMINUTE: numbersBetween(0, 59),
  BYSECOND: numbersBetween(0, 59),
} satisfies Record<string, (value: string) => boolean>;

const fieldOfPart: Readonly<Record<string, RuleField>> = {
  INTERVAL: "every",
  COUNT: "count",
  UNTIL: "until",
  BYDAY: "weekdays",
};

const sentenceOfField = {
  rule: "This is not a rule for repeating that the calendar understands.",
  start: "The first appointment needs a date and a time.",
  every: "“Every” is a whole number from 1.",
  weekdays: "Choose the days of the week on which it repeats.",
  until: "The last day is not a date of the calendar.",
  count: "The number of appointments is a whole number from 1.",
} satisfies Record<RuleField, string>;

export function fault(field: RuleField, sentence: string = sentenceOfField[field]): RuleFault {
  return { ok: false, field, sentence };
}

/** Takes an RRULE value apart, with or without the `RRULE:` prefix; every part is known, in range and there once. */
export function readRuleParts(text: string): { readonly ok: true; readonly parts: RuleParts } | RuleFault {
  const parts = new Map<string, string>();
  for (const entry of text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, "")
    .split(";")) {
    const [name = "", value, ...rest] = entry.split("=");
    const isAllowed = Object.entries(partPatterns).find(([known]) => known === name)?.[1];
    if (isAllowed === undefined || value === undefined || rest.length > 0 || parts.has(name)) return fault("rule");
    if (!isAllowed(value)) return fault(fieldOfPart[name] ?? "rule");
    parts.set(name, value);
  }
  if (!parts.has("FREQ")) return fault("rule");
  if (parts.has("COUNT") && parts.has("UNTIL")) {
    return fault("rule", "A series ends on a day or after a number of appointments, not both.");
  }
  return { ok: true, parts };
}

/** `readRuleParts` for a rule that was checked when it was entered. Throws a RangeError for any other text. */
export function trustedRuleParts(text: string): RuleParts {
  const read = readRuleParts(text);
  if (!read.ok) throw new RangeError(`not a recurrence rule: ${text}`);
  return read.parts;
}

export function writeRuleParts(parts: RuleParts): string {
  return [...parts].map(([name, value]) => `${name}=${value}`).join(";");
}

/** The same rule with some parts replaced; null takes a part out. */
export function withParts(parts: RuleParts, changes: Readonly<Record<string, string | null>>): RuleParts {
  const changed = new Map(parts);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) changed.delete(name);
    else changed.set(name, value);
  }
  return changed;
}

export function frequencyOf(parts: RuleParts): Frequency {
  const frequency = frequencies.find((one) => one === parts.get("FREQ"));
  if (frequency === undefined) throw new RangeError("a recurrence rule without a frequency");
  return frequency;
}

export function intervalOf(parts: RuleParts): number {
  return Number(parts.get("INTERVAL") ?? 1);
}

/** Has the rule no other parts than frequency, interval, week start, end and these? */
export function hasOnly(parts: RuleParts, names: readonly string[]): boolean {
  const usual = ["FREQ", "INTERVAL", "WKST", "COUNT", "UNTIL"];
  return [...parts.keys()].every((name) => usual.includes(name) || names.includes(name));
}

/** The numbers of a part, or null when the rule does not have it. */
export function numbersOf(parts: RuleParts, name: string): readonly number[] | null {
  return parts.get(name)?.split(",").map(Number) ?? null;
}

/** BYDAY as numbers, Monday 0: `-1FR` is the last Friday, `nth` 0 is each. Null when the rule has none. */
export function weekdaysOf(parts: RuleParts): readonly { readonly nth: number; readonly weekday: number }[] | null {
  const named = parts.get("BYDAY")?.split(",");
  return named?.map((one) => ({ nth: Number(one.slice(0, -2)), weekday: weekdayIndex(one) })) ?? null;
}

/** Monday 0 to Sunday 6 of a BYDAY or WKST value; a number before it does not count. */
export function weekdayIndex(value: string): number {
  return weekdays.findIndex((one) => value.endsWith(one));
}

/** Where a rule ends by UNTIL: at an instant, or (as some calendars write it) at a wall time in the series' zone. Inclusive. */
export type RuleEnd =
  | { readonly kind: "instant"; readonly at: Instant }
  | { readonly kind: "wall"; readonly wall: number };

/** Reads an UNTIL value: `20270629T140000Z`, or without `Z`, or a bare date for the end of that day. Null when it is none. */
export function readUntil(value: string): RuleEnd | null {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/.exec(value);
  if (match === null) return null;
  const [, year, month, date, hour = "23", minute = "59", second = "59", utc] = match;
  try {
    const wall = wallToMillis(`${year}-${month}-${date}T${hour}:${minute}:${second}`);
    return utc === "Z" ? { kind: "instant", at: wall } : { kind: "wall", wall };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** An instant as an UNTIL value in UTC, the only form RFC 5545 allows beside a zoned start. */
export function writeUntil(at: Instant): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, "");
}

function numbersBetween(least: number, most: number, sign: "or from the end" | "" = ""): (value: string) => boolean {
  return (value) =>
    value.split(",").every((one) => {
      const size = Math.abs(Number(one));
      return /^[+-]?\d{1,3}$/.test(one) && size >= least && size <= most && (sign !== "" || !one.startsWith("-"));
    });
}
