import {
  and,
  asc,
  desc,
  eq,
  exists,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  min,
  not,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { type GateFacts, gateFactsSchema } from "../domain/gate/facts.ts";
import type { RuleName, Verdict } from "../domain/gate/verdict.ts";
import type { Instant, Interval } from "../domain/time/instant.ts";
import type { Database } from "./database.ts";
import { messageTable, senderTable, verdictTable } from "./schema.ts";

export type StoredMessage = typeof messageTable.$inferSelect;

/** A verdict as it was given, with all that is needed to replay it. */
export interface StoredVerdict {
  readonly id: string;
  readonly messageId: string;
  readonly decidedAt: Instant;
  readonly verdict: Verdict;
  readonly policyVersion: number;
  readonly facts: GateFacts;
}

/** A message with its current verdict. */
export interface JudgedMessage {
  readonly message: StoredMessage;
  readonly current: StoredVerdict;
}

/** Stores a message unless it is already there; false when it was. */
export function insertMessage(db: Database, message: typeof messageTable.$inferInsert): boolean {
  return db.insert(messageTable).values(message).onConflictDoNothing().run().changes === 1;
}

/** Gives a message its new current verdict; the former one stays as history. */
export function addVerdict(db: Database, verdict: StoredVerdict): void {
  db.update(verdictTable)
    .set({ current: false })
    .where(and(eq(verdictTable.messageId, verdict.messageId), eq(verdictTable.current, true)))
    .run();
  db.insert(verdictTable)
    .values({
      id: verdict.id,
      messageId: verdict.messageId,
      decidedAt: verdict.decidedAt,
      kind: verdict.verdict.kind,
      until: verdict.verdict.kind === "hold" ? verdict.verdict.until : null,
      rule: verdict.verdict.rule,
      reasons: verdict.verdict.reasons,
      policyVersion: verdict.policyVersion,
      facts: verdict.facts,
      current: true,
    })
    .run();
}

const joined = (db: Database) =>
  db
    .select({ message: messageTable, verdict: verdictTable })
    .from(messageTable)
    .innerJoin(verdictTable, and(eq(verdictTable.messageId, messageTable.id), eq(verdictTable.current, true)));

/** The messages for which `condition` holds, with their current verdicts, oldest first. */
export function judgedMessages(db: Database, condition: SQL | undefined): JudgedMessage[] {
  return joined(db).where(condition).orderBy(asc(messageTable.receivedAt)).all().map(toJudged);
}

/** Every held message, by release. */
export function heldMessages(db: Database): JudgedMessage[] {
  return joined(db)
    .where(eq(verdictTable.kind, "hold"))
    .orderBy(asc(verdictTable.until), asc(messageTable.receivedAt))
    .all()
    .map(toJudged);
}

/** When the next held message is due; null when none is held. */
export function nextRelease(db: Database): Instant | null {
  const row = db
    .select({ at: min(verdictTable.until) })
    .from(verdictTable)
    .where(and(eq(verdictTable.current, true), eq(verdictTable.kind, "hold")))
    .get();
  return row?.at ?? null;
}

/** Surfaced messages nobody was told of yet. */
export function unannouncedMessages(db: Database): JudgedMessage[] {
  return joined(db)
    .where(and(eq(verdictTable.kind, "surface"), isNull(messageTable.notifiedAt)))
    .orderBy(asc(messageTable.receivedAt))
    .all()
    .map(toJudged);
}

/** The newest `most` surfaced messages in the archive, or those neither there nor snoozed; newest first. */
export function surfacedMessages(db: Database, archived: boolean, most: number): JudgedMessage[] {
  return joined(db)
    .where(
      and(
        eq(verdictTable.kind, "surface"),
        archived
          ? isNotNull(messageTable.archivedAt)
          : and(isNull(messageTable.archivedAt), isNull(messageTable.snoozedUntil)),
      ),
    )
    .orderBy(desc(messageTable.receivedAt), desc(messageTable.id))
    .limit(most)
    .all()
    .map(toJudged);
}

/** Messages that are out of the inbox for a while, by the instant at which they come back. */
export function snoozedMessages(db: Database): JudgedMessage[] {
  return joined(db)
    .where(and(isNotNull(messageTable.snoozedUntil), isNull(messageTable.archivedAt)))
    .orderBy(asc(messageTable.snoozedUntil), asc(messageTable.receivedAt))
    .all()
    .map(toJudged);
}

export function judgedMessage(db: Database, id: string): JudgedMessage | null {
  const row = joined(db).where(eq(messageTable.id, id)).get();
  return row === undefined ? null : toJudged(row);
}

/** A stored message by itself. */
export function messageById(db: Database, id: string): StoredMessage | null {
  return db.select().from(messageTable).where(eq(messageTable.id, id)).get() ?? null;
}

/** The message that a channel named so, or null. */
export function messageByIdentity(
  db: Database,
  channel: StoredMessage["channel"],
  accountId: string,
  externalId: string,
): StoredMessage | null {
  const same = and(
    eq(messageTable.channel, channel),
    eq(messageTable.accountId, accountId),
    eq(messageTable.externalId, externalId),
  );
  return db.select().from(messageTable).where(same).get() ?? null;
}

/** Is it a message of the same client, or of the same address where the sender is none? */
export function inThreadOf({ clientId, sender, channel }: StoredMessage) {
  return clientId === null
    ? and(eq(messageTable.sender, sender), eq(messageTable.channel, channel), isNull(messageTable.clientId))
    : eq(messageTable.clientId, clientId);
}

/** The messages of a thread, oldest first. */
export function threadOf(db: Database, message: StoredMessage): JudgedMessage[] {
  return joined(db).where(inThreadOf(message)).orderBy(asc(messageTable.receivedAt)).all().map(toJudged);
}

/** Every verdict on a message in the order in which they were given, whatever the clock said; the current one last. */
export function verdictsOf(db: Database, messageId: string): StoredVerdict[] {
  return db
    .select()
    .from(verdictTable)
    .where(eq(verdictTable.messageId, messageId))
    .orderBy(asc(verdictTable.current), asc(sql`rowid`))
    .all()
    .map(toVerdict);
}

export function updateMessage(
  db: Database,
  id: string,
  change: Partial<
    Pick<
      StoredMessage,
      "readAt" | "archivedAt" | "clientId" | "notifiedAt" | "snoozedUntil" | "keyword" | "keywordSettledAt"
    >
  >,
): void {
  db.update(messageTable).set(change).where(eq(messageTable.id, id)).run();
}

/** Notes that the therapist was told of these messages. */
export function markAnnounced(db: Database, ids: readonly string[], now: Instant): void {
  for (let first = 0; first < ids.length; first += 500) {
    db.update(messageTable)
      .set({ notifiedAt: now })
      .where(inArray(messageTable.id, ids.slice(first, first + 500)))
      .run();
  }
}

/** Messages of an address that belong to no client yet. */
export function unlinkedMessages(db: Database, channel: StoredMessage["channel"], sender: string): JudgedMessage[] {
  return joined(db)
    .where(and(eq(messageTable.channel, channel), eq(messageTable.sender, sender), isNull(messageTable.clientId)))
    .all()
    .map(toJudged);
}

/** What a client wrote within `range`, in the order in which it came in. */
export function messagesOfClient(db: Database, clientId: string, range: Interval): StoredMessage[] {
  return db
    .select()
    .from(messageTable)
    .where(
      and(
        eq(messageTable.clientId, clientId),
        gte(messageTable.receivedAt, range.start),
        lt(messageTable.receivedAt, range.end),
      ),
    )
    .orderBy(asc(messageTable.receivedAt))
    .all();
}

/** How many of a client's messages surfaced by `rule` within `range`, as their current verdicts stand. */
export function surfacedByRule(db: Database, clientId: string, rule: RuleName, range: Interval): number {
  return joined(db)
    .where(
      and(
        eq(messageTable.clientId, clientId),
        eq(verdictTable.kind, "surface"),
        eq(verdictTable.rule, rule),
        gte(verdictTable.decidedAt, range.start),
        lt(verdictTable.decidedAt, range.end),
      ),
    )
    .all().length;
}

const fromSender = (channel: StoredMessage["channel"], sender: string, clientId: string | null) =>
  clientId === null
    ? and(eq(messageTable.channel, channel), eq(messageTable.sender, sender))
    : eq(messageTable.clientId, clientId);

/** Did this sender, or client, write something that may have been meant as opting out, and nobody has said how? */
export function hasUnclearOptOut(
  db: Database,
  channel: StoredMessage["channel"],
  sender: string,
  clientId: string | null,
): boolean {
  const row = db
    .select({ id: messageTable.id })
    .from(messageTable)
    .where(
      and(
        fromSender(channel, sender, clientId),
        eq(messageTable.keyword, "unclear"),
        isNull(messageTable.keywordSettledAt),
      ),
    )
    .get();
  return row !== undefined;
}

/** How often a sender wrote these very words since `since`. */
export function timesWritten(
  db: Database,
  channel: StoredMessage["channel"],
  sender: string,
  text: string,
  since: Instant,
): number {
  return db
    .select({ id: messageTable.id })
    .from(messageTable)
    .where(and(fromSender(channel, sender, null), eq(messageTable.text, text), gte(messageTable.receivedAt, since)))
    .all().length;
}

/** When a message last came in through an account; null when none has. */
export function lastArrival(db: Database, accountId: string): Instant | null {
  const row = db
    .select({ at: messageTable.storedAt })
    .from(messageTable)
    .where(eq(messageTable.accountId, accountId))
    .orderBy(desc(messageTable.storedAt))
    .limit(1)
    .get();
  return row?.at ?? null;
}

function toJudged(row: { message: StoredMessage; verdict: typeof verdictTable.$inferSelect }): JudgedMessage {
  return { message: row.message, current: toVerdict(row.verdict) };
}

function toVerdict(row: typeof verdictTable.$inferSelect): StoredVerdict {
  const { id, messageId, decidedAt, policyVersion, rule, reasons } = row;
  return {
    id,
    messageId,
    decidedAt,
    policyVersion,
    facts: gateFactsSchema.parse(row.facts),
    verdict: toValue(row, rule, reasons),
  };
}

function toValue(row: typeof verdictTable.$inferSelect, rule: Verdict["rule"], reasons: readonly string[]): Verdict {
  if (row.kind === "surface") return { kind: "surface", rule, reasons };
  if (row.until === null) throw new Error(`A hold without a release instant: ${row.id}`);
  return { kind: "hold", until: row.until, rule, reasons };
}

/** Surfaced messages that were neither read nor archived and are not snoozed; those of blocked senders do not count. */
export function unreadCount(db: Database): number {
  return joined(db)
    .where(
      and(
        eq(verdictTable.kind, "surface"),
        isNull(messageTable.readAt),
        isNull(messageTable.archivedAt),
        isNull(messageTable.snoozedUntil),
        or(eq(verdictTable.rule, "safety"), isNotNull(messageTable.clientId), not(fromBlockedSender(db))),
      ),
    )
    .all().length;
}

/** Is the address of a message one that the therapist marked as spam? */
const fromBlockedSender = (db: Database) =>
  exists(
    db
      .select({ one: sql`1` })
      .from(senderTable)
      .where(
        and(
          eq(senderTable.channel, messageTable.channel),
          eq(senderTable.address, messageTable.sender),
          isNotNull(senderTable.blockedAt),
        ),
      ),
  );
