import { numbered, position } from "../../domain/recurrence/describe-dates.ts";
import type { Repeats } from "../data/api.ts";
import { weekdayNames } from "../availability/hours.ts";
import { addDays, weekdayOf, weekdays, type Weekday } from "../time/dates.ts";

export type DayInMonth = Extract<Repeats, { readonly unit: "month" }>["on"];

/** How often an appointment takes place, while the form is filled in. */
export interface RepeatsDraft {
  readonly unit: "once" | Repeats["unit"];
  readonly every: number | null;
  /** Empty: the weekday of the date. */
  readonly weekdays: readonly Weekday[];
  readonly on: DayInMonth;
  readonly until: string;
  /** A rule that these fields cannot show, and what it says. */
  readonly other: { readonly rule: string; readonly words: string } | null;
}

export const once: RepeatsDraft = { unit: "once", every: 1, weekdays: [], on: "date", until: "", other: null };

export function repeatsDraftOf(repeats: Repeats | null, words: string): RepeatsDraft {
  if (repeats === null) return once;
  switch (repeats.unit) {
    case "week":
      return { ...once, ...repeats, until: repeats.until ?? "" };
    case "month":
      return { ...once, ...repeats, until: repeats.until ?? "" };
    case "year":
      return { ...once, ...repeats, until: repeats.until ?? "" };
    case "rule":
      return { ...once, unit: "rule", other: { rule: repeats.rule, words } };
    default:
      return repeats satisfies never;
  }
}

/** As the app books it; undefined while something is missing. */
export function repeatsFrom(draft: RepeatsDraft): Repeats | null | undefined {
  const { unit, every, on, other } = draft;
  if (unit === "once") return null;
  if (unit === "rule") return other === null ? null : { unit, rule: other.rule };
  if (every === null) return undefined;
  const until = draft.until === "" ? null : draft.until;
  switch (unit) {
    case "week":
      return { unit, every, weekdays: [...draft.weekdays], until };
    case "month":
      return { unit, every, on, until };
    case "year":
      return { unit, every, until };
    default:
      return unit satisfies never;
  }
}

/** The weekdays of a date's own and those chosen beside it, Monday first. */
export function weekdaysWith(draft: RepeatsDraft, date: string): readonly Weekday[] {
  const own = date === "" ? null : weekdayOf(date);
  return weekdays.filter((one) => one === own || draft.weekdays.includes(one));
}

/** The same pattern for another date: its weekday takes the place of the former one's. */
export function onDate(draft: RepeatsDraft, former: string, date: string): RepeatsDraft {
  // One occurrence that was moved by itself says nothing about the pattern.
  if (date === "" || date === former) return draft;
  const chosen = former === "" ? draft.weekdays : draft.weekdays.filter((one) => one !== weekdayOf(former));
  const others = chosen.filter((one) => one !== weekdayOf(date));
  return {
    ...draft,
    weekdays: others.length === 0 ? [] : weekdaysWith({ ...draft, weekdays: others }, date),
    on: dayInMonthChoices(date).some(({ value }) => value === draft.on) ? draft.on : "date",
  };
}

interface DayInMonthChoice {
  readonly value: DayInMonth;
  readonly label: string;
}

/** What a date can stand for in its month: the 29th, the last Tuesday ... */
export function dayInMonthChoices(date: string): readonly DayInMonthChoice[] {
  if (date === "") return [];
  const dayOfMonth = Number(date.slice(8, 10));
  const nth = Math.ceil(dayOfMonth / 7);
  const weekday = weekdayNames[weekdayOf(date)];
  const sameMonth = (days: number) => addDays(date, days).slice(0, 7) === date.slice(0, 7);
  const choices: DayInMonthChoice[] = [{ value: "date", label: `On the ${numbered(dayOfMonth)}` }];
  if (nth < 5) choices.push({ value: "weekday", label: `On the ${position(nth)} ${weekday}` });
  if (!sameMonth(7)) choices.push({ value: "last-weekday", label: `On the last ${weekday}` });
  if (!sameMonth(1)) choices.push({ value: "last-day", label: "On the last day" });
  return choices;
}
