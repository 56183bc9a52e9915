import type { GateFacts } from "../gate/facts.ts";
import type { Verdict } from "../gate/verdict.ts";
import type { ChannelKind, Envelope } from "../message/inbound.ts";
import type { Keyword } from "../message/keywords.ts";
import type { Language } from "../policy/policy.ts";
import type { Instant } from "../time/instant.ts";
import type { ReplyWords } from "./words.ts";

/** The client as far as replies are concerned; null for a sender who is none. */
export interface ReplyClient {
  readonly preferredName: string;
  readonly language: Language;
  /** IANA zone; null for the practice's. */
  readonly zone: string | null;
  readonly addresses: readonly string[];
  /** Those of them that others read too (FIELD L2). */
  readonly sharedAddresses: readonly string[];
}

/** Everything the reply rules need to know, gathered before they are asked. */
export interface ReplyFacts {
  readonly now: Instant;
  readonly verdict: Verdict;
  /** What the gate was told when it gave the verdict. */
  readonly gate: GateFacts;
  readonly channel: ChannelKind;
  readonly sender: string;
  /** Null for a text message. */
  readonly envelope: Envelope | null;
  readonly receivedAt: Instant;
  /** When this app first saw it; a reply that is decided about again later is not stale for that. */
  readonly seenAt: Instant;
  readonly client: ReplyClient | null;
  readonly optOut: OptOut;
  /** Text messages with the same words from this sender within the last hour, this one included. */
  readonly alikeInHour: number;
  /** The client's next session; null where there is none. */
  readonly nextSession: Instant | null;
  readonly ownAddresses: readonly string[];
  readonly words: Readonly<Record<Language, ReplyWords>>;
  /** What was sent, or is about to be, so far. */
  readonly history: ReplyHistory;
}

/** What is known of the sender's wish to get automatic replies (FIELD 4b). */
export interface OptOut {
  /** What this message says about it as a whole. */
  readonly keyword: Keyword | null;
  /** They had opted out before this message. */
  readonly before: boolean;
  /** They wrote something that may have been meant so, and the therapist has not said how it was meant. */
  readonly unclear: boolean;
}

export interface ReplyHistory {
  /** Was a reply with this key already queued or sent? */
  told(key: string): boolean;
  /** When the last reply of this kind was queued for this sender; null when none was. */
  lastAt(kind: "availability" | "safety"): Instant | null;
  /** When a reply written by hand last left for one of these addresses, at `now` at the latest; null when none did. */
  lastByHandAt(addresses: readonly string[], now: Instant): Instant | null;
  /** Replies of any kind queued for this sender since `since`, and for everybody. */
  toSenderSince(since: Instant): number;
  toAllSince(since: Instant): number;
}
