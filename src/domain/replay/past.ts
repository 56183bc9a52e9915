import type { ChannelKind, Envelope } from "../message/inbound.ts";
import type { Keyword } from "../message/keywords.ts";
import type { ReplyKind } from "../replies/reply.ts";
import type { ReplyClient, ReplyFacts } from "../replies/reply-facts.ts";
import type { Series } from "../scheduling/series.ts";
import type { Instant, Interval } from "../time/instant.ts";

/** A client as the gate and the replies know them. */
export interface PastClient extends ReplyClient {
  readonly id: string;
  readonly urgent: boolean;
  /** Had opted out before the first of the messages. */
  readonly optedOut: boolean;
}

/** A message as it came in. */
export interface PastMessage {
  readonly id: string;
  readonly channel: ChannelKind;
  readonly sender: string;
  /** Whose message it is; null for a sender who is no client. */
  readonly clientId: string | null;
  readonly subject: string;
  readonly text: string;
  /** Null for a text message. */
  readonly envelope: Envelope | null;
  readonly unreadable: string | null;
  /** What it meant as a whole when it came in, where it is one of the carriers' words. */
  readonly keyword: Keyword | null;
  /** When the therapist said how an unclear one was meant; null while nobody has. */
  readonly settledAt: Instant | null;
  readonly receivedAt: Instant;
  /** When the app first saw it, which is when it was decided about. */
  readonly seenAt: Instant;
}

/** An automatic reply that had been sent, or queued, before the first of the messages. */
export interface PastReply {
  readonly key: string;
  readonly recipient: string;
  readonly text: string;
  readonly kind: ReplyKind;
  readonly at: Instant;
}

/** A reply that the therapist wrote by hand, and when it left. */
export interface PastByHand {
  readonly recipient: string;
  readonly at: Instant;
}

/** An address of a channel, and from when on something is so about it. */
export interface PastSender {
  readonly channel: ChannelKind;
  readonly address: string;
  readonly since: Instant;
}

/** That the therapist took an unclear message for STOP or START. No confirmation left by itself. */
export interface PastSettlement {
  readonly writer: Pick<PastMessage, "clientId" | "channel" | "sender">;
  readonly meaning: "opt-out" | "opt-in";
  readonly at: Instant;
}

/** All that happened in a stretch of time, besides the policy. */
export interface Past {
  readonly messages: readonly PastMessage[];
  readonly clients: readonly PastClient[];
  readonly series: readonly Series[];
  /** As they were switched on, in that order; each in force from its start to its end, or until the next one. */
  readonly doNotDisturb: readonly Interval[];
  readonly blocked: readonly PastSender[];
  /** Senders who are no clients and had opted out. */
  readonly optedOut: readonly PastSender[];
  readonly settlements: readonly PastSettlement[];
  readonly replies: readonly PastReply[];
  readonly byHand: readonly PastByHand[];
  readonly ownAddresses: readonly string[];
  readonly words: ReplyFacts["words"];
}

/** Do-not-disturb as it was last switched on by `now`; null when it had not been. */
export function doNotDisturbAt(past: Past, now: Instant): Interval | null {
  return past.doNotDisturb.findLast(({ start }) => start <= now) ?? null;
}

/** Is this address among them by `now`? */
export function isAmong(
  senders: readonly PastSender[],
  { channel, sender }: Pick<PastMessage, "channel" | "sender">,
  now: Instant,
): boolean {
  return senders.some((one) => one.channel === channel && one.address === sender && one.since <= now);
}
