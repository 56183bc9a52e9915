import type { InboundMessage } from "../domain/message/inbound.ts";
import { type Keyword, keywordOf } from "../domain/message/keywords.ts";
import { day, type Instant, type Interval } from "../domain/time/instant.ts";
import { accountById } from "../store/accounts.ts";
import { clientById, type StoredClient, updateClient } from "../store/clients.ts";
import type { Database } from "../store/database.ts";
import { howOptedOut } from "../store/keywords.ts";
import { judgedMessage, type StoredMessage, threadOf, updateMessage } from "../store/messages.ts";
import { replyTo, suppressQueued, wroteSince } from "../store/outbox.ts";
import { currentPolicy } from "../store/policies.ts";
import { lastOptOut, noteSender, senderOf } from "../store/senders.ts";
import type { PracticeContext } from "./context.ts";
import { occurrencesIn } from "./facts.ts";
import { faultName } from "./fault-name.ts";
import { wasWrittenByAPerson } from "../domain/replies/written-by-a-person.ts";
import { done, refused } from "./outcome.ts";
import type { Meaning, OptingOutService } from "./message-services.ts";
import { queueReply } from "./reply-queue.ts";
import type { ClientView } from "./client-views.ts";

/** An answer may be expected so long after a word from the practice and before a session. */
const nearby = 2 * day;
/** A session may be meant that was so shortly before, or that is due at most so long after: a fortnight and a day. */
const inSight = { before: 2 * day, after: 15 * day };

/**
 * What a message means for automatic replies to its sender (FIELD 4b). CANCEL may mean a session
 * of these days, and YES or CANCEL may answer what the practice has just written. What programs send means nothing.
 */
export function keywordIn(
  context: PracticeContext,
  db: Database,
  inbound: InboundMessage,
  client: StoredClient | null,
  now: Instant,
): Keyword | null {
  if (inbound.unreadable !== null) return null;
  if (inbound.channel === "email" && !wasWrittenByAPerson(inbound.envelope, inbound.sender, client !== null))
    return null;
  return keywordOf(inbound.text.trim() === "" ? inbound.subject : inbound.text, {
    expectsAnswer:
      wroteSince(db, client?.emails ?? [inbound.sender], now - nearby) ||
      hasSessionIn(context, db, client, { start: now, end: now + nearby }),
    sessionInSight: hasSessionIn(context, db, client, { start: now - inSight.before, end: now + inSight.after }),
    optedOut: isOptedOut(db, inbound, client),
  });
}

/** Where the calendar cannot be read, a session may be near: the therapist is asked. */
function hasSessionIn(context: PracticeContext, db: Database, client: StoredClient | null, range: Interval): boolean {
  if (client === null) return false;
  try {
    return occurrencesIn(db, range).some(({ clientId }) => clientId === client.id);
  } catch (error) {
    context.log(`looking up sessions near a message failed: ${faultName(error)}`);
    return true;
  }
}

type Writer = Pick<InboundMessage, "channel" | "sender">;

function isOptedOut(db: Database, { channel, sender }: Writer, client: StoredClient | null): boolean {
  if (client !== null) return client.optedOut;
  const at = senderOf(db, channel, sender)?.optedOutAt ?? null;
  return at !== null;
}

/**
 * Does what a keyword asks for, within the transaction that stores its message and after the reply to it was decided. What
 * is queued for this person is taken back; while it is unclear, safety replies still leave.
 */
export function obeyKeyword(
  db: Database,
  writer: Writer,
  client: StoredClient | null,
  keyword: Keyword | null,
  now: Instant,
): void {
  switch (keyword) {
    case "opt-out":
      if (!isOptedOut(db, writer, client)) optOut(db, writer, client, now);
      return;
    case "opt-in":
      optIn(db, writer, client);
      return;
    case "unclear":
      suppressQueued(db, addressesOf(writer, client), "opt-out-unclear", ["availability"]);
      return;
    case "help":
    case null:
      return;
    default:
      keyword satisfies never;
  }
}

const addressesOf = ({ sender }: Writer, client: StoredClient | null): readonly string[] =>
  client === null ? [sender] : [...new Set([...client.emails, sender])];

function optOut(db: Database, writer: Writer, client: StoredClient | null, now: Instant): void {
  noteSender(db, writer.channel, writer.sender, { optedOutAt: now });
  if (client !== null) updateClient(db, { ...client, optedOut: true });
  suppressQueued(db, addressesOf(writer, client), "opted-out", ["availability", "safety"]);
}

function optIn(db: Database, writer: Writer, client: StoredClient | null): void {
  for (const address of addressesOf(writer, client)) noteSender(db, writer.channel, address, { optedOutAt: null });
  if (client?.optedOut === true) updateClient(db, { ...client, optedOut: false });
}

export function optingOutService(context: PracticeContext): OptingOutService {
  const { db } = context;
  return {
    settleKeyword(messageId, meaning) {
      const message = judgedMessage(db, messageId)?.message;
      if (message === undefined) return refused("This message is not there.");
      const settled = message.keywordSettledAt !== null;
      if (meaning === null ? !settled : message.keyword !== "unclear" || settled)
        return refused("There is nothing to settle about this message.");
      const optedOut = isOptedOut(db, message, clientOf(db, message));
      if (meaning === "opt-out" && optedOut) return refused("They get no automatic replies already.");
      if (meaning === "opt-in" && !optedOut) return refused("They get automatic replies already.");
      db.transaction((transaction) => {
        if (meaning === null) takeBack(transaction, message);
        else settle(context, transaction, message, meaning);
      });
      context.changed("messages", "clients", "replies");
      return done(null);
    },
  };
}

const clientOf = (db: Database, { clientId }: StoredMessage) => (clientId === null ? null : clientById(db, clientId));

/** A person answers now, so no confirmation leaves by itself: it could not be taken back. */
function settle(context: PracticeContext, db: Database, message: StoredMessage, meaning: Meaning): void {
  const now = context.clock.now();
  const client = clientOf(db, message);
  updateMessage(db, message.id, {
    keywordSettledAt: now,
    ...(meaning === "other" ? {} : { keyword: meaning }),
  });
  if (meaning === "opt-out") optOut(db, message, client, now);
  if (meaning === "opt-in") optIn(db, message, client);
  if (meaning !== "opt-out") answerThoseWhoWait(context, db, message);
}

function takeBack(db: Database, message: StoredMessage): void {
  const client = clientOf(db, message);
  if (message.keyword === "opt-out") optIn(db, message, client);
  if (message.keyword === "opt-in" && message.keywordSettledAt !== null)
    optOut(db, message, client, message.keywordSettledAt);
  updateMessage(db, message.id, { keyword: "unclear", keywordSettledAt: null });
}

/** What waits of this person and was not answered while it was unclear is answered now. */
function answerThoseWhoWait(context: PracticeContext, db: Database, message: StoredMessage): void {
  const client = clientOf(db, message);
  for (const { message: held, current } of threadOf(db, message)) {
    if (current.verdict.kind !== "hold" || replyTo(db, held.id)?.reason !== "opt-out-unclear") continue;
    const account = accountById(db, held.accountId);
    if (account === null) continue;
    queueReply(context, db, {
      message: held,
      verdict: current.verdict,
      gate: current.facts,
      client: client === null ? null : clientById(db, client.id),
      account: account.settings,
      policy: currentPolicy(db).policy,
      now: context.clock.now(),
    });
  }
}

/**
 * A client as they are to be stored: whoever opted out before they became a client, or by another address, stays opted out,
 * and nobody in care is blocked. `former` is the client as they were; null for a new one.
 */
export function takeOver(db: Database, client: StoredClient, former: StoredClient | null, now: Instant): StoredClient {
  const added = client.emails.filter((address) => former?.emails.includes(address) !== true);
  const inherited = lastOptOut(db, added) !== null;
  const optedOut = client.optedOut || inherited;
  for (const address of added) forgetBlock(db, address);
  const byHand = optedOut && !inherited && former?.optedOut !== true;
  for (const address of client.emails) {
    if (byHand) noteSender(db, "email", address, { optedOutAt: now });
    else if (!optedOut && lastOptOut(db, [address]) !== null) noteSender(db, "email", address, { optedOutAt: null });
  }
  return { ...client, optedOut };
}

function forgetBlock(db: Database, address: string): void {
  const blockedAt = senderOf(db, "email", address)?.blockedAt ?? null;
  if (blockedAt !== null) noteSender(db, "email", address, { blockedAt: null });
}

/** Since when, and how, a client has been opted out; null for one who is not. */
export function optOutOf(db: Database, { id, optedOut, emails }: StoredClient): ClientView["optOut"] {
  if (!optedOut) return null;
  const at = lastOptOut(db, emails);
  return { at, how: at === null ? "by-hand" : howOptedOut(db, id, at) };
}
