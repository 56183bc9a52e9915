import { availabilityOf } from "../domain/availability/open-spans.ts";
import { isOpenAt } from "../domain/availability/opening.ts";
import type { Database } from "../store/database.ts";
import type { StoredReply } from "../store/outbox.ts";
import { policyAt } from "../store/policies.ts";
import { leavesAt } from "./leaving-at-opening.ts";
import { type Names, presentReply } from "./present.ts";
import type { ThreadReplyView } from "./message-views.ts";
import type { TodayView } from "./today-views.ts";

/** One reply as it stands among the messages of its thread. */
export function presentThreadReply(db: Database, reply: StoredReply, names: Names): ThreadReplyView {
  const waits = reply.kind === "by-hand" && reply.state === "queued";
  const inVain = (reply.state === "failed" || reply.state === "unconfirmed") && reply.settledAt === null;
  const outsideHours = leftOutsideHours(db, reply);
  return { ...presentReply(reply, names), waits, inVain, outsideHours, leavesAt: waits ? leavesAt(reply) : null };
}

/** By the policy in force when it left. */
function leftOutsideHours(db: Database, { kind, sentAt }: StoredReply): boolean {
  return kind === "by-hand" && sentAt !== null && !isOpenAt(availabilityOf(policyAt(db, sentAt)), sentAt);
}

/** A reply of the therapist's own that did not arrive, or may not have. */
export function ownReplyNeedsYou(reply: StoredReply, names: Names): TodayView["needsYou"][number] {
  const { id, messageId, name, to, reason } = presentReply(reply, names);
  const failed = reply.state === "failed";
  const sentence = failed
    ? `Your reply to ${name ?? to} was not sent.`
    : `Your reply may not have reached ${name ?? to}.`;
  return {
    id,
    kind: failed ? "own-reply-failed" : "own-reply-unconfirmed",
    sentence: `${sentence} ${reason ?? ""}`.trim(),
    messageId,
  };
}
