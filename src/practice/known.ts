import { distinctContacts, reachOfContacts } from "../domain/gate/contacts.ts";
import type { ChannelKind } from "../domain/message/inbound.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { contains, type Instant } from "../domain/time/instant.ts";
import type { Database } from "../store/database.ts";
import { arrivalsByClient, blockedSenders, type DecidedMessage } from "../store/held.ts";
import { messagesOfClient } from "../store/messages.ts";
import { senderOf } from "../store/senders.ts";

/** What the practice knows of those who write: looked up for one message, or read together for many. */
export interface Known {
  isBlocked(channel: ChannelKind, sender: string): boolean;
  /** When distinct messages of a client came in around `receivedAt`. */
  contacts(clientId: string, receivedAt: Instant): readonly Instant[];
}

/** Looks up what a single message needs. */
export function knownOfOne(db: Database, policy: Policy): Known {
  return {
    isBlocked: (channel, sender) => (senderOf(db, channel, sender)?.blockedAt ?? null) !== null,
    contacts(clientId, receivedAt) {
      const reach = reachOfContacts(policy, receivedAt);
      return reach === null ? [] : distinctContacts(messagesOfClient(db, clientId, reach));
    },
  };
}

/** Reads at once what many messages need; only where a client wrote several times in a row it is looked at closely. */
export function knownOfMany(db: Database, policy: Policy, messages: readonly DecidedMessage[]): Known {
  const one = knownOfOne(db, policy);
  const blocked = blockedSenders(db);
  const first = reachOfContacts(policy, Math.min(...messages.map(({ receivedAt }) => receivedAt)));
  const last = reachOfContacts(policy, Math.max(...messages.map(({ receivedAt }) => receivedAt)));
  const range = first === null || last === null ? null : { start: first.start, end: last.end };
  const arrivals = range === null ? null : arrivalsByClient(db, range);
  return {
    isBlocked: (channel, sender) => blocked.has(`${channel} ${sender}`),
    contacts(clientId, receivedAt) {
      const reach = reachOfContacts(policy, receivedAt);
      if (reach === null) return [];
      const near = (arrivals?.get(clientId) ?? []).filter((arrival) => contains(reach, arrival));
      return near.length < 2 ? near : one.contacts(clientId, receivedAt);
    },
  };
}
