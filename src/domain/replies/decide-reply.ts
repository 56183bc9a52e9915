import { closureInForce } from "../availability/closure-in-force.ts";
import { availabilityOf } from "../availability/open-spans.ts";
import { closedPeriodAt, isOpenAt, nextClosing, nextOpening } from "../availability/opening.ts";
import type { Policy } from "../policy/policy.ts";
import { day, hour, type Instant, minute } from "../time/instant.ts";
import { automaticMail } from "./automatic-mail.ts";
import { compose, languageOfPractice } from "./compose.ts";
import type { ReplyDecision, ReplyKind, Suppression } from "./reply.ts";
import type { ReplyFacts } from "./reply-facts.ts";
import { replyReason } from "./reply-reason.ts";

/** A safety reply is sent to one sender at most once in this time (promise 4). */
const safetyInterval = hour;
/** A safety reply to a message first seen later than this would only confuse. */
const safetyStaleAfter = day;

/**
 * Whether a message gets an automatic reply, which one, and if not, why (FIELD 4a, promises 3-5). A held message calls
 * for an availability reply; a safety phrase for a safety reply; a client marked urgent for a safety reply while the
 * practice is not open to be read.
 */
export function decideReply(facts: ReplyFacts, policy: Policy): ReplyDecision {
  const { verdict } = facts;
  if (verdict.kind === "hold") return availabilityReply(facts, policy, verdict.until);
  if (verdict.rule === "safety") return safetyReply(facts, policy);
  return { kind: "none" };
}

function availabilityReply(facts: ReplyFacts, policy: Policy, release: Instant): ReplyDecision {
  const readFrom = readAgainFrom(policy, facts.now, release);
  const key = availabilityKey(facts.channel, facts.sender, readFrom);
  const suppression = whyNoAvailabilityReply(facts, policy, readFrom);
  return suppression === null
    ? reply("availability", facts, policy, key, readFrom)
    : { kind: "suppressed", reply: "availability", key, suppression };
}

/** Sender, kind and closed period; never the rendered words (RFC 5230 4.2). */
const availabilityKey = (channel: string, sender: string, readFrom: Instant): string =>
  `availability:${channel}:${sender}:${readFrom}`;

function safetyReply(facts: ReplyFacts, policy: Policy): ReplyDecision {
  const spokeByPhrase = facts.verdict.reasons.some((reason) => reason.startsWith("phrase:"));
  if (!spokeByPhrase && isOpenAt(availabilityOf(policy), facts.now)) return { kind: "none" };
  const key = `safety:${facts.channel}:${facts.sender}:${facts.now}`;
  const suppression = whyNoSafetyReply(facts, policy);
  return suppression === null
    ? reply("safety", facts, policy, key, null)
    : { kind: "suppressed", reply: "safety", key, suppression };
}

/**
 * When messages are read again, and with that the name of the closed period (FIELD T14): the opening that ends it; for a
 * hold inside message hours its release, or the next opening when the day is over by then.
 */
export function readAgainFrom(policy: Policy, now: Instant, release: Instant): Instant {
  const availability = availabilityOf(policy);
  const closedPeriod = closedPeriodAt(availability, now);
  if (closedPeriod !== null) return closedPeriod.end ?? release;
  const closing = nextClosing(availability, now);
  if (closing === null || release < closing) return release;
  return nextOpening(availability, now) ?? release;
}

function whyNoAvailabilityReply(facts: ReplyFacts, policy: Policy, readFrom: Instant): Suppression | null {
  const never = neverAnswered(facts);
  if (never !== null) return never;
  const { now, client, history } = facts;
  const { replies } = policy;
  if (client !== null && !replies.toClients) return "switched-off";
  if (client === null && !replies.toUnknownSenders) return "unknown-sender";
  if (facts.seenAt - facts.receivedAt > replies.staleAfter * minute) return "stale";
  if (readFrom <= now) return "open-by-now";
  const senders = new Set([facts.sender, ...(client?.addresses ?? [])]);
  // A client who writes from another of their addresses is still the same client (promise 4).
  if ([...senders].some((sender) => history.told(availabilityKey(facts.channel, sender, readFrom))))
    return "already-told";
  const last = history.lastAt("availability");
  if (client === null && last !== null && now - last < replies.unknownSenderDays * day) return "already-told";
  return overBreaker(facts, policy) ? "circuit-breaker" : null;
}

function whyNoSafetyReply(facts: ReplyFacts, policy: Policy): Suppression | null {
  const never = neverAnswered(facts);
  if (never !== null) return never;
  if (facts.seenAt - facts.receivedAt > safetyStaleAfter) return "stale";
  const last = facts.history.lastAt("safety");
  if (last !== null && facts.now - last < safetyInterval) return "already-told";
  return overBreaker(facts, policy) ? "circuit-breaker" : null;
}

function neverAnswered(facts: ReplyFacts): Suppression | null {
  const automatic = automaticMail(facts.envelope, facts.sender, facts.ownAddresses);
  if (automatic !== null) return automatic;
  if (facts.client?.optedOut === true) return "opted-out";
  return answersSomebodyElse(facts) ? "return-path-differs" : null;
}

/**
 * A reply goes to the Return-Path and nowhere else (RFC 3834 4). Where that is neither the sender's address nor another
 * of the same client's, it could tell a stranger that somebody is in care here.
 */
function answersSomebodyElse({ envelope, sender, client }: ReplyFacts): boolean {
  const { returnPath } = envelope;
  return returnPath !== sender && !(returnPath !== null && client?.addresses.includes(returnPath) === true);
}

function overBreaker({ history, now }: ReplyFacts, policy: Policy): boolean {
  return (
    history.toSenderSince(now - hour) >= policy.replies.mostPerSenderPerHour ||
    history.toAllSince(now - day) >= policy.replies.mostPerDay
  );
}

function reply(
  kind: ReplyKind,
  facts: ReplyFacts,
  policy: Policy,
  key: string,
  readFrom: Instant | null,
): ReplyDecision {
  const { envelope, client, now, verdict } = facts;
  if (envelope.returnPath === null) throw new Error("A mail without Return-Path is never answered.");
  const language = client?.language ?? languageOfPractice(policy);
  const closure = closureInForce(availabilityOf(policy), now);
  const { subject, text } = compose({
    reason: replyReason(kind, verdict.rule, client === null ? "unknown" : "client", closure),
    form: "mail",
    language,
    now,
    readFrom,
    firstName: client?.preferredName ?? null,
    nextSession: null,
    cover: closure?.cover ?? null,
    clientZone: null,
    policy,
    words: facts.words[language],
  });
  return {
    kind: "send",
    reply: kind,
    key,
    to: envelope.returnPath,
    subject,
    text,
    expiresAt: readFrom ?? now + safetyStaleAfter,
  };
}
