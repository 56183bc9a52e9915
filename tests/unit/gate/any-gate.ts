import fc from "fast-check";
import type { GateFacts, GateMessage } from "../../../src/domain/gate/facts.ts";
import { weekdays } from "../../../src/domain/policy/hours.ts";
import type { Closure, WeeklyHours } from "../../../src/domain/policy/hours.ts";
import { type Policy, policySchema } from "../../../src/domain/policy/policy.ts";
import { dateOfDay, dayOfDate } from "../../../src/domain/time/wall.ts";
import { defaultLogisticsPhrases, defaultSafetyPhrases } from "../../../src/practice/words.ts";

/*
 * Any policy and any facts, all of them in the four weeks from 20 October 2026 on, in which the clocks of New York and Lord
 * Howe change.
 */

const base = Date.parse("2026-10-20T00:00:00Z");
const firstDay = dayOfDate("2026-10-15");

const timeOfDay = fc
  .integer({ min: 0, max: 95 })
  .map(
    (quarter) => `${String(Math.floor(quarter / 4)).padStart(2, "0")}:${String((quarter % 4) * 15).padStart(2, "0")}`,
  );
const window = fc.record({ start: timeOfDay, end: timeOfDay }).filter(({ start, end }) => start !== end);
const windows = fc.array(window, { maxLength: 3 });
const weeklyHours: fc.Arbitrary<WeeklyHours> = fc
  .tuple(...weekdays.map(() => windows))
  .map(([MO = [], TU = [], WE = [], TH = [], FR = [], SA = [], SU = []]) => ({ MO, TU, WE, TH, FR, SA, SU }));

const span = fc
  .record({ from: fc.integer({ min: 0, max: 35 }), days: fc.integer({ min: 0, max: 12 }) })
  .map(({ from, days }) => ({ firstDate: dateOfDay(firstDay + from), lastDate: dateOfDay(firstDay + from + days) }));
const closure: fc.Arbitrary<Closure> = fc
  .record({
    id: fc.uuid(),
    kind: fc.constantFrom("day-off", "holiday", "vacation", "changed-hours"),
    dates: span,
    windows,
  })
  .map(({ dates, kind, ...rest }) => ({
    ...rest,
    ...dates,
    kind,
    label: "",
    windows: kind === "changed-hours" ? rest.windows : [],
    cover: null,
  }));

const clientHours = fc
  .record({
    clientId: fc.constantFrom("maya", "jo"),
    reason: fc.constant("Phone coaching"),
    hours: weeklyHours.filter((hours) => weekdays.some((day) => hours[day].length > 0)),
    dates: span,
    hasEnd: fc.boolean(),
    weeklyLimit: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
    suspendedUntil: fc.option(
      fc.integer({ min: 0, max: 30_000 }).map((minutes) => base + minutes * 60_000),
      { nil: null },
    ),
  })
  .map(({ dates, hasEnd, ...rest }) => ({
    ...rest,
    firstDate: dates.firstDate,
    lastDate: hasEnd ? dates.lastDate : null,
    reviewDate: null,
  }));

const phrases = fc.subarray([...defaultSafetyPhrases], { maxLength: 12 });

export const anyPolicy: fc.Arbitrary<Policy> = fc
  .record({
    zone: fc.constantFrom("America/New_York", "Australia/Lord_Howe", "Africa/Cairo", "Asia/Kolkata"),
    messageHours: fc.oneof({ weight: 5, arbitrary: weeklyHours }, { weight: 1, arbitrary: fc.constant(noHours()) }),
    closures: fc.array(closure, { maxLength: 3 }),
    clientHours: fc.uniqueArray(clientHours, { maxLength: 2, selector: ({ clientId }) => clientId }),
    holiday: fc.option(span, { nil: null }),
    gate: fc.record({
      safetyPhrases: phrases,
      repeatedContact: fc.record({
        on: fc.boolean(),
        messages: fc.integer({ min: 2, max: 4 }),
        minutes: fc.constantFrom(1, 15, 120),
      }),
      nearSession: fc.record({
        on: fc.boolean(),
        hours: fc.integer({ min: 1, max: 24 }),
        phrases: fc.constantFrom([], [...defaultLogisticsPhrases]),
      }),
      bufferBefore: fc.constantFrom(0, 10, 60),
      bufferAfter: fc.constantFrom(0, 5, 60),
      batch: fc.record({ on: fc.boolean(), minutes: fc.constantFrom(15, 30, 60, 120) }),
    }),
  })
  .map(({ zone, holiday, ...rest }) =>
    policySchema.parse({
      ...rest,
      practice: { name: "Dr. Kim", zone, locale: "en-US", region: "US" },
      holidays: {
        area: null,
        knownThrough: 2027,
        days: holiday === null ? [] : [{ date: holiday.firstDate, name: "Holiday", rule: "closed", windows: [] }],
      },
      replies: {
        toClients: true,
        toUnknownSenders: false,
        staleAfter: 60,
        mostPerSenderPerHour: 3,
        mostPerDay: 200,
        unknownSenderDays: 7,
      },
    }),
  );

function noHours(): WeeklyHours {
  return { MO: [], TU: [], WE: [], TH: [], FR: [], SA: [], SU: [] };
}

const instant = fc.integer({ min: 0, max: 40_000 }).map((minutes) => base + minutes * 60_000);

/** Facts as they are gathered: sessions around now, and what came in of late. */
export const anyFacts: fc.Arbitrary<GateFacts> = instant.chain((now) => {
  const around = (before: number, after: number) =>
    fc.integer({ min: -before, max: after }).map((minutes) => now + minutes * 60_000);
  const interval = fc
    .record({ start: around(300, 2000), minutes: fc.integer({ min: 1, max: 600 }) })
    .map(({ start, minutes }) => ({ start, end: start + minutes * 60_000 }));
  return fc.record({
    now: fc.constant(now),
    receivedAt: fc.oneof(fc.constant(now), around(3000, 5)),
    clientId: fc.constantFrom(null, "maya", "jo"),
    urgentClient: fc.boolean(),
    blocked: fc.boolean(),
    contacts: fc.array(around(30, 0), { maxLength: 5 }),
    doNotDisturb: fc.option(interval, { nil: null }),
    sessions: fc.array(interval, { maxLength: 4 }),
    ownSessions: fc.array(interval, { maxLength: 2 }),
    ownWords: fc.constant([]),
    clientHoursUsed: fc.integer({ min: 0, max: 4 }),
  });
});

/** Facts in which nothing lets a message through at once, so that most of them end in a hold. */
export const quietFacts: fc.Arbitrary<GateFacts> = anyFacts.map((facts) => ({
  ...facts,
  urgentClient: false,
  blocked: false,
  contacts: [],
}));

/** Words that say nothing, with or without something about being late. */
export const anyMessage: fc.Arbitrary<GateMessage> = fc.record({
  subject: fc.constantFrom("", "Next week", "Running late"),
  text: fc.constantFrom("", "Could we move it?", "I am running late", "See you"),
  unreadable: fc.option(fc.constant("It could not be read in full."), { nil: null, freq: 8 }),
});
