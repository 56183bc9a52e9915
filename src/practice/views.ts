import type { ChannelFault, ChannelHealth } from "../channels/channel.ts";
import type { ChannelKind } from "../domain/message/inbound.ts";
import type { ClientHours } from "../domain/policy/client-hours.ts";
import type { Language, Policy, Region } from "../domain/policy/policy.ts";
import type {
  Alternation,
  Closure,
  HoursWindow,
  RegionHoliday,
  Season,
  Trip,
  WeeklyHours,
} from "../domain/policy/hours.ts";
import type { Repeats } from "../domain/recurrence/repeats.ts";
import type { DigestReason } from "../domain/digest.ts";
import type { RuleName } from "../domain/gate/verdict.ts";
import type { FactInWords } from "../domain/gate/say-facts.ts";
import type { OutboxKind } from "../domain/replies/reply.ts";
import type { Instant } from "../domain/time/instant.ts";

/*
 * What the screens are told. Instants are epoch milliseconds; wall times are `YYYY-MM-DDTHH:MM` on the practice's clock;
 * sentences are ready to be read aloud.
 */

/** The state every screen shows at the top: am I open, until when, and what waits. */
export interface LightView {
  readonly state: "open" | "in-session" | "do-not-disturb" | "closed" | "away";
  /** "Open until 17:00", "Closed until Mon 9:00", ... without the held count. */
  readonly sentence: string;
  /** When this state ends; null when no opening is in sight. */
  readonly until: Instant | null;
  readonly heldCount: number;
  /** Surfaced messages not yet read. */
  readonly unreadCount: number;
  readonly now: Instant;
  /** The practice's zone, and those it keeps on the dates of a trip. */
  readonly zone: string;
  readonly travel: readonly Trip[];
  readonly locale: string;
  readonly practiceName: string;
  /** Which of the light's buttons make sense now. */
  readonly can: {
    readonly closeEarly: boolean;
    readonly openUntil: boolean;
    readonly doNotDisturb: boolean;
    readonly endDoNotDisturb: boolean;
  };
  /** Faults that a person must see: a channel that does not work, or none connected. */
  readonly channel:
    | { readonly state: "none" }
    | { readonly state: "working" }
    | { readonly state: "fault"; readonly sentence: string };
}

export interface SessionView {
  readonly seriesId: string;
  readonly recurrenceId: string;
  readonly clientId: string | null;
  /** The client's preferred name, or the title of an appointment without a client. */
  readonly name: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly startWall: string;
  readonly endWall: string;
  readonly recurring: boolean;
  readonly moved: boolean;
}

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

/** Something that only a person can settle. `id` names the reply for those about replies, else the message or mailbox. */
export interface NeedsYouView {
  readonly id: string;
  readonly kind:
    | "safety-undelivered"
    | "safety-unopened"
    | "opt-out-unclear"
    | "opt-in-unclear"
    | "reply-failed"
    | "reply-unconfirmed"
    | "own-reply-failed"
    | "own-reply-unconfirmed"
    | "unknown-sender"
    | "channel-fault"
    | "no-channel"
    | "no-opening"
    | "review-of-hours"
    | "notice-failed"
    | "notice-unconfirmed"
    | "vacation";
  readonly sentence: string;
  readonly messageId: string | null;
}

/** One message opened, with its why panel. */
export interface MessageDetail extends MessageView {
  readonly text: string;
  /** Said instead of, or above, the text when the mail could not be read in full. */
  readonly unreadable: string | null;
  readonly attachments: readonly string[];
  readonly why: WhyView;
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

export interface TodayView {
  /** The date in the practice's zone. */
  readonly date: string;
  readonly sessions: readonly SessionView[];
  /** Message hours of today. */
  readonly windows: readonly HoursWindow[];
  readonly held: readonly MessageView[];
  /** Cards with something unread, in the order in which they are best read. */
  readonly digest: readonly CardView[];
  readonly recentReplies: readonly ReplyView[];
  /** Written by hand and not left yet, in the order in which they leave. */
  readonly waitingToLeave: readonly ThreadReplyView[];
  /** What only a person can settle, each with what to do. */
  readonly needsYou: readonly NeedsYouView[];
  /** On the day the practice opens again after a vacation; null on every other day. */
  readonly back: ReturnView | null;
}

/** What came together during a vacation. */
export interface ReturnView {
  /** Messages that were held, and by how many people they were written. */
  readonly waited: number;
  readonly people: number;
  /** Let through for safety meanwhile. */
  readonly safety: number;
}

export interface CalendarView {
  readonly sessions: readonly SessionView[];
  /** Message hours in the range, as wall times. */
  readonly open: readonly { readonly startWall: string; readonly endWall: string }[];
  /** Closures entered by hand, and the region's holidays on the dates they decide. */
  readonly closures: readonly Closure[];
}

export interface SeriesView {
  readonly id: string;
  readonly clientId: string | null;
  readonly title: string;
  readonly start: string;
  readonly zone: string;
  readonly durationMinutes: number;
  readonly rule: string | null;
  /** The rule in words: "every second Tuesday at 10:00". */
  readonly words: string;
  /** The rule as the form asks for it; null for a single appointment. */
  readonly repeats: Repeats | null;
}

export interface ConflictView {
  readonly sentence: string;
  readonly start: Instant;
}

export interface ClientView {
  readonly id: string;
  readonly preferredName: string;
  readonly language: Language;
  readonly emails: readonly string[];
  /** Marked urgent by the therapist: every message surfaces at once. */
  readonly urgent: boolean;
  /** Asked not to receive automatic replies. */
  readonly optedOut: boolean;
  /** Since when as far as is known, and whether by STOP, by words that you took for it, or by your own hand. */
  readonly optOut: { readonly at: Instant | null; readonly how: "stop" | "unclear" | "by-hand" } | null;
  readonly archived: boolean;
  readonly nextSession: Instant | null;
  /** IANA zone of a client who lives in another one than the practice. */
  readonly zone: string | null;
  /** Those of the addresses that others read too. */
  readonly sharedEmails: readonly string[];
  readonly agreedHours: AgreedHoursView | null;
}

/** Hours agreed with one client, and how they stand. */
export interface AgreedHoursView extends ClientHours {
  readonly standing: "not-begun" | "in-force" | "suspended" | "ended";
  /** What they let through since Monday. */
  readonly usedThisWeek: number;
  /** The day has come on which the therapist wanted to look at them again. */
  readonly reviewIsDue: boolean;
}

/** The phrases the app comes with. */
export interface ShippedPhrasesView {
  readonly safety: Readonly<Record<"crisis" | "danger" | "goodbye" | "means" | "emoji", readonly string[]>>;
  readonly logistics: readonly string[];
}

export interface AvailabilityView {
  readonly version: number;
  /** The ordinary week, or week A of those that alternate. */
  readonly messageHours: WeeklyHours;
  readonly alternation: Alternation | null;
  /** Whose turn it is this week: 0 for week A. */
  readonly weekNow: number;
  readonly seasons: readonly Season[];
  readonly travel: readonly Trip[];
  readonly holidays: {
    readonly region: Region;
    /** The state or province whose holidays these are; null for the whole region's. */
    readonly area: string | null;
    readonly areas: readonly { readonly area: string; readonly name: string }[];
    /** Those of this year and the next, ascending. */
    readonly days: readonly RegionHoliday[];
  };
  readonly closures: readonly Closure[];
  readonly zone: string;
  readonly gate: Policy["gate"];
  readonly replies: Policy["replies"];
  readonly nextOpening: Instant | null;
}

/** A change of the policy, and what it did to the messages that wait. */
export interface PolicyChangeView {
  readonly version: number;
  /** The version to go back to for undo. */
  readonly previousVersion: number;
  /** "2 held messages now surface at Tue 8:00", or null when nothing waits differently. */
  readonly effect: string | null;
}

export interface PolicyVersionsView {
  readonly versions: readonly {
    readonly version: number;
    readonly at: Instant;
    readonly inForce: boolean;
    /** What is different from the version before, a sentence each; null for the first one. */
    readonly changes: readonly string[] | null;
  }[];
  /** There are earlier ones. */
  readonly more: boolean;
}

export interface MailboxView {
  readonly id: string;
  readonly address: string;
  readonly displayName: string;
  readonly aliases: readonly string[];
  readonly username: string;
  readonly imap: { readonly host: string; readonly port: number; readonly security: "tls" | "starttls" };
  readonly smtp: { readonly host: string; readonly port: number; readonly security: "tls" | "starttls" };
  readonly certificateAuthority: string | null;
  readonly health: ChannelHealth;
  /** When a message last arrived here; null when none has. */
  readonly lastMessageAt: Instant | null;
}

export interface ConnectionTestView {
  readonly incoming:
    | { readonly ok: true; readonly messages: number }
    | { readonly ok: false; readonly fault: ChannelFault };
  readonly outgoing: { readonly ok: true } | { readonly ok: false; readonly fault: ChannelFault };
}

/** Where the app stands before any practice is open. */
export interface DoorView {
  readonly phase: "first-run" | "locked" | "open" | "failed";
  /** Only with `failed`: what is wrong and what to do; nothing was overwritten. */
  readonly problem: { readonly title: string; readonly detail: string; readonly whatToDo: string } | null;
  /** With `locked`: the practice is open behind the locked screens and goes on answering. */
  readonly answering: boolean;
  readonly dataFolder: string;
  readonly host: "electron" | "browser";
  /** Whether this computer can keep the key, and if not, why. */
  readonly computerUnlock: { readonly available: boolean; readonly enabled: boolean; readonly reason: string | null };
  readonly version: string;
  readonly regions: readonly { readonly region: Region; readonly name: string; readonly emergencyLine: string }[];
}

export interface SettingsView {
  readonly practice: Policy["practice"];
  readonly acknowledgedAt: Instant;
  readonly mailboxes: readonly MailboxView[];
  readonly dataFolder: string;
  readonly backups: readonly { readonly name: string; readonly at: Instant; readonly bytes: number }[];
  readonly version: string;
  readonly timeZoneData: string;
}
