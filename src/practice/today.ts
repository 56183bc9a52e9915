import { availabilityOf, effectiveWindows } from "../domain/availability/open-spans.ts";
import { boundaryOfDay, dayAt } from "../domain/time/practice-zone.ts";
import { dateOfDay } from "../domain/time/wall.ts";
import { waitingByHand } from "../store/by-hand.ts";
import { recentReplies } from "../store/outbox.ts";
import { currentPolicy } from "../store/policies.ts";
import { allSeries } from "../store/series.ts";
import { reviewsNeedYou } from "./client-hours.ts";
import type { PracticeContext } from "./context.ts";
import { occurrencesIn } from "./facts.ts";
import { inboxList, namesIn } from "./inbox-list.ts";
import { needsYou } from "./needs-you.ts";
import type { MailboxService } from "./practice.ts";
import { presentReply, presentSession } from "./present.ts";
import { presentThreadReply } from "./present-by-hand.ts";
import { returnView } from "./return-view.ts";
import { vacationsNeedYou } from "./vacation-needs-you.ts";
import type { TodayView } from "./today-views.ts";

const mostReplies = 8;

/** The day at a glance: sessions, what waits, what was answered, and what only a person can settle. */
export function today(context: PracticeContext, mailboxes: MailboxService): TodayView {
  const { db, clock } = context;
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
  const inbox = inboxList(context);
  return {
    date,
    sessions: occurrencesIn(db, range).map((occurrence) =>
      presentSession(occurrence, names, availability, recurring.has(occurrence.seriesId)),
    ),
    windows: effectiveWindows(availability, date),
    held: [...inbox.held, ...inbox.unknown.filter(({ held }) => held)],
    digest: inbox.digest.filter(({ unread }) => unread > 0),
    recentReplies: recentReplies(db, mostReplies).map((reply) => presentReply(reply, names)),
    waitingToLeave: waitingByHand(db).map((reply) => presentThreadReply(db, reply, names)),
    needsYou: [
      ...needsYou(db, mailboxes, names, now),
      ...reviewsNeedYou(db, policy, date),
      ...vacationsNeedYou(db, now),
    ],
    back: returnView(db, now),
  };
}
