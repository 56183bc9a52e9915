import type { AskedMoment } from "../domain/ahead/moments.ts";
import type { GateStretch } from "../domain/ahead/gate-states.ts";
import type { ChannelKind } from "../domain/message/inbound.ts";
import type { HoursWindow } from "../domain/policy/hours.ts";
import type { Language } from "../domain/policy/policy.ts";
import type { ReplyKind } from "../domain/replies/reply.ts";
import type { Segments } from "../domain/replies/segments.ts";
import type { Instant } from "../domain/time/instant.ts";

/** One of the clients, an imagined client of whom nothing is known but a name, or a sender who is no client. */
export type ImaginedSender =
  | { readonly kind: "client"; readonly id: string }
  | { readonly kind: "any-client" }
  | { readonly kind: "unknown" };

/** A message that nobody has written. */
export interface ImaginedMessage {
  readonly at: Instant;
  readonly from: ImaginedSender;
  readonly channel: ChannelKind;
  readonly text: string;
}

/** What would happen to it. */
export interface AheadView {
  readonly at: Instant;
  readonly verdict: "surface" | "hold";
  /** When it would be released. */
  readonly until: Instant | null;
  readonly sentence: string;
  readonly rule: string;
  readonly policyVersion: number;
  /** Message hours of that date, as wall-clock windows. */
  readonly windows: readonly HoursWindow[];
  /** The dated exception in force that day, by its name or kind. */
  readonly closure: string | null;
  readonly reply: AheadReply;
}

/** The reply as it would arrive, or why there would be none. */
export type AheadReply =
  | { readonly kind: "none"; readonly sentence: string }
  | {
      readonly kind: "send";
      readonly reply: ReplyKind;
      readonly language: Language;
      readonly subject: string;
      readonly text: string;
      /** The part of the text that cannot be removed. */
      readonly emergencyLine: string;
      /** Of a text message; null for a mail. */
      readonly segments: Segments | null;
    };

/** One day of the gate, midnight to midnight on the practice's clock: 23 to 25 hours where the clock changes. */
export interface AheadDay {
  readonly date: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly stretches: readonly GateStretch[];
}

export interface AheadWeek {
  readonly days: readonly AheadDay[];
  readonly moments: readonly AskedMoment[];
}
