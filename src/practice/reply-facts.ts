import type { EmailAccount } from "../channels/email/account.ts";
import type { GateFacts } from "../domain/gate/facts.ts";
import type { Verdict } from "../domain/gate/verdict.ts";
import type { ChannelKind, Envelope } from "../domain/message/inbound.ts";
import type { Keyword } from "../domain/message/keywords.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { ReplyFacts } from "../domain/replies/reply-facts.ts";
import { hour, type Instant } from "../domain/time/instant.ts";
import { activeAccounts } from "../store/accounts.ts";
import type { StoredClient } from "../store/clients.ts";
import type { Database } from "../store/database.ts";
import { hasUnclearOptOut, timesWritten } from "../store/messages.ts";
import { replyHistory } from "../store/outbox.ts";
import { senderOf } from "../store/senders.ts";
import { nextSessionOf } from "./next-session.ts";

/** The message that may be answered, as it came in or as it was stored. */
export interface AnswerableMessage {
  readonly id: string;
  readonly channel: ChannelKind;
  readonly accountId: string;
  readonly sender: string;
  readonly text: string;
  readonly envelope: Envelope;
  readonly keyword: Keyword | null;
  readonly receivedAt: Instant;
  /** When this app first saw it. */
  readonly storedAt: Instant;
}

/** A message with all that its automatic reply depends on. */
export interface Answerable {
  readonly message: AnswerableMessage;
  readonly verdict: Verdict;
  /** What the gate was told when it gave the verdict. */
  readonly gate: GateFacts;
  readonly client: StoredClient | null;
  readonly account: Pick<EmailAccount, "address" | "aliases">;
  readonly policy: Policy;
  readonly now: Instant;
  /** Replies after this instant do not count; left out, all do, whatever the clock said. */
  readonly historyUntil?: Instant;
}

/** What the reply rules are told: gathered here, decided elsewhere. */
export function gatherReplyFacts(db: Database, words: ReplyFacts["words"], answerable: Answerable): ReplyFacts {
  const { message, verdict, gate, client, account, policy, now } = answerable;
  const { channel, sender } = message;
  const email = channel === "email";
  return {
    now,
    verdict,
    gate,
    channel,
    sender,
    envelope: email ? message.envelope : null,
    receivedAt: message.receivedAt,
    seenAt: message.storedAt,
    client:
      client === null
        ? null
        : {
            preferredName: client.preferredName,
            language: client.language,
            zone: client.zone,
            addresses: client.emails,
            sharedAddresses: client.sharedEmails,
          },
    optOut: {
      keyword: message.keyword,
      before: client?.optedOut ?? isOptedOut(db, channel, sender),
      unclear: hasUnclearOptOut(db, channel, sender, client?.id ?? null),
    },
    alikeInHour: email ? 0 : timesWritten(db, channel, sender, message.text, message.receivedAt - hour),
    nextSession: policy.replies.nextSession && client !== null ? nextSessionOf(db, client.id, now) : null,
    ownAddresses: [account, ...activeAccounts(db).map(({ settings }) => settings)].flatMap(({ address, aliases }) => [
      address,
      ...aliases,
    ]),
    words,
    // A client who writes from another of their addresses, or in another way, is still the same client (promise 4).
    history: replyHistory(
      db,
      [email ? (message.envelope.returnPath ?? sender) : sender, sender, ...(client?.emails ?? [])],
      answerable.historyUntil,
    ),
  };
}

function isOptedOut(db: Database, channel: ChannelKind, sender: string): boolean {
  const optedOutAt = senderOf(db, channel, sender)?.optedOutAt ?? null;
  return optedOutAt !== null;
}
