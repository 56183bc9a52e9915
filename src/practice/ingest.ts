import { createHash } from "node:crypto";
import { repeatedContact } from "../domain/gate/rules/repeated-contact.ts";
import type { InboundMessage } from "../domain/message/inbound.ts";
import { accountById } from "../store/accounts.ts";
import { clientByAddress } from "../store/clients.ts";
import type { Database } from "../store/database.ts";
import { addVerdict, insertMessage, messageByIdentity } from "../store/messages.ts";
import { currentPolicy } from "../store/policies.ts";
import type { PracticeContext } from "./context.ts";
import { decideHeldOfClientAgain } from "./decide-again.ts";
import { judgeBy } from "./judge.ts";
import { keywordIn, obeyKeyword } from "./opting-out.ts";
import { queueReply } from "./reply-queue.ts";

/**
 * Takes in one message: message, verdict and the queued reply (or the reason for none) in ONE transaction, idempotent on
 * channel, account and external id. Returns false when it was already there.
 */
export function ingest(context: PracticeContext, inbound: InboundMessage): boolean {
  const { db, clock, newId, step } = context;
  step("received");
  const stored = db.transaction((transaction) => {
    const now = clock.now();
    const id = newId();
    const client = clientByAddress(transaction, inbound.channel, inbound.sender);
    const keyword = keywordIn(context, transaction, inbound, client, now);
    const isNew = insertMessage(transaction, {
      id,
      channel: inbound.channel,
      accountId: inbound.accountId,
      externalId: identityOf(transaction, inbound),
      sender: inbound.sender,
      senderName: inbound.senderName,
      clientId: client?.id ?? null,
      subject: inbound.subject,
      text: inbound.text,
      attachments: inbound.attachments,
      envelope: inbound.envelope,
      unreadable: inbound.unreadable,
      receivedAt: inbound.receivedAt,
      storedAt: now,
      keyword,
    });
    if (!isNew) return false;

    const { version, policy } = currentPolicy(transaction);
    const { verdict, facts } = judgeBy(context, transaction, policy)(inbound, { ...inbound, client }, now);
    addVerdict(transaction, { id: newId(), messageId: id, decidedAt: now, verdict, policyVersion: version, facts });
    const account = accountById(transaction, inbound.accountId);
    if (account === null)
      throw new Error(`A message came in through an account that does not exist: ${inbound.accountId}`);
    queueReply(context, transaction, {
      message: { ...inbound, id, keyword, storedAt: now },
      verdict,
      gate: facts,
      client,
      account: account.settings,
      policy,
      now,
    });
    obeyKeyword(transaction, inbound, client, keyword, now);
    // The earlier messages of a burst are part of it, also where another rule spoke about the last one.
    if (client !== null && repeatedContact(facts, policy) !== null)
      decideHeldOfClientAgain(context, transaction, client.id);
    return true;
  });
  if (stored) {
    step("stored");
    context.changed("messages", "replies", "clients", "light");
  }
  return stored;
}

/**
 * Some programs give the same Message-ID to different mails. The identity of a mail that says something else than the one
 * already stored under its id is the id and a hash of what it says, so that neither is lost (promise 1).
 */
function identityOf(db: Database, inbound: InboundMessage): string {
  const stored = messageByIdentity(db, inbound.channel, inbound.accountId, inbound.externalId);
  if (stored === null) return inbound.externalId;
  const partlyRead = stored.unreadable !== null || inbound.unreadable !== null;
  const same = stored.sender === inbound.sender && stored.subject === inbound.subject && stored.text === inbound.text;
  if (partlyRead || same) return inbound.externalId;
  const words = createHash("sha256")
    .update(JSON.stringify([inbound.sender, inbound.subject, inbound.text]))
    .digest("hex");
  return `${inbound.externalId} sha256:${words}`;
}
