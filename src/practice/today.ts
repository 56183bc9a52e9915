import { availabilityOf, effectiveWindows } from "../domain/availability/open-spans.ts";
import { nextOpening } from "../domain/availability/opening.ts";
import { boundaryOfDay, dayAt } from "../domain/time/practice-zone.ts";
import { dateOfDay } from "../domain/time/wall.ts";
import { waitingByHand } from "../store/by-hand.ts";
import type { Database } from "../store/database.ts";
import { surfacedMessages } from "../store/messages.ts";
import { recentReplies, unsettledReplies } from "../store/outbox.ts";
import { currentPolicy } from "../store/policies.ts";
import { allSeries } from "../store/series.ts";
import { dueForReview } from "./client-hours.ts";
import type { PracticeContext } from "./context.ts";
import { occurrencesIn } from "./facts.ts";
import { isFromAPerson } from "./from-a-person.ts";
import { inboxList, mostInList, namesIn } from "./inbox-list.ts";
import type { MailboxService } from "./practice.ts";
import { type Names, presentMessage, presentReply, presentSession } from "./present.ts";
import { ownReplyNeedsYou, presentThreadReply } from "./present-by-hand.ts";
import type { TodayView } from "./views.ts";

const mostReplies = 8;

/** The day at a glance: sessions, what waits, what was answered, and what only a person can settle. */
export function today({ db, clock }: PracticeContext, mailboxes: MailboxService): TodayView {
  const now = clock.now();
  const { policy } = currentPolicy(db);
  const availability = availabilityOf(policy);
  const dayNumber = dayAt(availability, now);
  const date = dateOfDay(dayNumber);
  const range = {
    start: boundaryOfDay(availability, dayNumber, 0),
    end: boundaryOfDay(availability, dayNumber + 1, 0),
  };
  const names = namesIn(db);
  const recurring = new Set(allSeries(db).flatMap((series) => (series.rule === null ? [] : [series.id])));
  const inbox = inboxList(db);
  return {
    date,
    sessions: occurrencesIn(db, range).map((occurrence) =>
      presentSession(occurrence, names, availability, recurring.has(occurrence.seriesId)),
    ),
    windows: effectiveWindows(availability, date),
    held: [...inbox.held, ...inbox.unknown.filter(({ held }) => held)],
    surfaced: inbox.surfaced.filter(({ read }) => !read),
    recentReplies: recentReplies(db, mostReplies).map((reply) => presentReply(reply, names)),
    waitingToLeave: waitingByHand(db).map((reply) => presentThreadReply(reply, names)),
    needsYou: [
      ...needsYou(db, mailboxes, nextOpening(availability, now) === null, names),
      ...dueForReview(db, policy, date).map(({ id, preferredName }) => ({
        id,
        kind: "review-of-hours" as const,
        sentence: `The hours agreed with ${preferredName} are due for review.`,
        messageId: null,
      })),
    ],
  };
}

function needsYou(db: Database, mailboxes: MailboxService, neverOpens: boolean, names: Names): TodayView["needsYou"] {
  const boxes = mailboxes.list();
  const replies = unsettledReplies(db).map((reply) => {
    if (reply.kind === "by-hand") return ownReplyNeedsYou(reply, names);
    const { name, to, reason } = presentReply(reply, names);
    return {
      id: reply.id,
      kind: reply.state === "failed" ? ("reply-failed" as const) : ("reply-unconfirmed" as const),
      sentence:
        `${reply.state === "failed" ? "No automatic reply reached" : "It is not certain that the automatic reply reached"} ${name ?? to}. ${reason ?? ""}`.trim(),
      messageId: reply.messageId,
    };
  });
  const faults = boxes.flatMap(({ id, address, health }) =>
    health.state === "waiting"
      ? [{ id, kind: "channel-fault" as const, sentence: `${address}: ${health.fault.sentence}`, messageId: null }]
      : [],
  );
  const unknown = surfacedMessages(db, false, mostInList)
    .filter((judged) => judged.message.clientId === null && judged.message.readAt === null && isFromAPerson(judged))
    .map((judged) => presentMessage(judged, names))
    .map(({ id, name }) => ({
      id,
      kind: "unknown-sender" as const,
      sentence: `${name} is not one of your clients yet.`,
      messageId: id,
    }));
  return [
    ...faults,
    ...replies,
    ...(boxes.length === 0
      ? [
          {
            id: "no-channel",
            kind: "no-channel" as const,
            sentence: "No mailbox is connected, so no message can arrive.",
            messageId: null,
          },
        ]
      : []),
    ...(neverOpens
      ? [
          {
            id: "no-opening",
            kind: "no-opening" as const,
            sentence: "No message hours are in sight, so every message surfaces at once.",
            messageId: null,
          },
        ]
      : []),
    ...unknown,
  ];
}
