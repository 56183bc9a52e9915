import type { FetchMessageObject, ImapFlow } from "imapflow";
import type { Instant } from "../../domain/time/instant.ts";
import type { InboundMessage } from "../../domain/message/inbound.ts";
import type { Inlet } from "../channel.ts";
import { NotStored } from "./fault.ts";
import { wholeMailLimit } from "./imap-client.ts";
import type { MailFacts } from "./parse.ts";
import { parseMail } from "./parse.ts";

export const inbox = "INBOX";

/** Of a mail too long to fetch whole this much is fetched, in bytes: all headers and, in any usual mail, the text. */
const beginning = 512 * 1024;

/** How often a whole mail is asked for, each time on a new connection, before only its headers are. */
const wholeAttempts = 2;

/** What is to be remembered of one mailbox between connections, beside the stored cursor. */
export interface InboxMemory {
  /** Mails behind one that could not be stored; they were received and need not be fetched again. */
  readonly receivedAhead: Set<string>;
  /** How often fetching a mail has failed, by refusal or by the end of the connection. */
  readonly refusals: Map<string, number>;
  /** UIDVALIDITY of a renumbered mailbox -> the UID that was next when that was noticed. */
  readonly renumbered: Map<string, number>;
}

export function newMemory(): InboxMemory {
  return { receivedAhead: new Set(), refusals: new Map(), renumbered: new Map() };
}

export interface InboxReader {
  readonly accountId: string;
  readonly inlet: Inlet;
  readonly now: () => Instant;
  /** Mails older than this (INTERNALDATE) are history when a mailbox has been renumbered; null takes all. */
  readonly since: Instant | null;
  readonly memory: InboxMemory;
  /** Throws when the work is to stop. */
  readonly assertWanted: () => void;
  /** Was it this app that ended the connection? */
  readonly isInterrupted: () => boolean;
}

/**
 * Receives every mail of the open inbox behind the stored cursor, oldest first, and moves the cursor behind each one that
 * is stored. A mail that cannot be stored holds the cursor back, while those behind it are received all the same: one bad
 * mail must not silence the others. Throws `NotStored` then, and imapflow's errors when the connection fails.
 */
export async function catchUp(client: ImapFlow, reader: InboxReader): Promise<void> {
  // The lock keeps imapflow from starting IDLE between two fetches.
  const lock = await client.getMailboxLock(inbox, { readOnly: true });
  try {
    await receiveNews(client, reader);
  } finally {
    lock.release();
  }
}

async function receiveNews(client: ImapFlow, reader: InboxReader): Promise<void> {
  const { inlet, memory } = reader;
  const { uidValidity, uidNext, exists } = openMailbox(client);
  const known = stored(() => inlet.cursor(inbox));
  if (known === null) {
    // A new account: what lies in the mailbox is history. Mail that arrives from here on is ours.
    stored(() => inlet.moveCursor(inbox, { uidValidity, lastUid: uidNext - 1 }));
    return;
  }
  const sameNumbers = known.uidValidity === uidValidity;
  if (!sameNumbers && !memory.renumbered.has(uidValidity)) memory.renumbered.set(uidValidity, uidNext);
  if (exists === 0) return;
  const entries = await listBehind(client, sameNumbers ? known.lastUid : 0);
  let failure: NotStored | null = null;
  for (const entry of entries) {
    const key = `${uidValidity}:${entry.uid}`;
    if (!isHistory(entry, uidValidity, reader) && !memory.receivedAhead.has(key)) {
      const message = await read(client, entry, key, reader);
      reader.assertWanted();
      try {
        if (message !== null) inlet.receive(message);
        if (failure !== null) memory.receivedAhead.add(key);
      } catch (error) {
        failure ??= new NotStored("The message was not stored", { cause: error });
      }
    }
    if (failure === null) {
      stored(() => inlet.moveCursor(inbox, { uidValidity, lastUid: entry.uid }));
      memory.refusals.delete(key);
    }
  }
  if (failure !== null) throw failure;
  memory.receivedAhead.clear();
}

function openMailbox(client: ImapFlow): { uidValidity: string; uidNext: number; exists: number } {
  if (client.mailbox === false) throw Object.assign(new Error("No mailbox is open"), { code: "NoConnection" });
  const { uidValidity, uidNext, exists } = client.mailbox;
  return { uidValidity: uidValidity.toString(), uidNext, exists };
}

/** After a renumbering every mail looks new; those from before the account was added are not. */
function isHistory(entry: FetchMessageObject, uidValidity: string, reader: InboxReader): boolean {
  if (reader.since === null || entry.uid >= (reader.memory.renumbered.get(uidValidity) ?? 0)) return false;
  return receivedAt(entry, reader.now()) < reader.since;
}

/** Errors of the practice's side are told from those of the mail server. */
function stored<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw new NotStored("The mailbox position was not stored", { cause: error });
  }
}

/** Sorted by UID. The range `n:*` always holds the last mail, even one that lies before `n` (RFC 9051 9, seq-range). */
async function listBehind(client: ImapFlow, lastUid: number): Promise<FetchMessageObject[]> {
  const query = { uid: true, flags: true, internalDate: true, size: true };
  const listed = await client.fetchAll(`${lastUid + 1}:*`, query, { uid: true });
  return listed.filter((entry) => entry.uid > lastUid).toSorted((a, b) => a.uid - b.uid);
}

/**
 * Null when the mail has been deleted meanwhile. Fetching uses BODY.PEEK: nothing is marked as read.
 *
 * Servers answer NO to a mail that is damaged on their disk, or drop the connection (Dovecot 2.3 does), and so they will
 * for ever. Such a mail must not hold up those behind it: after some attempts only its headers are asked for, and in the
 * end nothing, and it is handed on as a mail that could not be read.
 */
async function read(
  client: ImapFlow,
  entry: FetchMessageObject,
  key: string,
  reader: InboxReader,
): Promise<InboundMessage | null> {
  const { refusals } = reader.memory;
  const refused = refusals.get(key) ?? 0;
  const facts = {
    accountId: reader.accountId,
    receivedAt: receivedAt(entry, reader.now()),
    junk: isJunk(entry.flags),
  };
  if (refused > wholeAttempts) return await parseMail(Buffer.alloc(0), { ...facts, withheld: true });
  try {
    return refused === wholeAttempts ? await readHead(client, entry, facts) : await readWhole(client, entry, facts);
  } catch (error) {
    if (!reader.isInterrupted()) refusals.set(key, refused + 1);
    throw error;
  }
}

async function readWhole(
  client: ImapFlow,
  entry: FetchMessageObject,
  facts: MailFacts,
): Promise<InboundMessage | null> {
  const fullSize = entry.size ?? 0;
  const long = fullSize > wholeMailLimit;
  const source = { maxLength: long ? beginning : wholeMailLimit };
  const fetched = await client.fetchOne(`${entry.uid}`, { source }, { uid: true });
  if (fetched === false) return null;
  if (fetched.source === undefined) throw new Error("The server left out the source of a mail");
  return await parseMail(fetched.source, long ? { ...facts, fullSize } : facts);
}

async function readHead(client: ImapFlow, entry: FetchMessageObject, facts: MailFacts): Promise<InboundMessage | null> {
  const fetched = await client.fetchOne(`${entry.uid}`, { headers: true }, { uid: true });
  if (fetched === false) return null;
  return await parseMail(fetched.headers ?? Buffer.alloc(0), { ...facts, withheld: true });
}

/** INTERNALDATE; for a server that names none, the present. */
function receivedAt(entry: FetchMessageObject, now: Instant): Instant {
  const date = new Date(entry.internalDate ?? Number.NaN).getTime();
  return Number.isNaN(date) ? now : date;
}

/** `$Junk` is the registered keyword, `Junk` what some programs write (RFC 5788 register). */
function isJunk(flags: ReadonlySet<string> | undefined): boolean {
  const keywords = new Set([...(flags ?? [])].map((flag) => flag.toLowerCase()));
  return (keywords.has("$junk") || keywords.has("junk")) && !keywords.has("$notjunk");
}
