import type { EmailAccount } from "../channels/email/account.ts";
import type { Verdict } from "../domain/gate/verdict.ts";
import type { Envelope } from "../domain/message/inbound.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { decideReply } from "../domain/replies/decide-reply.ts";
import type { Instant } from "../domain/time/instant.ts";
import type { StoredClient } from "../store/clients.ts";
import type { Database } from "../store/database.ts";
import { insertReply, replyHistory } from "../store/outbox.ts";
import type { PracticeContext } from "./context.ts";

/** The message that may be answered, as it came in or as it was stored. */
export interface AnswerableMessage {
  readonly id: string;
  readonly channel: string;
  readonly accountId: string;
  readonly sender: string;
  readonly envelope: Envelope;
  readonly receivedAt: Instant;
}

/**
 * Decides about the automatic reply to a message and puts the result into the outbox, within the caller's transaction:
 * queued, or suppressed with its reason. A message that calls for no reply leaves no row.
 */
export function queueReply(
  { newId, words }: PracticeContext,
  db: Database,
  message: AnswerableMessage,
  verdict: Verdict,
  client: StoredClient | null,
  account: EmailAccount,
  policy: Policy,
  now: Instant,
): void {
  const decision = decideReply(
    {
      now,
      verdict,
      channel: message.channel,
      sender: message.sender,
      envelope: message.envelope,
      receivedAt: message.receivedAt,
      client: client === null ? null : { ...client, addresses: client.emails },
      ownAddresses: [account.address, ...account.aliases],
      words,
      history: replyHistory(db, message.envelope.returnPath ?? message.sender),
    },
    policy,
  );
  if (decision.kind === "none") return;
  const id = newId();
  const common = {
    id,
    messageId: message.id,
    accountId: message.accountId,
    kind: decision.reply,
    replyKey: decision.key,
    externalId: `<${id}@${account.address.slice(account.address.lastIndexOf("@") + 1)}>`,
    createdAt: now,
    attempts: 0,
    nextAttemptAt: now,
  };
  insertReply(
    db,
    decision.kind === "send"
      ? {
          ...common,
          state: "queued",
          recipient: decision.to,
          subject: decision.subject,
          text: decision.text,
          expiresAt: decision.expiresAt,
        }
      : {
          ...common,
          state: "suppressed",
          recipient: message.sender,
          subject: "",
          text: "",
          reason: decision.suppression,
          expiresAt: now,
        },
  );
}
