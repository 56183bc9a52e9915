import type { RuleName } from "../gate/verdict.ts";
import type { ReplyDecision } from "../replies/reply.ts";
import type { ReplyHistory } from "../replies/reply-facts.ts";
import type { Instant } from "../time/instant.ts";
import { isAmong, type Past, type PastClient, type PastMessage, type PastReply, type PastSettlement } from "./past.ts";

/** A message that came out, when, and by which rule. */
interface Surfaced {
  readonly message: PastMessage;
  readonly at: Instant;
  readonly rule: RuleName;
}

/** What has happened in a replay by now. */
export interface SoFar {
  readonly clients: ReadonlyMap<string, PastClient>;
  /** Everything that came in, by who wrote it. */
  readonly arrived: Map<string, PastMessage[]>;
  /** What came out, by who wrote it. */
  readonly surfaced: Map<string, Surfaced[]>;
  /** What was answered, in that order; by whom it was meant for; and the keys of all of it. */
  readonly replies: PastReply[];
  readonly repliesTo: Map<string, PastReply[]>;
  readonly told: Set<string>;
  /** Clients and senders who get no automatic replies. */
  readonly optedOut: Set<string>;
}

/** Where a replay begins. */
export function beginningOf(past: Past): SoFar {
  const soFar: SoFar = {
    clients: new Map(past.clients.map((client) => [client.id, client])),
    arrived: new Map(),
    surfaced: new Map(),
    replies: [],
    repliesTo: new Map(),
    told: new Set(),
    optedOut: new Set(past.clients.filter(({ optedOut }) => optedOut).map(({ id }) => id)),
  };
  for (const reply of past.replies) keepReply(soFar, reply);
  return soFar;
}

function keepReply(soFar: SoFar, reply: PastReply): void {
  soFar.replies.push(reply);
  noteIn(soFar.repliesTo, reply.recipient, reply);
  soFar.told.add(reply.key);
}

/** The client, or the address of a sender who is none. */
const personOf = ({ clientId, channel, sender }: PastSettlement["writer"]): string =>
  clientId ?? `${channel}:${sender}`;

/** The client who wrote; null for a sender who is none. */
export const clientOf = (soFar: SoFar, { clientId }: PastMessage): PastClient | null =>
  clientId === null ? null : (soFar.clients.get(clientId) ?? null);

/** What the same person has written so far, this message included. */
export const arrivedFrom = (soFar: SoFar, message: PastMessage): readonly PastMessage[] =>
  soFar.arrived.get(personOf(message)) ?? [];

/** What has surfaced so far of what the same person wrote. */
export const surfacedFrom = (soFar: SoFar, message: PastMessage): readonly Surfaced[] =>
  soFar.surfaced.get(personOf(message)) ?? [];

/** Does the writer of this message get no automatic replies? */
export function hasOptedOut(past: Past, soFar: SoFar, message: PastMessage, now: Instant): boolean {
  if (soFar.optedOut.has(personOf(message))) return true;
  return message.clientId === null && isAmong(past.optedOut, message, now);
}

/** May the writer have meant to opt out, and nobody has said by `now` how it was meant? */
export function isUnclear(soFar: SoFar, message: PastMessage, now: Instant): boolean {
  return arrivedFrom(soFar, message).some(
    ({ keyword, settledAt }) => keyword === "unclear" && (settledAt === null || settledAt > now),
  );
}

/** Notes that a message has come in. */
export function noteArrival(soFar: SoFar, message: PastMessage): void {
  noteIn(soFar.arrived, personOf(message), message);
}

/** Notes that a message has surfaced. */
export function noteSurfaced(soFar: SoFar, message: PastMessage, at: Instant, rule: RuleName): void {
  noteIn(soFar.surfaced, personOf(message), { message, at, rule });
}

function noteIn<Value>(all: Map<string, Value[]>, name: string, value: Value): void {
  const known = all.get(name);
  if (known === undefined) all.set(name, [value]);
  else known.push(value);
}

/** Notes what was answered, and that STOP and START hold from here on. */
export function noteReply(soFar: SoFar, message: PastMessage, at: Instant, reply: ReplyDecision): void {
  if (reply.kind === "send")
    keepReply(soFar, { key: reply.key, recipient: reply.to, text: reply.text, kind: reply.reply, at });
  if (message.keyword === "opt-out" || message.keyword === "opt-in") obey(soFar, message, message.keyword);
}

/** Notes how the therapist said that an unclear message was meant. */
export const noteSettlement = (soFar: SoFar, { writer, meaning }: PastSettlement): void => obey(soFar, writer, meaning);

function obey(soFar: SoFar, writer: PastSettlement["writer"], meaning: PastSettlement["meaning"]): void {
  if (meaning === "opt-out") soFar.optedOut.add(personOf(writer));
  else soFar.optedOut.delete(personOf(writer));
}

/** What was answered so far, as the reply rules ask for it; `addresses` are all those of one sender. */
export function historyFor(past: Past, soFar: SoFar, addresses: readonly string[]): ReplyHistory {
  const toSender = () => repliesTo(soFar, addresses);
  const since = (replies: readonly PastReply[], instant: Instant) => {
    // From the end, where the time asked about lies: a long past has thousands before it.
    let count = 0;
    while ((replies.at(-1 - count)?.at ?? Number.NEGATIVE_INFINITY) >= instant) count += 1;
    return count;
  };
  return {
    told: (key) => soFar.told.has(key),
    lastAt: (kind) => toSender().findLast((reply) => reply.kind === kind)?.at ?? null,
    lastByHandAt: (recipients, now) => {
      const before = past.byHand.filter(({ recipient, at }) => at <= now && recipients.includes(recipient));
      return before.length === 0 ? null : Math.max(...before.map(({ at }) => at));
    },
    toSenderSince: (instant) => since(toSender(), instant),
    toAllSince: (instant) => since(soFar.replies, instant),
  };
}

/** What was sent to any of these addresses so far, the last one last. */
export const repliesTo = (soFar: SoFar, addresses: readonly string[]): PastReply[] =>
  [...new Set(addresses)].flatMap((address) => soFar.repliesTo.get(address) ?? []).toSorted((a, b) => a.at - b.at);

/** Where replies to the writer of this message may have gone, as the outbox is asked for them. */
export function addressesOf({ channel, envelope, sender }: PastMessage, client: PastClient | null): readonly string[] {
  const answered = channel === "email" ? (envelope?.returnPath ?? sender) : sender;
  // A client who writes in another way is still the same client (promise 4).
  return [answered, sender, ...(client?.addresses ?? [])];
}
