import { nextOpening } from "../availability/opening.ts";
import { availabilityOf } from "../availability/open-spans.ts";
import type { Policy } from "../policy/policy.ts";
import type { Occurrence } from "../scheduling/series.ts";
import { contains, day, type Instant, type Interval } from "../time/instant.ts";
import type { GateFacts } from "./facts.ts";

/** What holds at one instant for every message alike. */
export interface Moment {
  readonly now: Instant;
  readonly doNotDisturb: Interval | null;
  /** Sessions within a day of now and of the next opening, each with its client. */
  readonly sessions: readonly Session[];
  /** Sessions from a day before now to a day after the next opening, however far that is. */
  readonly sessionsAhead: readonly Session[];
}

interface Session extends Interval {
  readonly clientId: string | null;
}

/**
 * The moment `now` as the gate has to know it. `booked` gives the occurrences that meet a range; `doNotDisturb` is what was
 * last switched on, also when it is over.
 */
export function momentAt(
  policy: Policy,
  booked: (range: Interval) => readonly Occurrence[],
  doNotDisturb: Interval | null,
  now: Instant,
): Moment {
  const opening = nextOpening(availabilityOf(policy), now);
  const until = Math.max(opening ?? now, now) + day;
  const sessionsAhead = booked({ start: now - day, end: until })
    .filter((occurrence) => occurrence.clientId !== null)
    .map(({ start, end, clientId }) => ({ start, end, clientId }));
  return {
    now,
    sessions: sessionsAhead.filter(({ start, end }) => start < now + day || end > until - 2 * day),
    sessionsAhead,
    doNotDisturb: doNotDisturb !== null && contains(doNotDisturb, now) ? doNotDisturb : null,
  };
}

const ofMoments = new WeakMap<object, GateFacts>();

/** What the gate is told about nobody in particular. */
export function factsOfMoment(moment: Omit<Moment, "sessionsAhead">): GateFacts {
  const facts = ofMoments.get(moment) ?? newFacts(moment);
  ofMoments.set(moment, facts);
  return facts;
}

function newFacts({ now, doNotDisturb, sessions }: Omit<Moment, "sessionsAhead">): GateFacts {
  return {
    now,
    receivedAt: null,
    clientId: null,
    urgentClient: false,
    blocked: false,
    contacts: [],
    doNotDisturb,
    sessions: sessions.map(({ start, end }) => ({ start, end })),
    ownSessions: [],
    ownWords: [],
    clientHoursUsed: 0,
  };
}

/** What is known of a message whoever wrote it. */
export interface KnownMessage {
  readonly receivedAt: Instant;
  readonly blocked: boolean;
  readonly ownWords: readonly string[];
}

/** What is known of a client who wrote, besides the moment. */
export interface KnownClient {
  readonly id: string;
  readonly urgent: boolean;
  /** When distinct messages of theirs came in around this one. */
  readonly contacts: readonly Instant[];
  /** How many of their messages agreed hours let through in the week of now. */
  readonly clientHoursUsed: number;
}

/** What the gate is told of a message: the moment, the message, and who wrote it; null for nobody's client. */
export function factsAbout(moment: Moment, message: KnownMessage, client: KnownClient | null): GateFacts {
  const { receivedAt, blocked, ownWords } = message;
  const facts: GateFacts = { ...factsOfMoment(moment), receivedAt, blocked, ownWords };
  if (client === null) return facts;
  return {
    ...facts,
    clientId: client.id,
    urgentClient: client.urgent,
    contacts: client.contacts,
    ownSessions: moment.sessionsAhead
      .filter((session) => session.clientId === client.id)
      .map(({ start, end }) => ({ start, end })),
    clientHoursUsed: client.clientHoursUsed,
  };
}
