import { nextOpening } from "../domain/availability/opening.ts";
import { availabilityOf } from "../domain/availability/open-spans.ts";
import type { Instant } from "../domain/time/instant.ts";
import { unopenedSafety } from "../store/alerts.ts";
import type { Database } from "../store/database.ts";
import { unclearMessages } from "../store/keywords.ts";
import { type JudgedMessage, judgedMessage, surfacedMessages } from "../store/messages.ts";
import { openSafetyReplies, unsettledReplies } from "../store/outbox.ts";
import { currentPolicy } from "../store/policies.ts";
import { isFromAPerson } from "./from-a-person.ts";
import { mostInList } from "./inbox-list.ts";
import type { MailboxService } from "./practice.ts";
import { type Names, presentMessage, presentReply } from "./present.ts";
import { ownReplyNeedsYou } from "./present-by-hand.ts";
import { type StandingOf, standings } from "./standing.ts";
import { noticeNeedsYou } from "./vacation-needs-you.ts";
import type { NeedsYouView } from "./today-views.ts";

/** What only a person can settle, each with what to do; what concerns somebody's safety first. */
export function needsYou(db: Database, mailboxes: MailboxService, names: Names, now: Instant): NeedsYouView[] {
  const standingOf = standings(db);
  const undelivered = undeliveredSafety(db, standingOf, names);
  const told = new Set(undelivered.map(({ messageId }) => messageId));
  const boxes = mailboxes.list();
  return [
    ...undelivered,
    ...unopenedSafety(db)
      .filter(({ message }) => !told.has(message.id))
      .map((judged) => unopened(judged, standingOf, names)),
    ...unclearMessages(db).map((judged) => unclear(judged, standingOf, names)),
    ...boxes.flatMap(({ id, address, health }) =>
      health.state === "waiting"
        ? [{ id, kind: "channel-fault" as const, sentence: `${address}: ${health.fault.sentence}`, messageId: null }]
        : [],
    ),
    ...unsettledReplies(db)
      .filter(({ messageId }) => !told.has(messageId))
      .map((reply) => replyNeedsYou(reply, names)),
    ...(boxes.length === 0 ? [noChannel] : []),
    ...(nextOpening(availabilityOf(currentPolicy(db).policy), now) === null ? [noOpening] : []),
    ...surfacedMessages(db, false, mostInList)
      .filter((judged) => isUnknown(judged) && !standingOf(judged).blocked)
      .map((judged) => unknownSender(judged, standingOf, names)),
  ];
}

const noChannel: NeedsYouView = {
  id: "no-channel",
  kind: "no-channel",
  sentence: "No mailbox is connected, so no message can arrive.",
  messageId: null,
};

const noOpening: NeedsYouView = {
  id: "no-opening",
  kind: "no-opening",
  sentence: "No message hours are in sight, so every message surfaces at once.",
  messageId: null,
};

/** One for each person: the newest message that no safety reply reached, until the therapist has dealt with it. */
function undeliveredSafety(db: Database, standingOf: StandingOf, names: Names): NeedsYouView[] {
  const people = new Set<string>();
  return openSafetyReplies(db, mostInList).flatMap((reply) => {
    const judged = reply.messageId === null ? null : judgedMessage(db, reply.messageId);
    if (judged === null) return [];
    const { undelivered } = standingOf(judged);
    const person = judged.message.clientId ?? `${judged.message.channel}:${judged.message.sender}`;
    if (undelivered === null || undelivered.settled || people.has(person)) return [];
    people.add(person);
    const view = presentMessage(judged, names, standingOf(judged));
    const said = view.undelivered?.sentence ?? "";
    return [
      {
        id: reply.id,
        kind: "safety-undelivered" as const,
        sentence: `${view.name}: ${said}`,
        messageId: judged.message.id,
      },
    ];
  });
}

function unopened(judged: JudgedMessage, standingOf: StandingOf, names: Names): NeedsYouView {
  const { id, name } = presentMessage(judged, names, standingOf(judged));
  return {
    id,
    kind: "safety-unopened",
    sentence: `A message from ${name} was let through for safety and is not opened yet.`,
    messageId: id,
  };
}

function unclear(judged: JudgedMessage, standingOf: StandingOf, names: Names): NeedsYouView {
  const { id, name, unclear: question } = presentMessage(judged, names, standingOf(judged));
  const back = question === "opt-in";
  return {
    id,
    kind: back ? "opt-in-unclear" : "opt-out-unclear",
    sentence: back
      ? `${name} may want automatic replies again. Only you can tell.`
      : `${name} may have asked for no automatic replies. Until you say how it was meant, none but safety replies go to them.`,
    messageId: id,
  };
}

function replyNeedsYou(reply: Parameters<typeof presentReply>[0], names: Names): NeedsYouView {
  if (reply.kind === "by-hand") return ownReplyNeedsYou(reply, names);
  if (reply.kind === "notice") return noticeNeedsYou(reply, names);
  const { name, to, reason } = presentReply(reply, names);
  const failed = reply.state === "failed";
  const what = failed ? "No automatic reply reached" : "It is not certain that the automatic reply reached";
  return {
    id: reply.id,
    kind: failed ? "reply-failed" : "reply-unconfirmed",
    sentence: `${what} ${name ?? to}. ${reason ?? ""}`.trim(),
    messageId: reply.messageId,
  };
}

const isUnknown = (judged: JudgedMessage): boolean =>
  judged.message.clientId === null && judged.message.readAt === null && isFromAPerson(judged);

function unknownSender(judged: JudgedMessage, standingOf: StandingOf, names: Names): NeedsYouView {
  const { id, name } = presentMessage(judged, names, standingOf(judged));
  return { id, kind: "unknown-sender", sentence: `${name} is not one of your clients yet.`, messageId: id };
}
