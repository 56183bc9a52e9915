import type { DigestReason } from "../domain/digest.ts";
import type { FactInWords } from "../domain/gate/say-facts.ts";
import type { RuleName } from "../domain/gate/verdict.ts";
import type { ChannelKind } from "../domain/message/inbound.ts";
import type { HoursWindow } from "../domain/policy/hours.ts";
import type { OutboxKind } from "../domain/replies/reply.ts";
import type { Instant } from "../domain/time/instant.ts";

/*
 * What the screens are told. Instants are epoch milliseconds; wall times are `YYYY-MM-DDTHH:MM` on the practice's clock;
 * sentences are ready to be read aloud.
 */

export type ReplyState = "queued" | "sending" | "sent" | "failed" | "unconfirmed" | "suppressed";

/** What was sent, or the reason why it was not. */
export interface ReplyView {
  readonly id: string;
  readonly messageId: string | null;
  readonly kind: OutboxKind;
  readonly state: ReplyState;
  readonly to: string;
  /** Preferred name where the recipient is a client. */
  readonly name: string | null;
  readonly subject: string;
  readonly text: string;
  readonly at: Instant;
  /** Why it was suppressed, failed, waits or is unconfirmed, in one sentence; null when all is well. */
  readonly reason: string | null;
}

/** A reply as it stands among the messages of a thread, written by hand or automatic. */
export interface ThreadReplyView extends ReplyView {
  /** It has not left and can be taken back. */
  readonly waits: boolean;
  /** Written by hand, and it left while messages were not read: answers at night teach to expect them (FIELD 7.14). */
  readonly outsideHours: boolean;
  /** It did not arrive, or may not have, and the therapist has not taken note yet. */
  readonly inVain: boolean;
  /** When it leaves as far as is known, while it waits. */
  readonly leavesAt: Instant | null;
}

export interface MessageView {
  readonly id: string;
  readonly channel: ChannelKind;
  readonly clientId: string | null;
  /** Preferred name of the client, else the sender's own name or address. */
  readonly name: string;
  readonly address: string;
  readonly subject: string;
  /** First characters of the text on one line. */
  readonly excerpt: string;
  readonly receivedAt: Instant;
  readonly section: "surfaced" | "held" | "unknown" | "snoozed" | "blocked" | "archived";
  readonly held: boolean;
  /** When a held message will surface. */
  readonly until: Instant | null;
  /** When one that was put off comes back. */
  readonly snoozedUntil: Instant | null;
  readonly safety: boolean;
  readonly read: boolean;
  /** Let through for safety, told of, and not opened yet: it stays on top until then (FIELD C6). */
  readonly pinned: boolean;
  /** That no safety reply reached the sender, and what to do; `settled` once the therapist has dealt with it. */
  readonly undelivered: { readonly sentence: string; readonly whatToDo: string; readonly settled: boolean } | null;
  /** Which way an unclear message may have been meant, as long as the therapist has not said so. */
  readonly unclear: "opt-out" | "opt-in" | null;
}

/** Everything of one person that surfaced, in one place and with the reason for its place (FIELD 7.13). */
export interface CardView {
  readonly reason: DigestReason;
  /** Start of today's session with this client, where that is the reason. */
  readonly session: Instant | null;
  /** What is opened first. */
  readonly opens: MessageView;
  /** Whose words the card shows. */
  readonly newest: MessageView;
  /** All of them, newest first. */
  readonly messages: readonly MessageView[];
  readonly unread: number;
}

/** One message opened, with its why panel. */
export interface MessageDetail extends MessageView {
  readonly text: string;
  /** Said instead of, or above, the text when the mail could not be read in full. */
  readonly unreadable: string | null;
  readonly attachments: readonly string[];
  readonly why: WhyView;
  /** Can its sender be linked to a client, and what to know before; `note` says why where not. */
  readonly linking: { readonly possible: boolean; readonly note: string | null };
  /**
   * Earlier and later messages of the same sender or client, oldest first, this one included; with their text where they
   * surfaced and were not read yet, so that one sitting reads them all.
   */
  readonly thread: readonly (MessageView & { readonly text: string | null })[];
}

export interface WhyView {
  /** One sentence: why it surfaced or is held. */
  readonly sentence: string;
  readonly rule: RuleName;
  readonly ruleName: string;
  readonly policyVersion: number;
  readonly decidedAt: Instant;
  /** The message hours in force on the day it was decided, as wall-clock windows. */
  readonly windows: readonly HoursWindow[];
  /** The dated exception in force that day, if any. */
  readonly closure: string | null;
  /** What it rested on besides hours and closures: sessions, do not disturb, a burst ... */
  readonly facts: readonly FactInWords[];
  readonly reply: ReplyView | null;
  /** Why there is no reply at all; null where there is one, or was to be one. */
  readonly noReply: string | null;
  /** Decided once more from the same facts and policies: every verdict of the gate came out the same, or one did not. */
  readonly replay: "same" | "different" | "nothing-to-replay";
  /** Every verdict on this message, oldest first. */
  readonly history: readonly {
    readonly decidedAt: Instant;
    readonly sentence: string;
    readonly policyVersion: number;
  }[];
}

export interface InboxView {
  readonly surfaced: readonly MessageView[];
  readonly held: readonly MessageView[];
  /** From senders who are not clients, held or not. */
  readonly unknown: readonly MessageView[];
  /** Put off by the therapist, by the instant at which they come back. */
  readonly snoozed: readonly MessageView[];
  /** From blocked senders, but for what surfaced for safety. */
  readonly blocked: readonly MessageView[];
  readonly archived: readonly MessageView[];
  /** What surfaced from clients, and for safety from anybody, in the order in which it is best read. */
  readonly digest: readonly CardView[];
  readonly blockedSenders: readonly {
    readonly channel: ChannelKind;
    readonly address: string;
    readonly blockedAt: Instant;
  }[];
}
