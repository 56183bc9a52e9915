import { availabilityOf } from "../domain/availability/open-spans.ts";
import { agreementWith, startOfWeek } from "../domain/gate/agreed-hours.ts";
import type { GateFacts } from "../domain/gate/facts.ts";
import { mayQuoteReplies, mostQuoted, ownWordsIn } from "../domain/gate/own-words.ts";
import { findPhrase } from "../domain/gate/phrases.ts";
import { factsAbout, factsOfMoment, momentAt, type Moment } from "../domain/gate/moment.ts";
import { type Quiet, quietOf } from "../domain/gate/quiet.ts";
import type { ChannelKind } from "../domain/message/inbound.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { bookedIn } from "../domain/scheduling/booked.ts";
import type { Occurrence } from "../domain/scheduling/series.ts";
import type { Instant, Interval } from "../domain/time/instant.ts";
import type { StoredClient } from "../store/clients.ts";
import type { Database } from "../store/database.ts";
import { currentDoNotDisturb } from "../store/do-not-disturb.ts";
import { surfacedByRule } from "../store/messages.ts";
import { repliesTo } from "../store/outbox.ts";
import { allSeries } from "../store/series.ts";
import { type Known, knownOfOne } from "./known.ts";

/** Everything booked that meets the range, sorted by start. */
export function occurrencesIn(db: Database, range: Interval): Occurrence[] {
  return bookedIn(allSeries(db), range);
}

/** Who wrote a message, what, and when it came in. */
export interface Writer {
  readonly channel: ChannelKind;
  readonly sender: string;
  readonly text: string;
  readonly client: StoredClient | null;
  readonly receivedAt: Instant;
}

/** The moment `now` with what is booked and switched on in this practice. */
export function gatherMoment(db: Database, policy: Policy, now: Instant): Moment {
  return momentAt(policy, (range) => occurrencesIn(db, range), currentDoNotDisturb(db), now);
}

/** When messages are read and when nothing may interrupt, around `at`, for nobody in particular. */
export function quietAt(db: Database, policy: Policy, at: Instant): Quiet {
  return quietOf(policy, factsOfMoment(gatherMoment(db, policy, at)));
}

/** What the gate is told besides message and policy: gathered here, decided elsewhere. */
export function gatherFacts(
  db: Database,
  policy: Policy,
  moment: Moment,
  writer: Writer,
  known: Known = knownOfOne(db, policy),
): GateFacts {
  const { channel, sender, text, client, receivedAt } = writer;
  const about =
    client === null
      ? null
      : {
          id: client.id,
          urgent: client.urgent,
          contacts: known.contacts(client.id, receivedAt),
          clientHoursUsed: clientHoursUsed(db, policy, client.id, moment.now),
        };
  // Only a phrase makes it matter whose words they are.
  const matters = mayQuoteReplies(text) && findPhrase(text, policy.gate.safetyPhrases) !== null;
  const ownWords = matters ? ownWordsIn(text, repliesTo(db, [sender, ...(client?.emails ?? [])], mostQuoted)) : [];
  return factsAbout(moment, { receivedAt, blocked: known.isBlocked(channel, sender), ownWords }, about);
}

/** How many messages of a client their agreed hours let through in the week of `now`; 0 where there is no limit. */
function clientHoursUsed(db: Database, policy: Policy, clientId: string, now: Instant): number {
  const limit = agreementWith(policy, clientId)?.weeklyLimit ?? null;
  if (limit === null) return 0;
  const zones = availabilityOf(policy);
  return surfacedByRule(db, clientId, "client-hours", {
    start: startOfWeek(now, zones),
    end: startOfWeek(now, zones, 1),
  });
}
