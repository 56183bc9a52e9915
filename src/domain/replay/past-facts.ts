import { availabilityOf } from "../availability/open-spans.ts";
import { startOfWeek } from "../gate/agreed-hours.ts";
import { distinctContacts, reachOfContacts } from "../gate/contacts.ts";
import type { GateFacts } from "../gate/facts.ts";
import { ownWordsIn } from "../gate/own-words.ts";
import { factsAbout, type Moment } from "../gate/moment.ts";
import type { Verdict } from "../gate/verdict.ts";
import type { Policy } from "../policy/policy.ts";
import type { ReplyFacts } from "../replies/reply-facts.ts";
import { bookedIn } from "../scheduling/booked.ts";
import { contains, day, hour, type Instant } from "../time/instant.ts";
import { isAmong, type Past, type PastClient, type PastMessage } from "./past.ts";
import { addressesOf, hasOptedOut, historyFor, isUnclear, repliesTo, type SoFar } from "./so-far.ts";

const clientOf = (past: Past, { clientId }: PastMessage): PastClient | null =>
  clientId === null ? null : (past.clients.find(({ id }) => id === clientId) ?? null);

/** What the gate is told of a message of the past. */
export function factsOfPast(past: Past, soFar: SoFar, policy: Policy, moment: Moment, message: PastMessage): GateFacts {
  const client = clientOf(past, message);
  const blocked = isAmong(past.blocked, message.channel, message.sender);
  const ownWords = ownWordsIn(
    message.text,
    repliesTo(soFar, addressesOf(message, client)).map(({ text }) => text),
  );
  const known = { receivedAt: message.receivedAt, blocked, ownWords };
  if (client === null) return factsAbout(moment, known, null);
  const reach = reachOfContacts(policy, message.receivedAt);
  const near = soFar.arrived.filter(
    (one) => one.clientId === client.id && reach !== null && contains(reach, one.receivedAt),
  );
  const zones = availabilityOf(policy);
  const week = { start: startOfWeek(moment.now, zones), end: startOfWeek(moment.now, zones, 1) };
  const used = soFar.surfaced.filter(
    ({ message: one, at, rule }) => one.clientId === client.id && rule === "client-hours" && contains(week, at),
  );
  return factsAbout(moment, known, {
    id: client.id,
    urgent: client.urgent,
    contacts: distinctContacts(near),
    clientHoursUsed: used.length,
  });
}

/** What the reply rules are told of a message of the past. */
export function replyFactsOfPast(
  past: Past,
  soFar: SoFar,
  message: PastMessage,
  { now, verdict, gate }: { readonly now: Instant; readonly verdict: Verdict; readonly gate: GateFacts },
): ReplyFacts {
  const { channel, sender, envelope, receivedAt, seenAt, text, keyword } = message;
  const client = clientOf(past, message);
  const alike = soFar.arrived.filter(
    (one) => one.channel === channel && one.sender === sender && one.text === text && one.receivedAt >= now - hour,
  );
  return {
    now,
    verdict,
    gate,
    channel,
    sender,
    envelope,
    receivedAt,
    seenAt,
    client,
    optOut: { keyword, before: hasOptedOut(past, soFar, message), unclear: isUnclear(soFar, message) },
    alikeInHour: alike.length,
    nextSession: client === null ? null : nextSession(past, client.id, now),
    ownAddresses: past.ownAddresses,
    words: past.words,
    history: historyFor(past, soFar, addressesOf(message, client)),
  };
}

/** When the client's next session begins within a year; null where none is booked. */
function nextSession(past: Past, clientId: string, now: Instant): Instant | null {
  const booked = bookedIn(past.series, { start: now, end: now + 366 * day });
  return booked.find((one) => one.clientId === clientId && one.start >= now)?.start ?? null;
}
