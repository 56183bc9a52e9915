import type { ClientHours } from "../client-hours.ts";
import {
  type Alternation,
  type Closure,
  type HoursWindow,
  type RegionHoliday,
  type Season,
  type Trip,
  type Weekday,
  type WeeklyHours,
  weekdays,
} from "../hours.ts";
import type { Policy } from "../policy.ts";
import {
  added,
  type Compare,
  compareLists,
  type PolicyChange,
  removed,
  type SayPolicy,
  whereDifferent,
} from "./policy-change.ts";

const names: Readonly<Record<Weekday, string>> = {
  MO: "Monday",
  TU: "Tuesday",
  WE: "Wednesday",
  TH: "Thursday",
  FR: "Friday",
  SA: "Saturday",
  SU: "Sunday",
};

/** Several weekdays in short, one in full. */
function daysInWords(days: readonly Weekday[]): string {
  const [first] = days;
  if (first !== undefined && days.length === 1) return names[first];
  return days.map((day) => names[day].slice(0, 3)).join(", ");
}

const windowsInWords = (windows: readonly HoursWindow[], say: SayPolicy): string =>
  windows.length === 0
    ? "closed"
    : windows.map(({ start, end }) => `${say.time(start)} to ${say.time(end)}`).join(" and ");

/** The days of a week by what `of` makes of each. */
function grouped<Value>(of: (day: Weekday) => Value, keyOf: (value: Value) => string): [Value, Weekday[]][] {
  const groups = new Map<string, [Value, Weekday[]]>();
  for (const day of weekdays) {
    const value = of(day);
    const group = groups.get(keyOf(value)) ?? [value, []];
    group[1].push(day);
    groups.set(keyOf(value), group);
  }
  return [...groups.values()];
}

function weekInWords(hours: WeeklyHours, say: SayPolicy): string {
  const open = grouped(
    (day) => windowsInWords(hours[day], say),
    (words) => words,
  ).filter(([words]) => words !== "closed");
  return open.length === 0 ? "no hours" : open.map(([words, days]) => `${daysInWords(days)} ${words}`).join("; ");
}

function compareWeeks(
  path: string,
  subject: string,
  before: WeeklyHours,
  after: WeeklyHours,
  say: SayPolicy,
): PolicyChange[] {
  return grouped(
    (day) => ({ was: windowsInWords(before[day], say), is: windowsInWords(after[day], say) }),
    ({ was, is }) => `${was} → ${is}`,
  ).flatMap(([{ was, is }, days]) => whereDifferent(path, `${subject}, ${daysInWords(days)}`, was, is));
}

/** The ordinary week. */
export const compareMessageHours: Compare<WeeklyHours> = (before, after, say) =>
  compareWeeks("messageHours", "Message hours", before, after, say);

const letterOf = (turn: number): string => String.fromCodePoint(65 + turn);

/** Weeks that take turns with the ordinary one. */
export const compareAlternation: Compare<Alternation | null> = (before, after, say) => {
  const furtherInWords = ({ further }: Alternation) =>
    further.map((week, index) => `week ${letterOf(index + 1)} ${weekInWords(week, say)}`).join("; ");
  if (before === null) return after === null ? [] : [added("alternation", "Alternate weeks", furtherInWords(after))];
  if (after === null) return [removed("alternation", "Alternate weeks", furtherInWords(before))];
  const anchors = whereDifferent(
    "alternation.anchor",
    "Week A counts from",
    say.date(before.anchor),
    say.date(after.anchor),
  );
  const most = Math.max(before.further.length, after.further.length);
  const weeks = Array.from({ length: most }, (_, index) => {
    const path = `alternation.further.${index}`;
    const subject = `Week ${letterOf(index + 1)}`;
    const was = before.further[index];
    const is = after.further[index];
    if (was === undefined) return is === undefined ? [] : [added(path, subject, weekInWords(is, say))];
    return is === undefined
      ? [removed(path, subject, weekInWords(was, say))]
      : compareWeeks(path, subject, was, is, say);
  });
  return [...anchors, ...weeks.flat()];
};

const datesInWords = (
  one: { readonly firstDate: string; readonly lastDate: string | null },
  say: SayPolicy,
): string => {
  if (one.lastDate === null) return `from ${say.date(one.firstDate)}`;
  return one.firstDate === one.lastDate
    ? say.date(one.firstDate)
    : `${say.date(one.firstDate)} to ${say.date(one.lastDate)}`;
};

const named = (kind: string, label: string): string => (label === "" ? kind : `${kind} “${label}”`);

/** Dates with a week of their own. */
export const compareSeasons: Compare<readonly Season[]> = (before, after, say) =>
  compareLists(before, after, {
    path: "seasons",
    keyOf: ({ id }) => id,
    subject: ({ label }) => named("Season", label),
    words: (season) => `${datesInWords(season, say)}, ${weekInWords(season.hours, say)}`,
    compare: (was, is, path) => [
      ...whereDifferent(`${path}.label`, "Name of a season", was.label || "none", is.label || "none"),
      ...whereDifferent(
        `${path}.dates`,
        `${named("Season", is.label)}, dates`,
        datesInWords(was, say),
        datesInWords(is, say),
      ),
      ...compareWeeks(`${path}.hours`, named("Season", is.label), was.hours, is.hours, say),
    ],
  });

/** Dates in another zone. */
export const compareTravel: Compare<readonly Trip[]> = (before, after, say) => {
  const words = (trip: Trip) => `${datesInWords(trip, say)} in ${trip.zone.replaceAll("_", " ")}`;
  return compareLists(before, after, {
    path: "travel",
    keyOf: ({ id }) => id,
    subject: () => "Trip",
    words,
    compare: (was, is, path) => whereDifferent(path, "Trip", words(was), words(is)),
  });
};

const closureKinds: Readonly<Record<Closure["kind"], string>> = {
  "day-off": "Day off",
  holiday: "Holiday",
  vacation: "Vacation",
  "changed-hours": "Changed hours",
};

/** Days off, vacations and other dated exceptions. */
export const compareClosures: Compare<readonly Closure[]> = (before, after, say) => {
  const subject = ({ kind, label }: Closure) => named(closureKinds[kind], label);
  const words = (closure: Closure) =>
    [
      datesInWords(closure, say),
      ...(closure.kind === "changed-hours" ? [windowsInWords(closure.windows, say)] : []),
      ...(closure.cover === null ? [] : [`${closure.cover.name} covers, ${closure.cover.phone}`]),
    ].join(", ");
  return compareLists(before, after, {
    path: "closures",
    keyOf: ({ id }) => id,
    subject,
    words,
    compare: (was, is, path) => [
      ...whereDifferent(`${path}.kind`, "An exception", subject(was), subject(is)),
      ...whereDifferent(path, subject(is), words(was), words(is)),
    ],
  });
};

const holidayRule = ({ rule, windows }: RegionHoliday, say: SayPolicy): string => {
  if (rule === "as-usual") return "as usual";
  return rule === "closed" ? "closed" : windowsInWords(windows, say);
};

/** The holidays of the region, and what is done on each. */
export const compareHolidays: Compare<Policy["holidays"]> = (before, after, say) => {
  const { length: gone } = before.days.filter(({ date }) => !after.days.some((one) => one.date === date));
  const { length: fresh } = after.days.filter(({ date }) => !before.days.some((one) => one.date === date));
  const dates = (count: number) => (count === 1 ? "1 date" : `${count} dates`);
  return [
    ...whereDifferent(
      "holidays.area",
      "Holidays of",
      before.area ?? "the whole country",
      after.area ?? "the whole country",
    ),
    ...whereDifferent(
      "holidays.knownThrough",
      "Holidays known up to",
      `${before.knownThrough}`,
      `${after.knownThrough}`,
    ),
    ...(gone === 0 ? [] : [removed("holidays.days", "Holidays", dates(gone))]),
    ...(fresh === 0 ? [] : [added("holidays.days", "Holidays", dates(fresh))]),
    ...after.days.flatMap((is) => {
      const was = before.days.find(({ date }) => date === is.date);
      const path = `holidays.days.${is.date}`;
      return was === undefined
        ? []
        : [
            ...whereDifferent(`${path}.name`, `Holiday on ${say.date(is.date)}`, was.name, is.name),
            ...whereDifferent(path, `${is.name}, ${say.date(is.date)}`, holidayRule(was, say), holidayRule(is, say)),
          ];
    }),
  ];
};

/** Hours agreed with single clients. */
export const compareClientHours: Compare<readonly ClientHours[]> = (before, after, say) => {
  const subject = ({ clientId }: ClientHours) => `Hours agreed with ${say.client(clientId)}`;
  const day = (date: string | null) => (date === null ? "none" : say.date(date));
  const limit = ({ weeklyLimit }: ClientHours) => (weeklyLimit === null ? "none" : `${weeklyLimit} a week`);
  const suspended = ({ suspendedUntil }: ClientHours) =>
    suspendedUntil === null ? "no" : `until ${say.instant(suspendedUntil)}`;
  return compareLists(before, after, {
    path: "clientHours",
    keyOf: ({ clientId }) => clientId,
    subject,
    words: (agreed) => `${weekInWords(agreed.hours, say)}, ${datesInWords(agreed, say)} (${agreed.reason})`,
    compare: (was, is, path) => [
      ...whereDifferent(`${path}.reason`, `${subject(is)}, reason`, was.reason, is.reason),
      ...compareWeeks(`${path}.hours`, subject(is), was.hours, is.hours, say),
      ...whereDifferent(`${path}.firstDate`, `${subject(is)}, first day`, day(was.firstDate), day(is.firstDate)),
      ...whereDifferent(`${path}.lastDate`, `${subject(is)}, last day`, day(was.lastDate), day(is.lastDate)),
      ...whereDifferent(`${path}.reviewDate`, `${subject(is)}, review`, day(was.reviewDate), day(is.reviewDate)),
      ...whereDifferent(`${path}.weeklyLimit`, `${subject(is)}, limit`, limit(was), limit(is)),
      ...whereDifferent(`${path}.suspendedUntil`, `${subject(is)}, suspended`, suspended(was), suspended(is)),
    ],
  });
};
