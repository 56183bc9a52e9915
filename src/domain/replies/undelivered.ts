import type { OutboxKind } from "./reply.ts";
import { saySuppression } from "./say-suppression.ts";

/** So many attempts that failed, some minutes in all, count as a reply that does not reach anybody for now. */
export const manyAttempts = 3;

/** The safety reply to a message as it stands: the one decided last, and the one that an `already-told` leans on. */
export interface SafetyReply {
  readonly kind: OutboxKind;
  readonly state: "queued" | "sending" | "sent" | "failed" | "unconfirmed" | "suppressed";
  /** A suppression, or the sentence of a fault. */
  readonly reason: string | null;
  readonly attempts: number;
}

/** That no safety reply reached the sender, and why, in words that follow "No safety reply reached them:". */
export interface Undelivered {
  readonly why: string;
  readonly certain: boolean;
}

/** What programs send calls for no reply; nobody waits for one there. */
const fromPrograms: ReadonlySet<string> = new Set([
  "automatic-mail",
  "mailing-list",
  "bulk-mail",
  "machine-sender",
  "own-address",
  "delivery-report",
  "loop",
]);

/** Of strangers: a forgery, spam, or a report in disguise far more often than a person. */
const hardlyAPerson: ReadonlySet<string> = new Set(["junk", "null-sender"]);

/**
 * Why the safety reply to a message reached nobody, or null when it did, may still, or when none was due (FIELD 4b, C2). The
 * rule about loops stands above it: what a program sent is never answered, and nobody is missing that answer.
 */
export function undelivered(
  reply: SafetyReply,
  told: SafetyReply | null,
  sender: { readonly isClient: boolean; readonly hasAddress: boolean },
): Undelivered | null {
  if (reply.kind !== "safety") return null;
  switch (reply.state) {
    case "sent":
    case "sending":
      return null;
    case "queued":
      return reply.attempts < manyAttempts
        ? null
        : { why: `it could not be sent yet. ${reply.reason ?? ""}`.trim(), certain: true };
    case "failed":
      return { why: `it could not be sent. ${reply.reason ?? ""}`.trim(), certain: true };
    case "unconfirmed":
      return {
        why: "the connection broke while it was being sent, so it may or may not have arrived.",
        certain: false,
      };
    case "suppressed":
      return suppressed(reply.reason ?? "", told, sender);
    default:
      return reply.state satisfies never;
  }
}

function suppressed(
  reason: string,
  told: SafetyReply | null,
  { isClient, hasAddress }: { readonly isClient: boolean; readonly hasAddress: boolean },
): Undelivered | null {
  // They were told within the hour: what became of that reply counts.
  if (reason === "already-told") return told === null ? null : undelivered(told, null, { isClient, hasAddress });
  if (fromPrograms.has(reason) || reason === "superseded") return null;
  if (!hasAddress) return { why: "the message names no address to answer.", certain: true };
  if (!isClient && hardlyAPerson.has(reason)) return null;
  return { why: whyNot(reason), certain: true };
}

function whyNot(reason: string): string {
  switch (reason) {
    case "opted-out":
      return "they opted out of automatic replies.";
    case "circuit-breaker":
      return "too many automatic replies had been sent in a short time.";
    case "stale":
      return "the message was seen too late.";
    default: {
      const sentence = saySuppression(reason);
      return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
    }
  }
}

/** Did this state of a safety reply just make known that it reaches nobody? It is told once, not at every further attempt. */
export function isNews({ kind, state, attempts }: Pick<SafetyReply, "state" | "attempts"> & { kind: string }): boolean {
  if (kind !== "safety") return false;
  switch (state) {
    case "sent":
    case "sending":
      return false;
    case "queued":
      return attempts === manyAttempts;
    case "failed":
    case "unconfirmed":
      return attempts <= manyAttempts;
    case "suppressed":
      return attempts < manyAttempts;
    default:
      return state satisfies never;
  }
}
