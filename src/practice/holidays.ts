import Holidays from "date-holidays";
import { z } from "zod";
import { availabilityOf } from "../domain/availability/open-spans.ts";
import type { RegionHoliday } from "../domain/policy/hours.ts";
import type { Language, Policy, Region } from "../domain/policy/policy.ts";
import { day, type Instant } from "../domain/time/instant.ts";
import { dateAt } from "../domain/time/practice-zone.ts";

/*
 * The one file that knows `date-holidays`. It works offline from the data it ships with; what it says becomes part of the
 * policy, so a later edition of the package changes no verdict of the past.
 */

/** Years beyond the present one that a policy knows. Two, because an opening is looked for 400 days ahead. */
const yearsAhead = 2;

/** A part of a region with holidays of its own. */
export interface HolidayArea {
  /** ISO 3166-2 suffix, such as `NY`. */
  readonly area: string;
  readonly name: string;
}

/** The parts of a region to choose from, by name; none where the whole region has the same holidays. */
export function areasOf(region: Region): HolidayArea[] {
  // For a region without parts it answers with nothing at all, whatever its types say.
  const states = z.record(z.string(), z.string()).default({});
  return Object.entries(states.parse(new Holidays().getStates(region, `en-${region}`)))
    .map(([area, name]) => ({ area, name }))
    .toSorted((one, other) => one.name.localeCompare(other.name, "en"));
}

/**
 * The public holidays of a region, or of an area of it, in one year, ascending. Only whole days (FIELD T10), in the dates
 * of the place itself; two on one date are one with both names.
 */
export function publicHolidays(
  region: Region,
  area: string | null,
  year: number,
): Pick<RegionHoliday, "date" | "name">[] {
  return [...namesByDate(region, area, year, `en-${region}`)]
    .map(([date, names]) => ({ date, name: names.join(", ") }))
    .toSorted((one, other) => (one.date < other.date ? -1 : 1));
}

function namesByDate(region: Region, area: string | null, year: number, language: string): Map<string, string[]> {
  const types = { types: ["public" as const] };
  const source = area === null ? new Holidays(region, types) : new Holidays(region, area, types);
  const found = new Map<string, string[]>();
  for (const { date: stamp, start, end, name, type } of source.getHolidays(year, language)) {
    const isWholeDay = stamp.slice(11, 19) === "00:00:00";
    if (type !== "public" || !isWholeDay) continue;
    const days = Math.max(Math.round((end.getTime() - start.getTime()) / day), 1);
    for (let ahead = 0; ahead < days; ahead += 1) {
      const date = new Date(Date.parse(`${stamp.slice(0, 10)}T00:00Z`) + ahead * day).toISOString().slice(0, 10);
      const names = found.get(date) ?? [];
      if (!names.includes(name)) found.set(date, [...names, name]);
    }
  }
  return found;
}

const englishSpeaking: readonly Region[] = ["US", "CA", "GB", "IE", "AU", "NZ"];

/** Names that the package has wrong in Spanish, or that nobody uses: its word for Ascension is that for the Assumption. */
const spanish: Readonly<Record<string, string>> = {
  "Descubrimiento de América": "Día de Colón",
  "Día del Veterano": "Día de los Veteranos",
  "La Asunción": "Ascensión",
  "La inmaculada concepción": "Inmaculada Concepción",
  "Natalicio de Martin Luther King, Jr.": "Día de Martin Luther King Jr.",
  "Recordación de los Muertos de la Guerra": "Día de los Caídos",
  "Sabado Santo": "Sábado Santo",
};

type Names = ReadonlyMap<string, readonly string[]>;
const named = new WeakMap<Policy, Map<Language, Names>>();

/** What the holidays that a policy knows are called in a language, by date. What nobody has translated keeps its own name. */
export function holidayNames(policy: Policy, language: Language): Names {
  const ofPolicy = named.get(policy) ?? new Map<Language, Names>();
  named.set(policy, ofPolicy);
  const names = ofPolicy.get(language) ?? lookUpNames(policy, language);
  ofPolicy.set(language, names);
  return names;
}

function lookUpNames({ practice: { region }, holidays }: Policy, language: Language): Names {
  const years = new Set(holidays.days.map(({ date }) => Number(date.slice(0, 4))));
  const asked = language === "en" && englishSpeaking.includes(region) ? `en-${region}` : language;
  const found = [...years].flatMap((year) => [...namesByDate(region, holidays.area, year, asked)]);
  if (language === "en") return new Map(found);
  // A day in lieu is named after its holiday: "Navidad (día sustituto)".
  const right = (name: string) => name.replace(/^.*?(?= \(|$)/, (holiday) => spanish[holiday] ?? holiday);
  return new Map(found.map(([date, names]) => [date, names.map(right)]));
}

/**
 * Does the policy know the holidays of other years than it should at `now`? Of later ones, too: then the clock was ahead
 * and has been put right. Cheap enough to be asked at every look.
 */
export function holidaysAreOld(policy: Policy, now: Instant): boolean {
  return policy.holidays.knownThrough !== lastYear(policy, now);
}

/**
 * The policy with the holidays of all years it should know. What it knows stays, with its rules; a date that is new takes
 * the rule its holiday had before, and a holiday seen for the first time closes.
 */
export function withHolidays(policy: Policy, now: Instant): Policy {
  if (!holidaysAreOld(policy, now)) return policy;
  const { area, days } = policy.holidays;
  return { ...policy, holidays: lookUp(policy, area, { kept: days, former: days, since: "" }, now) };
}

/** The policy with the holidays of its region's `area`: those to come are looked up anew, with rules kept by name. */
export function withArea(policy: Policy, area: string | null, now: Instant): Policy {
  const today = dateAt(availabilityOf(policy), now);
  const former = policy.holidays.days;
  const kept = former.filter((one) => one.date < today);
  return { ...policy, holidays: lookUp(policy, area, { kept, former, since: today }, now) };
}

interface Known {
  readonly kept: readonly RegionHoliday[];
  /** Where rules are taken over from, by name. */
  readonly former: readonly RegionHoliday[];
  /** New dates are taken up from this one on. */
  readonly since: string;
}

function lookUp(policy: Policy, area: string | null, { kept, former, since }: Known, now: Instant): Policy["holidays"] {
  const knownThrough = lastYear(policy, now);
  const firstYear = knownThrough - yearsAhead;
  const dates = new Set(kept.map((one) => one.date));
  const found = Array.from({ length: yearsAhead + 1 }, (_, index) => firstYear + index)
    .flatMap((year) => publicHolidays(policy.practice.region, area, year))
    .filter((one) => one.date >= since && !dates.has(one.date))
    .map((one) => ({ ...one, ...ruleBefore(one, former) }));
  // A closed period may have begun in the year before; older dates decide nothing any more.
  const days = [...kept.filter((one) => one.date >= `${firstYear - 1}`), ...found];
  return { area, knownThrough, days: days.toSorted((one, other) => (one.date < other.date ? -1 : 1)) };
}

function ruleBefore(
  { date, name }: Pick<RegionHoliday, "date" | "name">,
  former: readonly RegionHoliday[],
): Pick<RegionHoliday, "rule" | "windows"> {
  const same = former.filter((one) => one.name === name);
  const { rule, windows } = same.find((one) => one.date === date) ??
    same.findLast((one) => one.date < date) ??
    same[0] ?? { rule: "closed" as const, windows: [] };
  return { rule, windows };
}

function lastYear(policy: Policy, now: Instant): number {
  return Number(dateAt(availabilityOf(policy), now).slice(0, 4)) + yearsAhead;
}
