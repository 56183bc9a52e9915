import { createContext, useContext, useMemo, type ReactNode } from "react";
import { instantOfWall, wallAt as wallIn, zoneAt, type PracticeZones } from "../../domain/time/practice-zone.ts";
import { zoneInWords } from "../../domain/time/say.ts";
import type { LightView } from "../data/api.ts";
import { addDays, dateOf } from "./dates.ts";

/** Time as the practice's own clock shows it, in the zone in force then, whatever the computer is set to. */
export interface PracticeTime {
  readonly locale: string;
  /** The app's clock, in epoch milliseconds. */
  readonly now: () => number;
  /** "14:50" */
  readonly time: (instant: number) => string;
  /** "Today 14:50", "Tomorrow 9:00", "Mon 30 Nov 9:00"; with the zone where it is another one by then */
  readonly moment: (instant: number) => string;
  /** The same inside a sentence: "today 14:50" */
  readonly momentWithin: (instant: number) => string;
  /** "Monday 30 November", with the year when it is another one */
  readonly date: (date: string) => string;
  /** "Mon 30 Nov" */
  readonly shortDate: (date: string) => string;
  /** "9", "9 AM": an hour for the edge of a grid; with minutes when it has any */
  readonly hour: (time: string) => string;
  /** A time of day "17:00" in the locale's way; `24:00` reads as midnight. */
  readonly wallTime: (time: string) => string;
  readonly wallNow: () => string;
  readonly today: () => string;
  /** Null for a wall time that no calendar has, such as one with a year of five digits while it is typed. */
  readonly instantOf: (wall: string) => number | null;
  readonly wallAt: (instant: number) => string;
}

const PracticeTimeContext = createContext<PracticeTime | null>(null);

function knownLocale(locale: string): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale)[0] ?? "en";
  } catch {
    // Not a language tag at all.
    return "en";
  }
}

function practiceTime(zones: PracticeZones, wanted: string, ahead: number): PracticeTime {
  const locale = knownLocale(wanted);
  const clock = new Intl.DateTimeFormat(locale, { timeZone: "UTC", hour: "numeric", minute: "2-digit" });
  const hour = new Intl.DateTimeFormat(locale, { timeZone: "UTC", hour: "numeric" });
  const short = new Intl.DateTimeFormat(locale, { timeZone: "UTC", weekday: "short", day: "numeric", month: "short" });
  const long = new Intl.DateTimeFormat(locale, { timeZone: "UTC", weekday: "long", day: "numeric", month: "long" });
  const longWithYear = new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
  });

  const now = () => Date.now() + ahead;
  // The core's own zone data, not the browser's, which may be older: the screens and the gate agree on every hour.
  const wallAt = (instant: number) => wallIn(zones, instant);
  const time = (instant: number) => clock.format(Date.parse(`${wallAt(instant)}Z`));
  const wallNow = () => wallAt(now());
  const today = () => dateOf(wallNow());
  const utc = (date: string) => Date.parse(`${date}T00:00Z`);
  const dayWord = (date: string) => {
    if (date === today()) return "Today";
    if (date === addDays(today(), 1)) return "Tomorrow";
    if (date === addDays(today(), -1)) return "Yesterday";
    return short.format(utc(date));
  };
  const elsewhere = (instant: number) => {
    const zone = zoneAt(zones, instant);
    return zone === zoneAt(zones, now()) ? "" : ` (${zoneInWords(zone)})`;
  };
  const moment = (instant: number) => `${dayWord(dateOf(wallAt(instant)))} ${time(instant)}${elsewhere(instant)}`;

  return {
    locale,
    now,
    wallNow,
    today,
    time,
    moment,
    momentWithin: (instant) => moment(instant).replace(/^(Today|Tomorrow|Yesterday)/, (word) => word.toLowerCase()),
    hour: (of) => (of.endsWith(":00") ? hour : clock).format(Date.parse(`2000-01-01T${of}Z`)),
    date: (date) => (date.slice(0, 4) === today().slice(0, 4) ? long : longWithYear).format(utc(date)),
    shortDate: (date) => short.format(utc(date)),
    wallTime: (of) => clock.format(Date.parse(`2000-01-01T${of === "24:00" ? "00:00" : of}Z`)),
    instantOf: (wall) => instantOrNull(wall, zones),
    wallAt,
  };
}

function instantOrNull(wall: string, zones: PracticeZones): number | null {
  try {
    return instantOfWall(zones, wall);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

interface PracticeTimeProviderProps {
  readonly light: LightView;
  /** When the light was heard, by the computer's clock; the app's clock may be another one. */
  readonly heardAt: number;
  readonly children: ReactNode;
}

export function PracticeTimeProvider({ light, heardAt, children }: PracticeTimeProviderProps) {
  const value = useMemo(
    () => practiceTime({ zone: light.zone, travel: light.travel }, light.locale, light.now - heardAt),
    [light.zone, light.travel, light.locale, light.now, heardAt],
  );
  return <PracticeTimeContext value={value}>{children}</PracticeTimeContext>;
}

/** The practice's clock; only inside an open practice. */
export function usePracticeTime(): PracticeTime {
  const value = useContext(PracticeTimeContext);
  if (value === null) throw new Error("usePracticeTime needs an open practice around it.");
  return value;
}
