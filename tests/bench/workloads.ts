import { hoursIndex } from "../../src/domain/availability/hours-index.ts";
import type { Availability } from "../../src/domain/availability/open-spans.ts";
import { freeSlotsIn } from "../../src/domain/availability/slots.ts";
import { nextStart, ruleInZone, startsBetween } from "../../src/domain/recurrence/starts.ts";
import { busyIndex } from "../../src/domain/scheduling/busy-index.ts";
import type { Series } from "../../src/domain/scheduling/series.ts";
import { day, minute } from "../../src/domain/time/instant.ts";
import type { Interval } from "../../src/domain/time/instant.ts";
import { isInside, startAfter, startsInTheWay } from "../../src/domain/time/span-index.ts";
import type { BenchSeries, Engine } from "./engines.ts";
import { ours, rivals } from "./engines.ts";

/** A thing to do over and over; what it returns is the answer, so that answers can be compared. */
export type Task = () => unknown;

/** One line of the table: what is asked, and what each engine does to answer it. */
export interface Workload {
  readonly name: string;
  readonly ours: Task;
  readonly rivals: readonly Task[];
}

const zone = "America/New_York";
const workday = [
  { start: "09:00", end: "12:00" },
  { start: "13:00", end: "18:00" },
];
const availability: Availability = {
  zone,
  travel: [],
  messageHours: { MO: workday, TU: workday, WE: workday, TH: workday, FR: workday, SA: [], SU: [] },
  closures: [],
};
const oneYear = years(2026, 2027);
const pattern = ["TU", "MO", "TH", "WE", "FR"];

/** A caseload: three in four every week, the others every second, begun over the year before. */
const caseload: readonly BenchSeries[] = Array.from({ length: 40 }, (_, place) => {
  const weekday = pattern[place % 5] ?? "MO";
  const interval = place % 4 === 3 ? ";INTERVAL=2" : "";
  const monday = Date.UTC(2025, 0, 6) + Math.floor(place / 5) * 35 * day;
  const date = new Date(monday + ["MO", "TU", "WE", "TH", "FR"].indexOf(weekday) * day).toISOString().slice(0, 10);
  const hour = String(9 + Math.floor(place / 5)).padStart(2, "0");
  return { rule: `FREQ=WEEKLY${interval};BYDAY=${weekday}`, start: `${date}T${hour}:00`, zone };
});
const [weekly] = caseload;
if (weekly === undefined) throw new Error("no caseload");
const old: BenchSeries = { rule: "FREQ=WEEKLY;BYDAY=TU", start: "2006-01-03T10:00", zone };

/** The four workloads of recurrence, for every engine. */
export const recurrenceWorkloads: readonly Workload[] = [
  forAll("1 weekly series, 1 year", (engine) => expand(engine, [weekly], oneYear)),
  forAll("40 series, 1 year", (engine) => expand(engine, caseload, oneYear)),
  forAll("40 series, 10 years", (engine) => expand(engine, caseload, years(2026, 2036))),
  forAll("next of a 20-year-old series", (engine) => {
    const prepared = engine.prepare(old);
    const after = Date.UTC(2026, 2, 5, 12);
    return () => prepared.next(after);
  }),
];

const tuesday = Date.UTC(2026, 2, 3, 10);

/** What only this engine answers, on 1, 10 and 20 years of data. */
export const questionWorkloads: readonly Workload[] = [1, 10, 20].flatMap((length) => {
  const covers = years(2026, 2026 + length);
  const hours = hoursIndex(availability, covers);
  const busy = busyIndex(caseload.map(sessions), covers);
  // Spread over all of the time but the last sixty days, in no order.
  const step = (covers.end - covers.start - 60 * day) / 1024;
  const moments = Array.from({ length: 1024 }, (_, place) => covers.start + Math.floor(((place * 389) % 1024) * step));
  let turn = 0;
  const anyMoment = () => moments[(turn += 1) & 1023] ?? 0;
  const wanted = ruleInZone("FREQ=WEEKLY;BYDAY=TU", "2026-01-06T19:30", zone);
  const request = {
    availability,
    bufferBefore: 10,
    bufferAfter: 10,
    duration: 50,
    granularity: 15,
    minNotice: 0,
    count: 1,
    horizonDays: 60,
  };
  const over = `${length} ${length === 1 ? "year" : "years"}`;
  const alone = (name: string, task: Task) => ({ name: `${name}, ${over}`, ours: task, rivals: [] });
  const begun = ruleInZone(
    "FREQ=WEEKLY;BYDAY=TU",
    new Date(tuesday - length * 364 * day).toISOString().slice(0, 16),
    zone,
  );
  return [
    alone("next of a weekly series", () => nextStart(begun, tuesday)),
    alone("open at t", () => isInside(hours, anyMoment())),
    alone("next opening after t", () => startAfter(hours, anyMoment())),
    alone("next free 50 minutes with buffers", () => freeSlotsIn(hours, busy, { ...request, from: anyMoment() })),
    alone("conflicts of a new weekly series", () =>
      startsInTheWay(busy, startsBetween(wanted, covers), 50 * minute, 20),
    ),
  ];
});

function forAll(name: string, task: (engine: Engine) => Task): Workload {
  return { name, ours: task(ours), rivals: rivals.map(task) };
}

function expand(engine: Engine, all: readonly BenchSeries[], range: Interval): Task {
  const prepared = all.map((one) => engine.prepare(one));
  return () => prepared.map((one) => one.between(range));
}

function sessions(series: BenchSeries, place: number): Series {
  return { ...series, id: String(place), clientId: null, title: "", durationMinutes: 50, overrides: [] };
}

function years(from: number, to: number): Interval {
  return { start: Date.UTC(from, 0, 1), end: Date.UTC(to, 0, 1) };
}
