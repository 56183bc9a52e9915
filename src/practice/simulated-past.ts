import type { Past } from "../domain/replay/past.ts";
import type { ReplyFacts } from "../domain/replies/reply-facts.ts";
import { day, type Instant, type Interval } from "../domain/time/instant.ts";
import { allClients } from "../store/clients.ts";
import type { Database } from "../store/database.ts";
import { settledWithin } from "../store/keywords.ts";
import {
  addressesEver,
  allDoNotDisturb,
  firstOptOuts,
  markedSenders,
  messagesSeen,
  repliesQueued,
  type SeenMessage,
  sentByHand,
} from "../store/past.ts";
import { allSeries } from "../store/series.ts";

/** Messages so long before the period are played as well: they may still be held when it begins, or be part of a burst. */
const leadIn = 8 * day;
/** No closed period for which a sender may already have been told is longer. */
const repliesReachBack = 366 * day;

/** What happened in a period and shortly before it. */
export interface SimulatedPast {
  readonly past: Past;
  /** What the sender of each message called themselves, by message. */
  readonly senderNames: ReadonlyMap<string, string>;
}

/**
 * What the database holds of a period, as a replay asks for it. Sessions, clients and whose a message is are taken as they
 * stand today; STOP and START, and what the therapist took for them, are traced back to where the period begins.
 */
export function simulatedPast(db: Database, words: ReplyFacts["words"], period: Interval): SimulatedPast {
  const start = period.start - leadIn;
  const seen = messagesSeen(db, { start, end: period.end });
  const past: Past = {
    messages: seen.map(({ message }) => (message.channel === "email" ? message : { ...message, envelope: null })),
    clients: clientsAt(db, start),
    series: allSeries(db),
    doNotDisturb: allDoNotDisturb(db),
    ...markedSenders(db),
    settlements: settledWithin(db, { start, end: period.end }),
    replies: repliesQueued(db, { start: start - repliesReachBack, end: start }),
    byHand: sentByHand(db, { start: start - day, end: period.end }),
    ownAddresses: addressesEver(db),
    words,
  };
  return { past, senderNames: new Map(seen.map(({ message, senderName }: SeenMessage) => [message.id, senderName])) };
}

/** A client who has written STOP since got automatic replies before; one who has written START did not. */
function clientsAt(db: Database, start: Instant): Past["clients"] {
  const first = firstOptOuts(db, start);
  return allClients(db).map(({ id, preferredName, language, zone, urgent, emails, sharedEmails, optedOut }) => {
    const keyword = first.get(id);
    return {
      id,
      preferredName,
      language,
      zone,
      urgent,
      addresses: emails,
      sharedAddresses: sharedEmails,
      optedOut: keyword === undefined ? optedOut : keyword === "opt-in",
    };
  });
}
