import type { RuleName } from "../gate/verdict.ts";
import type { ReplyDecision } from "../replies/reply.ts";
import type { ReplyHistory } from "../replies/reply-facts.ts";
import type { Instant } from "../time/instant.ts";
import { isAmong, type Past, type PastClient, type PastMessage, type PastReply } from "./past.ts";

/** What has happened in a replay by now. */
export interface SoFar {
  readonly arrived: PastMessage[];
  readonly surfaced: { readonly message: PastMessage; readonly at: Instant; readonly rule: RuleName }[];
  readonly replies: PastReply[];
  /** Clients and senders who get no automatic replies. */
  readonly optedOut: Set<string>;
  /** Those who may have meant to opt out, which nobody has settled. */
  readonly unclear: Set<string>;
}

/** Where a replay begins. */
export function beginningOf(past: Past): SoFar {
  return {
    arrived: [],
    surfaced: [],
    replies: [...past.replies],
    optedOut: new Set(past.clients.filter(({ optedOut }) => optedOut).map(({ id }) => id)),
    unclear: new Set(),
  };
}

/** The client, or the address of a sender who is none. */
const personOf = ({ clientId, channel, sender }: PastMessage): string => clientId ?? `${channel}:${sender}`;

/** Does the writer of this message get no automatic replies? */
export function hasOptedOut(past: Past, soFar: SoFar, message: PastMessage): boolean {
  if (soFar.optedOut.has(personOf(message))) return true;
  return message.clientId === null && isAmong(past.optedOut, message.channel, message.sender);
}

/** May the writer have meant to opt out? */
export const isUnclear = (soFar: SoFar, message: PastMessage): boolean => soFar.unclear.has(personOf(message));

/** Notes that a message has come in; an unclear word counts from here on. */
export function noteArrival(soFar: SoFar, message: PastMessage): void {
  soFar.arrived.push(message);
  if (message.keyword === "unclear") soFar.unclear.add(personOf(message));
}

/** Notes what was answered, and that STOP and START hold from here on. */
export function noteReply(soFar: SoFar, message: PastMessage, at: Instant, reply: ReplyDecision): void {
  if (reply.kind === "send")
    soFar.replies.push({ key: reply.key, recipient: reply.to, text: reply.text, kind: reply.reply, at });
  if (message.keyword === "opt-out") soFar.optedOut.add(personOf(message));
  if (message.keyword === "opt-in") soFar.optedOut.delete(personOf(message));
}

/** What was answered so far, as the reply rules ask for it. */
export function historyFor(past: Past, soFar: SoFar, addresses: readonly string[]): ReplyHistory {
  const toRecipient = repliesTo(soFar, addresses);
  const since = (replies: readonly PastReply[], instant: Instant) => replies.filter(({ at }) => at >= instant).length;
  return {
    told: (key) => soFar.replies.some((reply) => reply.key === key),
    lastAt: (kind) => toRecipient.findLast((reply) => reply.kind === kind)?.at ?? null,
    lastByHandAt: (addresses, now) => {
      const before = past.byHand.filter(({ recipient, at }) => at <= now && addresses.includes(recipient));
      return before.length === 0 ? null : Math.max(...before.map(({ at }) => at));
    },
    toSenderSince: (instant) => since(toRecipient, instant),
    toAllSince: (instant) => since(soFar.replies, instant),
  };
}

/** Every address at which the writer of a message may have been answered. */
export function addressesOf({ channel, envelope, sender }: PastMessage, client: PastClient | null): string[] {
  const returnPath = channel === "email" ? (envelope?.returnPath ?? null) : null;
  return [returnPath ?? sender, sender, ...(client?.addresses ?? [])];
}

/** What was sent to any of these addresses so far. */
export const repliesTo = (soFar: SoFar, addresses: readonly string[]): PastReply[] =>
  soFar.replies.filter(({ recipient }) => addresses.includes(recipient));
