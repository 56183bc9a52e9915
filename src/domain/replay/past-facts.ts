import { availabilityOf } from "../availability/open-spans.ts";
import { agreementWith, startOfWeek } from "../gate/agreed-hours.ts";
import { distinctContacts, reachOfContacts } from "../gate/contacts.ts";
import type { GateFacts } from "../gate/facts.ts";
import { mayQuoteReplies, mostQuoted, ownWordsIn } from "../gate/own-words.ts";
import { factsAbout, type Moment } from "../gate/moment.ts";
import { findPhrase } from "../gate/phrases.ts";
import type { Verdict } from "../gate/verdict.ts";
import type { Policy } from "../policy/policy.ts";
import type { ReplyFacts } from "../replies/reply-facts.ts";
import { bookedIn } from "../scheduling/booked.ts";
import { contains, day, hour, type Instant } from "../time/instant.ts";
import { isAmong, type Past, type PastMessage } from "./past.ts";
import {
  addressesOf,
  arrivedFrom,
  clientOf,
  hasOptedOut,
  historyFor,
  isUnclear,
  repliesTo,
  surfacedFrom,
  type SoFar,
} from "./so-far.ts";

/** What the gate is told of a message of the past. */
export function factsOfPast(past: Past, soFar: SoFar, policy: Policy, moment: Moment, message: PastMessage): GateFacts {
  const client = clientOf(soFar, message);
  const known = {
    receivedAt: message.receivedAt,
    blocked: isAmong(past.blocked, message, moment.now),
    // Only a phrase makes it matter whose words they are.
    ownWords:
      mayQuoteReplies(message.text) && findPhrase(message.text, policy.gate.safetyPhrases) !== null
        ? ownWordsIn(
            message.text,
            repliesTo(soFar, addressesOf(message, client))
              .slice(-mostQuoted)
              .map(({ text }) => text),
          )
        : [],
  };
  if (client === null) return factsAbout(moment, known, null);
  const reach = reachOfContacts(policy, message.receivedAt);
  const near =
    reach === null ? [] : arrivedFrom(soFar, message).filter(({ receivedAt }) => contains(reach, receivedAt));
  return factsAbout(moment, known, {
    id: client.id,
    urgent: client.urgent,
    contacts: distinctContacts(near),
    clientHoursUsed: clientHoursUsed(soFar, policy, message, moment.now),
  });
}

/** How many messages of the client agreed hours let through in the week of `now`; 0 where there is no limit. */
function clientHoursUsed(soFar: SoFar, policy: Policy, message: PastMessage, now: Instant): number {
  const limit = agreementWith(policy, message.clientId)?.weeklyLimit ?? null;
  if (limit === null) return 0;
  const zones = availabilityOf(policy);
  const week = { start: startOfWeek(now, zones), end: startOfWeek(now, zones, 1) };
  return surfacedFrom(soFar, message).filter(({ at, rule }) => rule === "client-hours" && contains(week, at)).length;
}

/** What the reply rules are told of a message of the past. */
export function replyFactsOfPast(
  past: Past,
  soFar: SoFar,
  policy: Policy,
  message: PastMessage,
  { now, verdict, gate }: { readonly now: Instant; readonly verdict: Verdict; readonly gate: GateFacts },
): ReplyFacts {
  const { channel, sender, envelope, receivedAt, seenAt, text, keyword } = message;
  const client = clientOf(soFar, message);
  const alike = arrivedFrom(soFar, message).filter(
    (one) =>
      one.channel === channel && one.sender === sender && one.text === text && one.receivedAt >= receivedAt - hour,
  );
  return {
    now,
    verdict,
    gate,
    channel,
    sender,
    envelope,
    receivedAt,
    seenAt,
    client,
    optOut: {
      keyword,
      before: hasOptedOut(past, soFar, message, now),
      unclear: isUnclear(soFar, message, now),
    },
    alikeInHour: channel === "email" ? 0 : alike.length,
    nextSession: policy.replies.nextSession && client !== null ? nextSession(past, client.id, now) : null,
    ownAddresses: past.ownAddresses,
    words: past.words,
    history: historyFor(past, soFar, addressesOf(message, client)),
  };
}

/** When the client's next session begins within a year; null where none is booked. */
function nextSession(past: Past, clientId: string, now: Instant): Instant | null {
  const booked = bookedIn(past.series, { start: now, end: now + 366 * day });
  return booked.find((one) => one.clientId === clientId && one.start >= now)?.start ?? null;
}
