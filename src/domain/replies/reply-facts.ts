import type { Verdict } from "../gate/verdict.ts";
import type { Envelope } from "../message/inbound.ts";
import type { Language } from "../policy/policy.ts";
import type { Instant } from "../time/instant.ts";
import type { ReplyWords } from "./words.ts";

/** The client as far as replies are concerned; null for a sender who is none. */
export interface ReplyClient {
  readonly preferredName: string;
  readonly language: Language;
  readonly optedOut: boolean;
  readonly addresses: readonly string[];
}

/** Everything the reply rules need to know, gathered before they are asked. */
export interface ReplyFacts {
  readonly now: Instant;
  readonly verdict: Verdict;
  readonly channel: string;
  readonly sender: string;
  readonly envelope: Envelope;
  readonly receivedAt: Instant;
  /** When this app first saw it; a reply that is decided about again later is not stale for that. */
  readonly seenAt: Instant;
  readonly client: ReplyClient | null;
  readonly ownAddresses: readonly string[];
  readonly words: Readonly<Record<Language, ReplyWords>>;
  /** What was sent, or is about to be, so far. */
  readonly history: ReplyHistory;
}

export interface ReplyHistory {
  /** Was a reply with this key already queued or sent? */
  told(key: string): boolean;
  /** When the last reply of this kind was queued for this sender; null when none was. */
  lastAt(kind: "availability" | "safety"): Instant | null;
  /** Replies of any kind queued for this sender since `since`, and for everybody. */
  toSenderSince(since: Instant): number;
  toAllSince(since: Instant): number;
}
