import ICAL from "ical.js";
import { RRuleSet, DateTime } from "rrule-rust";
import { RRuleTemporal } from "rrule-temporal";
import { nextStart, ruleInZone, startsBetween } from "../../src/domain/recurrence/starts.ts";
import { RRule } from "../../src/domain/recurrence/rrule-package.ts";
import { Temporal } from "../../src/domain/time/temporal.ts";
import type { Instant, Interval } from "../../src/domain/time/instant.ts";
import { day } from "../../src/domain/time/instant.ts";
import { wallToMillis } from "../../src/domain/time/wall.ts";
import { instantToWallMillis, wallMillisToInstant } from "../../src/domain/time/zone.ts";

/** A series without end, as every engine here can take it. */
export interface BenchSeries {
  readonly rule: string;
  readonly start: string;
  readonly zone: string;
}

/** One series in the hands of one engine: read beforehand, caches off, each answer made anew, as instants. */
export interface PreparedSeries {
  between(range: Interval): Instant[];
  next(after: Instant): Instant | null;
}

export interface Engine {
  readonly name: string;
  prepare(series: BenchSeries): PreparedSeries;
}

export const ours: Engine = {
  name: "this engine",
  prepare(series) {
    const planned = ruleInZone(series.rule, series.start, series.zone);
    return {
      between: (range) => startsBetween(planned, range),
      next: (after) => nextStart(planned, after),
    };
  },
};

const rruleRust: Engine = {
  name: "rrule-rust",
  prepare(series) {
    const set = RRuleSet.fromString<DateTime<{ hour: number; minute: number; second: number; utc: boolean }>>(
      calendarText(series),
    );
    set.cache.disable();
    const between = (range: Interval) =>
      set.between(utcOfRust(range.start), utcOfRust(range.end - 1), true).map((one) => one.toDate().getTime());
    return { between, next: (after) => between({ start: after + 1, end: after + 15 * day })[0] ?? null };
  },
};

const rruleTemporal: Engine = {
  name: "rrule-temporal",
  prepare(series) {
    const rule = new RRuleTemporal({ rruleString: calendarText(series), cache: false });
    return {
      between: ({ start, end }) =>
        rule.between(new Date(start), new Date(end - 1), true).map((one) => one.epochMilliseconds),
      next: (after) => rule.next(new Date(after))?.epochMilliseconds ?? null,
    };
  },
};

const rruleWithTemporal: Engine = {
  name: "rrule + Temporal",
  prepare(series) {
    const rule = floating(series);
    const instant = (wall: Date) =>
      Temporal.PlainDateTime.from(wall.toISOString().slice(0, 19)).toZonedDateTime(series.zone).epochMilliseconds;
    return {
      between({ start, end }) {
        const walls = rule.between(new Date(start - 2 * day), new Date(end + 2 * day), true);
        return walls.map(instant).filter((at) => start <= at && at < end);
      },
      next(after) {
        const wall = rule.after(new Date(instantToWallMillis(after, series.zone)), false);
        return wall === null ? null : instant(wall);
      },
    };
  },
};

const rruleWithTzid: Engine = {
  name: "rrule tzid",
  prepare(series) {
    const start = new Date(wallToMillis(series.start));
    const rule = new RRule({ ...RRule.parseString(series.rule), dtstart: start, tzid: series.zone }, true);
    return {
      between({ start: from, end }) {
        const found = rule.between(new Date(from - 2 * day), new Date(end + 2 * day), true);
        return found.map((one) => one.getTime()).filter((at) => from <= at && at < end);
      },
      next: (after) => rule.after(new Date(after), false)?.getTime() ?? null,
    };
  },
};

const icalJs: Engine = {
  name: "ical.js",
  prepare(series) {
    const rule = ICAL.Recur.fromString(series.rule);
    const start = ICAL.Time.fromJSDate(new Date(wallToMillis(series.start)), true);
    const from = (first: Instant, enough: (found: Instant[], at: Instant) => boolean) => {
      const found: Instant[] = [];
      const dates = rule.iterator(start);
      for (;;) {
        // Its times have no zone: what it counts is the wall clock, put on our table.
        const at = wallMillisToInstant(dates.next().toUnixTime() * 1000, series.zone);
        if (enough(found, at)) return found;
        if (at >= first) found.push(at);
      }
    };
    return {
      between: (range) => from(range.start, (_, at) => at >= range.end),
      next: (after) => from(after + 1, (found) => found.length > 0)[0] ?? null,
    };
  },
};

/** The one that loses least first. */
export const rivals: readonly Engine[] = [rruleRust, rruleTemporal, rruleWithTemporal, icalJs, rruleWithTzid];

function floating(series: BenchSeries) {
  return new RRule({ ...RRule.parseString(series.rule), dtstart: new Date(wallToMillis(series.start)) }, true);
}

function calendarText(series: BenchSeries): string {
  return `DTSTART;TZID=${series.zone}:${series.start.replaceAll(/[-:]/g, "")}00\nRRULE:${series.rule}`;
}

function utcOfRust(at: Instant) {
  const date = new Date(at);
  return DateTime.utc(
    date.getUTCFullYear(),
    date.getUTCMonth() + 1,
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
  );
}
