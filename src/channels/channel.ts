import type { InboundMessage } from "../domain/message/inbound.ts";

/** Why a channel cannot do what was asked, in a form the retry rule and a person can read. */
export interface ChannelFault {
  readonly code: "auth" | "unreachable" | "certificate" | "throttled" | "rejected" | "protocol";
  /** One plain sentence for the therapist, without jargon and without secrets. */
  readonly sentence: string;
}

/** What a channel is doing, for Settings and for the practice light. */
export type ChannelHealth =
  | { readonly state: "connecting" }
  | { readonly state: "watching" }
  | { readonly state: "waiting"; readonly fault: ChannelFault; readonly nextAttemptAt: number }
  | { readonly state: "stopped" };

/** How far a mailbox has been read. `uidValidity` is kept as text because it is a 64-bit number. */
export interface MailboxCursor {
  readonly uidValidity: string;
  readonly lastUid: number;
}

/**
 * What a receiving channel asks of the practice. `receive` must have stored the message for good when it returns;
 * only then does the channel move its cursor.
 */
export interface Inlet {
  receive(message: InboundMessage): void;
  cursor(mailbox: string): MailboxCursor | null;
  moveCursor(mailbox: string, cursor: MailboxCursor): void;
  health(health: ChannelHealth): void;
}

/** A running watcher of one account. `wake` is called after sleep, resume or a network change. */
export interface Watcher {
  wake(): void;
  stop(): Promise<void>;
}

/**
 * Who wrote what is sent (RFC 3834 5): the app in answer to a message, the app for an occasion of its own, or the therapist,
 * whose mail is nothing automatic even when it leaves later than it was written.
 */
export type Submission = "auto-replied" | "auto-generated" | "by-hand";

/** A reply ready to leave. Its Message-ID is fixed before the first attempt. */
export interface OutgoingReply {
  readonly submission: Submission;
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly date: number;
}

/**
 * What became of one attempt. `unconfirmed`: the connection broke after the message was handed over, so nobody can say
 * whether it left. It is never sent again by itself.
 */
export type SendOutcome =
  | { readonly kind: "sent" }
  | { readonly kind: "try-again"; readonly fault: ChannelFault }
  | { readonly kind: "failed"; readonly fault: ChannelFault }
  | { readonly kind: "unconfirmed"; readonly fault: ChannelFault };
