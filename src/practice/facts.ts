import { nextOpening } from "../domain/availability/opening.ts";
import { availabilityOf } from "../domain/availability/open-spans.ts";
import { agreementWith, startOfWeek } from "../domain/gate/agreed-hours.ts";
import type { GateFacts } from "../domain/gate/facts.ts";
import type { ChannelKind, Envelope } from "../domain/message/inbound.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { automaticMail } from "../domain/replies/automatic-mail.ts";
import type { Suppression } from "../domain/replies/reply.ts";
import { bookedIn } from "../domain/scheduling/booked.ts";
import type { Occurrence } from "../domain/scheduling/series.ts";
import { contains, day, type Instant, type Interval, minute } from "../domain/time/instant.ts";
import type { StoredClient } from "../store/clients.ts";
import type { Database } from "../store/database.ts";
import { currentDoNotDisturb } from "../store/do-not-disturb.ts";
import { messagesOfClient, surfacedByRule } from "../store/messages.ts";
import { senderOf } from "../store/senders.ts";
import { allSeries } from "../store/series.ts";

/** Everything booked that meets the range, sorted by start. */
export function occurrencesIn(db: Database, range: Interval): Occurrence[] {
  return bookedIn(allSeries(db), range);
}

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

/** Who wrote a message, and when it came in. */
export interface Writer {
  readonly channel: ChannelKind;
  readonly sender: string;
  readonly client: StoredClient | null;
  readonly receivedAt: Instant;
}

/** The moment `now` as the gate has to know it. */
export function momentAt(db: Database, policy: Policy, now: Instant): Moment {
  const opening = nextOpening(availabilityOf(policy), now);
  const until = Math.max(opening ?? now, now) + day;
  const sessionsAhead = occurrencesIn(db, { start: now - day, end: until })
    .filter((occurrence) => occurrence.clientId !== null)
    .map(({ start, end, clientId }) => ({ start, end, clientId }));
  const doNotDisturb = currentDoNotDisturb(db);
  return {
    now,
    sessions: sessionsAhead.filter(({ start, end }) => start < now + day || end > until - 2 * day),
    sessionsAhead,
    doNotDisturb: doNotDisturb !== null && contains(doNotDisturb, now) ? doNotDisturb : null,
  };
}

/** What the gate is told about nobody in particular. */
export function factsOfMoment({ now, doNotDisturb, sessions }: Moment): GateFacts {
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
    clientHoursUsed: 0,
  };
}

/** What the gate is told besides message and policy: gathered here, decided elsewhere. */
export function gatherFacts(db: Database, policy: Policy, moment: Moment, writer: Writer): GateFacts {
  const { channel, sender, client, receivedAt } = writer;
  const blocked = senderOf(db, channel, sender)?.blockedAt ?? null;
  const facts: GateFacts = { ...factsOfMoment(moment), receivedAt, blocked: blocked !== null };
  if (client === null) return facts;
  return {
    ...facts,
    clientId: client.id,
    urgentClient: client.urgent,
    contacts: contactsAround(db, policy, client.id, receivedAt),
    ownSessions: moment.sessionsAhead
      .filter((session) => session.clientId === client.id)
      .map(({ start, end }) => ({ start, end })),
    clientHoursUsed: clientHoursUsed(db, policy, client.id, moment.now),
  };
}

/**
 * When distinct messages of a client came in around `receivedAt`, as far as repeated contact looks. The same words twice
 * are a gateway's repetition, and what a program sent was no contact (FIELD 0.10).
 */
function contactsAround(db: Database, policy: Policy, clientId: string, receivedAt: Instant): Instant[] {
  const { on, minutes } = policy.gate.repeatedContact;
  if (!on) return [];
  const reach = minutes * minute;
  const distinct = new Map<string, Instant>();
  for (const message of messagesOfClient(db, clientId, { start: receivedAt - reach, end: receivedAt + reach + 1 })) {
    if (message.channel === "email" && wasSentAutomatically(message.envelope, message.sender)) continue;
    const words = JSON.stringify([message.subject, message.text]);
    if (!distinct.has(words)) distinct.set(words, message.receivedAt);
  }
  return [...distinct.values()];
}

const ofPrograms: readonly Suppression[] = [
  "automatic-mail",
  "null-sender",
  "bulk-mail",
  "machine-sender",
  "delivery-report",
];

const wasSentAutomatically = (envelope: Envelope, sender: string): boolean => {
  const why = automaticMail(envelope, sender, envelope.recipients);
  return why !== null && ofPrograms.includes(why);
};

/** How many messages of a client their agreed hours let through in the week of `now`; 0 where there is no limit. */
function clientHoursUsed(db: Database, policy: Policy, clientId: string, now: Instant): number {
  const agreed = agreementWith(policy, clientId);
  if (agreed?.weeklyLimit === undefined || agreed.weeklyLimit === null) return 0;
  const zones = availabilityOf(policy);
  return surfacedByRule(db, clientId, "client-hours", {
    start: startOfWeek(now, zones),
    end: startOfWeek(now, zones, 1),
  });
}
