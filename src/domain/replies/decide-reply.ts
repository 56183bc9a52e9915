import { closureInForce } from "../availability/closure-in-force.ts";
import { availabilityOf } from "../availability/open-spans.ts";
import { isOpenAt } from "../availability/opening.ts";
import { quietOf } from "../gate/quiet.ts";
import { type ChannelKind, channelKinds } from "../message/inbound.ts";
import type { Policy } from "../policy/policy.ts";
import type { ReplyReason } from "../policy/templates.ts";
import { day, hour, type Instant, minute } from "../time/instant.ts";
import { compose, languageOfPractice } from "./compose.ts";
import { addressOfReply, neverAnswered } from "./never-answered.ts";
import { readAgainFrom } from "./read-again.ts";
import { justWritten } from "./leaving.ts";
import type { ReplyDecision, ReplyKind, Suppression } from "./reply.ts";
import type { ReplyFacts } from "./reply-facts.ts";
import { replyReason } from "./reply-reason.ts";

/** A safety reply is sent to one sender at most once in this time (promise 4). */
const safetyInterval = hour;
/** Anything but an availability reply would only confuse when it is sent later than this after the message. */
const staleAfterAll = day;

/**
 * Whether a message gets an automatic reply, which one, and if not, why (FIELD 4a, 4b, promises 3-5). STOP and START call
 * for one confirmation; a held message for an availability reply; a safety phrase for a safety reply; a client marked
 * urgent for a safety reply while nobody reads. Messages that only wait for their batch are read within the hour and
 * call for none.
 */
export function decideReply(facts: ReplyFacts, policy: Policy): ReplyDecision {
  const { verdict, optOut } = facts;
  if (verdict.rule === "blocked") return { kind: "none" };
  if (optOut.keyword === "opt-out") return optOut.before ? { kind: "none" } : confirmation("opt-out", facts, policy);
  if (optOut.keyword === "opt-in" && optOut.before) return confirmation("opt-in", facts, policy);
  if (verdict.kind === "hold" && verdict.rule !== "batch") return availabilityReply(facts, policy, verdict.until);
  if (verdict.rule === "safety") return safetyReply(facts, policy);
  return { kind: "none" };
}

/** A reply that may be sent, or the reason why it is not. */
interface Candidate {
  readonly kind: ReplyKind;
  /** Sender, kind and occasion; never the rendered words (RFC 5230 4.2). */
  readonly key: string;
  readonly readFrom: Instant | null;
  readonly expiresAt: Instant;
}

function availabilityReply(facts: ReplyFacts, policy: Policy, release: Instant): ReplyDecision {
  const readFrom = readAgainFrom(quietOf(policy, facts.gate), facts.now, release, policy.replies.shortestWindow);
  const key = availabilityKey(facts.channel, facts.sender, readFrom);
  const candidate: Candidate = { kind: "availability", key, readFrom, expiresAt: readFrom };
  return decided(candidate, whyNoAvailabilityReply(facts, policy, readFrom), facts, policy);
}

const availabilityKey = (channel: ChannelKind, sender: string, readFrom: Instant): string =>
  `availability:${channel}:${sender}:${readFrom}`;

function safetyReply(facts: ReplyFacts, policy: Policy): ReplyDecision {
  const spokeByPhrase = facts.verdict.reasons.some((reason) => reason.startsWith("phrase:"));
  if (!spokeByPhrase && isOpenAt(availabilityOf(policy), facts.now)) return { kind: "none" };
  return decided(once("safety", facts), whyNoSafetyReply(facts, policy), facts, policy);
}

/** The one confirmation of STOP or START. A stranger to whom nothing was ever sent gets none. */
function confirmation(kind: "opt-out" | "opt-in", facts: ReplyFacts, policy: Policy): ReplyDecision {
  const stranger = facts.client === null && !policy.replies.toUnknownSenders;
  const suppression = neverAnswered(facts) ?? (stranger ? "unknown-sender" : lateOrTooMuch(facts, policy));
  return decided(once(kind, facts), suppression, facts, policy);
}

/** Answers one message and is true whenever it arrives within the day. */
const once = (kind: ReplyKind, { channel, sender, now }: ReplyFacts): Candidate => ({
  kind,
  key: `${kind}:${channel}:${sender}:${now}`,
  readFrom: null,
  expiresAt: now + staleAfterAll,
});

function whyNoAvailabilityReply(facts: ReplyFacts, policy: Policy, readFrom: Instant): Suppression | null {
  const { now, client, history, optOut } = facts;
  const { replies } = policy;
  const never = neverAnswered(facts);
  if (never !== null) return never;
  if (optOut.before) return "opted-out";
  if (optOut.unclear) return "opt-out-unclear";
  if (client !== null && !replies.toClients) return "switched-off";
  if (client === null && !replies.toUnknownSenders) return "unknown-sender";
  if (facts.seenAt - facts.receivedAt > replies.staleAfter * minute) return "stale";
  if (readFrom <= now) return "open-by-now";
  // A client who writes from another of their addresses, or in another way, is still the same client (promise 4).
  const senders = [...new Set([facts.sender, ...(client?.addresses ?? [])])];
  const writtenAt = history.lastByHandAt(senders, now);
  if (isWithin(justWritten, writtenAt, now)) return "just-written-to";
  const keys = senders.flatMap((sender) => channelKinds.map((channel) => availabilityKey(channel, sender, readFrom)));
  if (keys.some((key) => history.told(key))) return "already-told";
  if (client === null && isWithin(replies.unknownSenderDays * day, history.lastAt("availability"), now))
    return "already-told";
  return overBreaker(facts, policy) ? "circuit-breaker" : null;
}

/** Was `last` less than so many milliseconds before `now`? */
const isWithin = (span: number, last: Instant | null, now: Instant): boolean => last !== null && now - last < span;

/** A wish to get no automatic replies is kept here too; that the reply did not reach anybody is shown (FIELD 4b). */
function whyNoSafetyReply(facts: ReplyFacts, policy: Policy): Suppression | null {
  const never = neverAnswered(facts);
  if (never !== null) return never;
  if (facts.optOut.before) return "opted-out";
  if (isWithin(safetyInterval, facts.history.lastAt("safety"), facts.now)) return "already-told";
  return lateOrTooMuch(facts, policy);
}

function lateOrTooMuch(facts: ReplyFacts, policy: Policy): Suppression | null {
  if (facts.seenAt - facts.receivedAt > staleAfterAll) return "stale";
  return overBreaker(facts, policy) ? "circuit-breaker" : null;
}

function overBreaker({ history, now }: ReplyFacts, policy: Policy): boolean {
  return (
    history.toSenderSince(now - hour) >= policy.replies.mostPerSenderPerHour ||
    history.toAllSince(now - day) >= policy.replies.mostPerDay
  );
}

function decided(
  candidate: Candidate,
  suppression: Suppression | null,
  facts: ReplyFacts,
  policy: Policy,
): ReplyDecision {
  const { kind, key, readFrom, expiresAt } = candidate;
  if (suppression !== null) return { kind: "suppressed", reply: kind, key, suppression };
  const { subject, text } = composed(reasonOf(kind, facts, policy), readFrom, facts, policy);
  return { kind: "send", reply: kind, key, to: addressOfReply(facts), subject, text, expiresAt };
}

function reasonOf(kind: ReplyKind, { verdict, client, now }: ReplyFacts, policy: Policy): ReplyReason {
  return replyReason(kind, verdict, client === null ? "unknown" : "client", closureAt(policy, now));
}

const closureAt = (policy: Policy, now: Instant) => closureInForce(availabilityOf(policy), now);

function composed(reason: ReplyReason, readFrom: Instant | null, facts: ReplyFacts, policy: Policy) {
  const { now, client, channel, words } = facts;
  const language = client?.language ?? languageOfPractice(policy);
  return compose({
    reason,
    form: channel === "email" ? "mail" : "text",
    language,
    now,
    readFrom,
    firstName: client?.preferredName ?? null,
    nextSession: mayBeToldOfSession(facts, policy) ? facts.nextSession : null,
    cover: closureAt(policy, now)?.cover ?? null,
    clientZone: client?.zone ?? null,
    policy,
    words: words[language],
  });
}

/** Off unless switched on, and never to an address that others read too (FIELD L2). */
function mayBeToldOfSession(facts: ReplyFacts, policy: Policy): boolean {
  const { client } = facts;
  if (!policy.replies.nextSession || client === null) return false;
  return !client.sharedAddresses.includes(addressOfReply(facts));
}
