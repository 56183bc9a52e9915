import { and, asc, eq, gt, inArray, isNotNull, lte, or, sql } from "drizzle-orm";
import type { ChannelKind } from "../domain/message/inbound.ts";
import type { Verdict } from "../domain/gate/verdict.ts";
import { replyKinds } from "../domain/replies/reply.ts";
import type { Instant, Interval } from "../domain/time/instant.ts";
import type { Database } from "./database.ts";
import type { StoredVerdict } from "./messages.ts";
import { messageTable, outboxTable, senderTable, verdictTable } from "./schema.ts";

/** A message as far as deciding about it again goes: many of them are read at once. */
export interface DecidedMessage {
  readonly id: string;
  readonly channel: ChannelKind;
  readonly sender: string;
  readonly clientId: string | null;
  readonly subject: string;
  readonly text: string;
  readonly unreadable: string | null;
  readonly receivedAt: Instant;
  readonly verdict: Verdict;
}

/** Which held messages: all, those of a client, or those that are due. */
type HeldScope = "all" | { readonly clientId: string } | { readonly dueAt: Instant };

/** Held messages in the order in which they came in. */
export function heldToDecide(db: Database, scope: HeldScope): DecidedMessage[] {
  return db
    .select({
      id: messageTable.id,
      channel: messageTable.channel,
      sender: messageTable.sender,
      clientId: messageTable.clientId,
      subject: messageTable.subject,
      text: messageTable.text,
      unreadable: messageTable.unreadable,
      receivedAt: messageTable.receivedAt,
      until: verdictTable.until,
      rule: verdictTable.rule,
      reasons: verdictTable.reasons,
    })
    .from(verdictTable)
    .innerJoin(messageTable, eq(verdictTable.messageId, messageTable.id))
    .where(and(eq(verdictTable.current, true), eq(verdictTable.kind, "hold"), inScope(scope)))
    .orderBy(asc(messageTable.receivedAt))
    .all()
    .map(({ until, rule, reasons, ...message }) => {
      if (until === null) throw new Error(`A hold without a release instant: ${message.id}`);
      return { ...message, verdict: { kind: "hold", until, rule, reasons } };
    });
}

function inScope(scope: HeldScope) {
  if (scope === "all") return undefined;
  if ("clientId" in scope) return eq(messageTable.clientId, scope.clientId);
  // What was decided by a clock that has been set back since is due as well.
  return or(lte(verdictTable.until, scope.dueAt), gt(verdictTable.decidedAt, scope.dueAt));
}

/** Gives many messages their new current verdicts; the former ones stay as history. */
export function addVerdicts(db: Database, verdicts: readonly StoredVerdict[]): void {
  if (verdicts.length === 0) return;
  const ids = JSON.stringify(verdicts.map(({ messageId }) => messageId));
  db.run(
    sql`update ${verdictTable} set current = 0 where current = 1 and message_id in (select value from json_each(${ids}))`,
  );
  const insert = db
    .insert(verdictTable)
    .values({
      id: sql.placeholder("id"),
      messageId: sql.placeholder("messageId"),
      decidedAt: sql.placeholder("decidedAt"),
      kind: sql.placeholder("kind"),
      until: sql.placeholder("until"),
      rule: sql.placeholder("rule"),
      reasons: sql.placeholder("reasons"),
      policyVersion: sql.placeholder("policyVersion"),
      facts: sql.placeholder("facts"),
      current: true,
    })
    .prepare();
  for (const { verdict, ...rest } of verdicts) {
    const until = verdict.kind === "hold" ? verdict.until : null;
    insert.run({ ...rest, kind: verdict.kind, until, rule: verdict.rule, reasons: verdict.reasons });
  }
}

/** The messages whose automatic reply has not left yet. */
export function withQueuedReply(db: Database): Set<string> {
  const rows = db
    .select({ messageId: outboxTable.messageId })
    .from(outboxTable)
    .where(and(eq(outboxTable.state, "queued"), inArray(outboxTable.kind, [...replyKinds])))
    .all();
  return new Set(rows.flatMap(({ messageId }) => messageId ?? []));
}

/** Every blocked address, as `channel address`. */
export function blockedSenders(db: Database): Set<string> {
  const rows = db.select().from(senderTable).where(isNotNull(senderTable.blockedAt)).all();
  return new Set(rows.map(({ channel, address }) => `${channel} ${address}`));
}

/** When clients wrote within `range`, by client, ascending. */
export function arrivalsByClient(db: Database, range: Interval): Map<string, Instant[]> {
  const rows = db.all<{ readonly clientId: string; readonly receivedAt: Instant }>(
    sql`select client_id as clientId, received_at as receivedAt from ${messageTable}
        where client_id is not null and received_at >= ${range.start} and received_at < ${range.end} order by received_at`,
  );
  const arrivals = new Map<string, Instant[]>();
  for (const { clientId, receivedAt } of rows) {
    const known = arrivals.get(clientId);
    if (known === undefined) arrivals.set(clientId, [receivedAt]);
    else known.push(receivedAt);
  }
  return arrivals;
}
