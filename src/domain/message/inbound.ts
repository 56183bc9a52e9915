import type { Instant } from "../time/instant.ts";

export const channelKinds = ["email", "sms"] as const;
/** Where messages come from and go to: a mailbox, or text messages to a phone number. */
export type ChannelKind = (typeof channelKinds)[number];

/** One header of a mail, in order of appearance; the name in lower case, the value unfolded. */
export interface Header {
  readonly name: string;
  readonly value: string;
}

/** What the rules for automatic replies need to know of a mail (RFC 3834, RFC 5230; FIELD E1-E11). */
export interface Envelope {
  /** Return-Path address in lower case; `""` for the null sender `<>`, null when the header is missing. */
  readonly returnPath: string | null;
  /** Every address in To, Cc, Bcc and Resent-*, in lower case. */
  readonly recipients: readonly string[];
  readonly headers: readonly Header[];
  /** Message-ID with its angle brackets, for In-Reply-To; null when the mail has none. */
  readonly messageId: string | null;
  /** References of the mail, each with its angle brackets. */
  readonly references: readonly string[];
  /** True when the mail was found in a junk folder or was marked as spam by the provider. */
  readonly junk: boolean;
}

/** A client message as a channel hands it over, before anything is decided. */
export interface InboundMessage {
  readonly channel: ChannelKind;
  readonly accountId: string;
  /** Identity for de-duplication: the Message-ID, or a hash of date, sender, subject and text where there is none. */
  readonly externalId: string;
  /** Address of the sender in lower case, or phone number (E.164); `""` when the message names none. */
  readonly sender: string;
  readonly senderName: string;
  readonly subject: string;
  /** Plain text. Empty when `unreadable` says why. */
  readonly text: string;
  readonly attachments: readonly string[];
  /** When the server received it (IMAP INTERNALDATE), never the sender's Date. */
  readonly receivedAt: Instant;
  readonly envelope: Envelope;
  /** Set when the mail could not be parsed: it is shown all the same, with this sentence. */
  readonly unreadable: string | null;
}
