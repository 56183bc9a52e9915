import type { HoursWindow, Trip } from "../domain/policy/hours.ts";
import type { Instant } from "../domain/time/instant.ts";
import type { SessionView } from "./calendar-views.ts";
import type { CardView, MessageView, ReplyView, ThreadReplyView } from "./message-views.ts";

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
