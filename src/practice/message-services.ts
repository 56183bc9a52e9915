import type { ChannelKind } from "../domain/message/inbound.ts";
import type { Instant } from "../domain/time/instant.ts";
import type { AnsweringView, HandWritten, SnoozeChoice } from "./by-hand-views.ts";
import type { InboxView, MessageDetail } from "./message-views.ts";
import type { Outcome } from "./outcome.ts";
import type { TodayView } from "./today-views.ts";

/** Reading the inbox and acting on one message. */
export interface InboxService {
  today(): TodayView;
  list(): InboxView;
  open(id: string): MessageDetail | null;
  markRead(id: string, read: boolean): Outcome<null>;
  surfaceNow(id: string): Outcome<null>;
  archive(id: string, archived: boolean): Outcome<null>;
  /** Adds the sender's address to the client and decides that sender's held messages again. */
  linkToClient(id: string, clientId: string): Outcome<null>;
  /** Takes a failed or unconfirmed reply off the list of what needs a person. */
  settleReply(replyId: string): Outcome<null>;
}

/** What the therapist writes to one person. Nothing of it is ever sent, changed or withheld by a rule. */
export interface ByHandService {
  /** Null when the message is not there. */
  open(messageId: string): AnsweringView | null;
  /** Keeps what is being written; false when it belongs to an earlier turn and was not kept. */
  keepDraft(messageId: string, text: string, turn: number): Outcome<{ readonly kept: boolean }>;
  send(written: HandWritten): Outcome<{ readonly replyId: string; readonly leavesAt: Instant }>;
  /** Takes back what has not left; it stands in the composer of its message again. */
  takeBack(replyId: string): Outcome<{ readonly messageId: string | null }>;
  /** Puts the words of one that did not arrive, or may not have, into the composer again. */
  writeAgain(replyId: string): Outcome<{ readonly messageId: string | null }>;
}

/** Taking surfaced messages out of the inbox for a while. */
export interface SnoozeService {
  choices(): readonly SnoozeChoice[];
  until(messageId: string, until: Instant): Outcome<null>;
  end(messageId: string): Outcome<null>;
}

/** Marking senders as spam, and taking that back. */
export interface BlockingService {
  /** Blocks the sender of a message; only one who is no client. */
  block(messageId: string): Outcome<{ readonly channel: ChannelKind; readonly address: string }>;
  unblock(channel: ChannelKind, address: string): Outcome<null>;
}

/** How an unclear message was meant, as the therapist sees it. */
export const meanings = ["opt-out", "opt-in", "other"] as const;
export type Meaning = (typeof meanings)[number];

/** Settling what only the therapist can tell. */
export interface OptingOutService {
  /** Says how an unclear message was meant; null takes that back. */
  settleKeyword(messageId: string, meaning: Meaning | null): Outcome<null>;
}
