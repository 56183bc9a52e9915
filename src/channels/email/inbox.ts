import type { FetchMessageObject, ImapFlow } from "imapflow";
import type { Instant } from "../../domain/time/instant.ts";
import type { InboundMessage } from "../../domain/message/inbound.ts";
import type { Inlet } from "../channel.ts";
import { cluesIn, NotStored } from "./fault.ts";
import { wholeMailLimit } from "./imap-client.ts";
import { parseMail } from "./parse.ts";

export const inbox = "INBOX";

/** Of a mail too long to fetch whole this much is fetched, in bytes: all headers and, in any usual mail, the text. */
const beginning = 512 * 1024;

/** How often a mail may be refused by the server before it is handed on as one that cannot be read. */
const patience = 2;

/** What is to be remembered of one mailbox between connections, beside the stored cursor. */
export interface InboxMemory {
  /** Mails behind one that could not be stored; they were received and need not be fetched again. */
  readonly receivedAhead: Set<string>;
  /** How often the server has refused to hand over a mail. */
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
  let failure: unknown = null;
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

/** Null when the mail has been deleted meanwhile. Fetching uses BODY.PEEK: nothing is marked as read. */
async function read(
  client: ImapFlow,
  entry: FetchMessageObject,
  key: string,
  reader: InboxReader,
): Promise<InboundMessage | null> {
  const fullSize = entry.size ?? 0;
  const long = fullSize > wholeMailLimit;
  const facts = { accountId: reader.accountId, receivedAt: receivedAt(entry, reader.now()), junk: isJunk(entry.flags) };
  try {
    const maxLength = long ? beginning : wholeMailLimit;
    const fetched = await client.fetchOne(`${entry.uid}`, { source: { maxLength } }, { uid: true });
    if (fetched === false) return null;
    return await parseMail(fetched.source ?? Buffer.alloc(0), {
      ...facts,
      ...(long ? { fullSize } : {}),
      ...(fetched.source === undefined ? { withheld: true } : {}),
    });
  } catch (error) {
    const refusals = (reader.memory.refusals.get(key) ?? 0) + 1;
    if (!client.usable || !isRefusal(error)) throw error;
    reader.memory.refusals.set(key, refusals);
    if (refusals < patience) throw error;
    return await parseMail(await headersOnly(client, entry.uid), { ...facts, withheld: true });
  }
}

async function headersOnly(client: ImapFlow, uid: number): Promise<Buffer> {
  try {
    const fetched = await client.fetchOne(`${uid}`, { headers: true }, { uid: true });
    return (fetched === false ? undefined : fetched.headers) ?? Buffer.alloc(0);
  } catch (error) {
    // Not even these: the message is surfaced without them.
    if (client.usable && isRefusal(error)) return Buffer.alloc(0);
    throw error;
  }
}

/** The server answered and said no, as some do for ever for a mail that is damaged on their disk. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && "responseStatus" in error && cluesIn(error).code !== "ETHROTTLE";
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
