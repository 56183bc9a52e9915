import type { Instant } from "../time/instant.ts";

/**
 * What the app answers by itself: to a held message, with emergency numbers first, and the one confirmation of STOP or
 * START (FIELD 4b).
 */
export const replyKinds = ["availability", "safety", "opt-out", "opt-in"] as const;
export type ReplyKind = (typeof replyKinds)[number];

/** What may stand in the outbox: besides automatic replies what the therapist wrote, or has sent to several, by hand. */
export type OutboxKind = ReplyKind | "by-hand" | "notice";

/** Why no automatic reply is sent. The ids of FIELD.md stand beside each. */
export const suppressions = [
  "automatic-mail", // E1
  "null-sender", // E2
  "mailing-list", // E3
  "bulk-mail", // E4
  "machine-sender", // E5
  "not-addressed-to-practice", // E6
  "own-address", // E7
  "already-told", // E8
  "asked-not-to-be-answered", // E9
  "delivery-report", // E10
  "junk", // E11
  "unknown-sender", // E12
  "stale", // E13
  "circuit-breaker", // E14
  "return-path-differs",
  "switched-off",
  "opted-out",
  "opt-out-unclear",
  "blocked",
  "loop",
  "just-written-to",
  "open-by-now",
  "fault",
] as const;
export type Suppression = (typeof suppressions)[number];

/** What the reply rules decide. `none` where a message calls for no reply at all. */
export type ReplyDecision =
  | { readonly kind: "none" }
  | { readonly kind: "suppressed"; readonly reply: ReplyKind; readonly key: string; readonly suppression: Suppression }
  | {
      readonly kind: "send";
      readonly reply: ReplyKind;
      readonly key: string;
      /** The Return-Path address, and never another (RFC 3834 4). */
      readonly to: string;
      readonly subject: string;
      readonly text: string;
      /** The reply stops being true here and is then no longer sent. */
      readonly expiresAt: Instant;
    };
