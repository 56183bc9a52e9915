import type { Verdict } from "../gate/verdict.ts";
import { wasWrittenByAPerson } from "../replies/written-by-a-person.ts";
import type { ReplyDecision } from "../replies/reply.ts";
import type { Instant } from "../time/instant.ts";
import type { Replayed } from "./replay.ts";

/** How a message fares otherwise. Where several are so, the first of them. */
export const differences = ["surfaces", "waits", "earlier", "later", "reply", "safety"] as const;
export type Difference = (typeof differences)[number];

/** One message that fares otherwise in the second replay than in the first. */
export interface ReplayChange {
  readonly difference: Difference;
  readonly before: Replayed;
  readonly after: Replayed;
  /** The automatic reply is another one, or there is one where there was none, or none any more. */
  readonly replyDiffers: boolean;
}

/** What a replay amounts to. */
export interface ReplayFigures {
  /** Messages that waited when they came in, and those that surfaced at once; those of blocked senders are neither. */
  readonly held: number;
  readonly surfaced: number;
  /** Automatic replies, safety replies and confirmations included. */
  readonly replies: number;
  /** Moments at which the therapist is told of something: what surfaces together is told once. */
  readonly notifications: number;
  /** Those of these moments at which the therapist would not read messages. */
  readonly interruptions: number;
}

/**
 * The messages of two replays of the same past that fare otherwise in the second, in the order in which they came in.
 * Another rule alone changes nothing for anybody, unless one of the two is the safety rule: its notification is repeated.
 */
export function compareReplays(before: readonly Replayed[], after: readonly Replayed[]): ReplayChange[] {
  const afterwards = new Map(after.map((one) => [one.message.id, one]));
  return before.flatMap((one) => {
    const other = afterwards.get(one.message.id);
    if (other === undefined) return [];
    const replyDiffers = !isSameReply(one.reply, other.reply);
    const difference = differenceOf(one, other, replyDiffers);
    return difference === null ? [] : [{ difference, before: one, after: other, replyDiffers }];
  });
}

function differenceOf(before: Replayed, after: Replayed, replyDiffers: boolean): Difference | null {
  if (before.verdict.kind !== after.verdict.kind) return after.verdict.kind === "surface" ? "surfaces" : "waits";
  const moved = surfacedAt(after) - surfacedAt(before);
  if (moved < 0) return "earlier";
  if (moved > 0) return "later";
  if (replyDiffers) return "reply";
  return isSafety(before.surfaced?.verdict) === isSafety(after.surfaced?.verdict) ? null : "safety";
}

const isSafety = (verdict: Verdict | undefined): boolean => verdict?.rule === "safety";

/** What is still held at the end surfaces after everything else; two such messages fare alike. */
const surfacedAt = ({ surfaced }: Replayed): number => surfaced?.at ?? Number.MAX_SAFE_INTEGER;

function isSameReply(one: ReplyDecision, other: ReplyDecision): boolean {
  if (one.kind === "send")
    return (
      other.kind === "send" &&
      one.reply === other.reply &&
      one.to === other.to &&
      one.subject === other.subject &&
      one.text === other.text
    );
  // Why nothing was sent makes no difference to whoever got nothing.
  return other.kind !== "send";
}

/** Is the therapist told that it surfaced? Never of blocked senders, nor of what a program wrote for no client. */
function isTold({ message: { clientId, envelope, sender }, surfaced }: Replayed): boolean {
  const rule = surfaced?.verdict.rule;
  if (rule === "blocked") return false;
  return clientId !== null || rule === "safety" || envelope === null || wasWrittenByAPerson(envelope, sender, false);
}

/** What a replay amounts to; `reads` says whether the therapist reads messages at an instant. */
export function figuresOf(replayed: readonly Replayed[], reads: (at: Instant) => boolean): ReplayFigures {
  const told = new Set(replayed.flatMap((one) => (one.surfaced !== null && isTold(one) ? one.surfaced.at : [])));
  return {
    held: replayed.filter(({ verdict }) => verdict.kind === "hold").length,
    surfaced: replayed.filter(({ verdict }) => verdict.kind === "surface" && verdict.rule !== "blocked").length,
    replies: replayed.filter(({ reply }) => reply.kind === "send").length,
    notifications: told.size,
    interruptions: [...told].filter((at) => !reads(at)).length,
  };
}
