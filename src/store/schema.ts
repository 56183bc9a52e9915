import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { EmailAccount } from "../channels/email/account.ts";
import type { ChannelKind, Envelope } from "../domain/message/inbound.ts";
import type { GateFacts } from "../domain/gate/facts.ts";
import type { RuleName } from "../domain/gate/verdict.ts";
import type { Language, Policy } from "../domain/policy/policy.ts";
import type { Keyword } from "../domain/message/keywords.ts";
import type { OutboxKind } from "../domain/replies/reply.ts";

/*
 * Instants are epoch milliseconds (UTC). What people agreed on is wall time beside its zone. Every table is STRICT; the
 * generated migrations are edited for that, and a test holds them to it.
 */

/** Facts about the practice that are no policy: one row. */
export const practiceTable = sqliteTable(
  "practice",
  {
    id: integer().primaryKey(),
    createdAt: integer("created_at").notNull(),
    /** When the therapist acknowledged that this is no emergency service (FIELD C5). */
    acknowledgedAt: integer("acknowledged_at").notNull(),
  },
  (table) => [check("practice_is_one", sql`${table.id} = 1`)],
);

/** Policies are never changed, only followed by the next version. */
export const policyTable = sqliteTable("policy", {
  version: integer().primaryKey(),
  createdAt: integer("created_at").notNull(),
  document: text({ mode: "json" }).$type<Policy>().notNull(),
});

/** Switched on by hand; at most the newest row is in force. */
export const doNotDisturbTable = sqliteTable("do_not_disturb", {
  id: text().primaryKey(),
  start: integer().notNull(),
  end: integer().notNull(),
});

export const clientTable = sqliteTable("client", {
  id: text().primaryKey(),
  preferredName: text("preferred_name").notNull(),
  language: text().$type<Language>().notNull(),
  urgent: integer({ mode: "boolean" }).notNull(),
  optedOut: integer("opted_out", { mode: "boolean" }).notNull(),
  archived: integer({ mode: "boolean" }).notNull(),
  createdAt: integer("created_at").notNull(),
  /** IANA zone of a client who lives in another one than the practice; null for the practice's. */
  zone: text(),
});

/** An address reaches at most one client. */
export const clientAddressTable = sqliteTable(
  "client_address",
  {
    channel: text().$type<ChannelKind>().notNull(),
    address: text().notNull(),
    clientId: text("client_id")
      .notNull()
      .references(() => clientTable.id, { onDelete: "cascade" }),
    /** Others read it too, so no date of a session is ever written there (FIELD L2). */
    shared: integer({ mode: "boolean" }).notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.channel, table.address] }),
    index("client_address_client").on(table.clientId),
  ],
);

/** What is known of an address besides whose it is. */
export const senderTable = sqliteTable(
  "sender",
  {
    channel: text().$type<ChannelKind>().notNull(),
    address: text().notNull(),
    /** Marked as spam by the therapist. */
    blockedAt: integer("blocked_at"),
    /** A sender who is no client asked for no automatic replies. */
    optedOutAt: integer("opted_out_at"),
  },
  (table) => [primaryKey({ columns: [table.channel, table.address] })],
);

export const seriesTable = sqliteTable("series", {
  id: text().primaryKey(),
  clientId: text("client_id").references(() => clientTable.id),
  title: text().notNull(),
  /** Wall time in `zone`. */
  start: text().notNull(),
  zone: text().notNull(),
  durationMinutes: integer("duration_minutes").notNull(),
  /** RRULE value; null for a single appointment. */
  rule: text(),
  createdAt: integer("created_at").notNull(),
});

export const overrideTable = sqliteTable(
  "override",
  {
    seriesId: text("series_id")
      .notNull()
      .references(() => seriesTable.id, { onDelete: "cascade" }),
    /** The occurrence's original local start (RFC 5545 RECURRENCE-ID). */
    recurrenceId: text("recurrence_id").notNull(),
    kind: text().$type<"cancelled" | "moved">().notNull(),
    start: text(),
    durationMinutes: integer("duration_minutes"),
  },
  (table) => [
    primaryKey({ columns: [table.seriesId, table.recurrenceId] }),
    check(
      "moved_has_a_start",
      sql`${table.kind} = 'cancelled' or (${table.start} is not null and ${table.durationMinutes} is not null)`,
    ),
  ],
);

/** A connected mailbox. The password is kept here because the whole file is encrypted. */
export const accountTable = sqliteTable("account", {
  id: text().primaryKey(),
  channel: text().$type<ChannelKind>().notNull(),
  settings: text({ mode: "json" }).$type<EmailAccount>().notNull(),
  createdAt: integer("created_at").notNull(),
  /** Set when the therapist disconnected it; its messages stay. */
  removedAt: integer("removed_at"),
});

export const cursorTable = sqliteTable(
  "cursor",
  {
    accountId: text("account_id")
      .notNull()
      .references(() => accountTable.id, { onDelete: "cascade" }),
    mailbox: text().notNull(),
    uidValidity: text("uid_validity").notNull(),
    lastUid: integer("last_uid").notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.mailbox] })],
);

/** Inbound messages, stored before anything else happens and never deleted. */
export const messageTable = sqliteTable(
  "message",
  {
    id: text().primaryKey(),
    channel: text().$type<ChannelKind>().notNull(),
    accountId: text("account_id")
      .notNull()
      .references(() => accountTable.id),
    externalId: text("external_id").notNull(),
    sender: text().notNull(),
    senderName: text("sender_name").notNull(),
    clientId: text("client_id").references(() => clientTable.id),
    subject: text().notNull(),
    text: text().notNull(),
    attachments: text({ mode: "json" }).$type<readonly string[]>().notNull(),
    envelope: text({ mode: "json" }).$type<Envelope>().notNull(),
    unreadable: text(),
    receivedAt: integer("received_at").notNull(),
    /** When this app first saw it. */
    storedAt: integer("stored_at").notNull(),
    /** When the therapist was told of it, or it was decided that nobody needs telling again. */
    notifiedAt: integer("notified_at"),
    readAt: integer("read_at"),
    archivedAt: integer("archived_at"),
    /** Out of the list until then, by the therapist's wish. */
    snoozedUntil: integer("snoozed_until"),
    /** How often the notification of a safety phrase was shown, and when last (FIELD C6). */
    alerts: integer().notNull().default(0),
    alertedAt: integer("alerted_at"),
    /** What the message means as a whole where it is one of the carriers' words (FIELD 4b). */
    keyword: text().$type<Keyword>(),
    /** When the therapist said how an unclear one was meant. */
    keywordSettledAt: integer("keyword_settled_at"),
  },
  (table) => [
    uniqueIndex("message_identity").on(table.channel, table.accountId, table.externalId),
    index("message_sender").on(table.channel, table.sender),
    index("message_client").on(table.clientId),
    index("message_received").on(table.receivedAt),
  ],
);

/** Every verdict ever given; exactly one per message is current. */
export const verdictTable = sqliteTable(
  "verdict",
  {
    id: text().primaryKey(),
    messageId: text("message_id")
      .notNull()
      .references(() => messageTable.id),
    decidedAt: integer("decided_at").notNull(),
    kind: text().$type<"surface" | "hold">().notNull(),
    /** The release instant of a hold. */
    until: integer(),
    rule: text().$type<RuleName>().notNull(),
    reasons: text({ mode: "json" }).$type<readonly string[]>().notNull(),
    policyVersion: integer("policy_version")
      .notNull()
      .references(() => policyTable.version),
    /** What the gate was told besides message and policy: enough to replay it. */
    facts: text({ mode: "json" }).$type<GateFacts>().notNull(),
    current: integer({ mode: "boolean" }).notNull(),
  },
  (table) => [
    uniqueIndex("verdict_current")
      .on(table.messageId)
      .where(sql`${table.current} = 1`),
    index("verdict_message").on(table.messageId, table.decidedAt),
    index("verdict_due")
      .on(table.until)
      .where(sql`${table.current} = 1 and ${table.kind} = 'hold'`),
    check("a_hold_has_its_release", sql`(${table.kind} = 'hold') = (${table.until} is not null)`),
  ],
);

/**
 * Replies to send, and the reason where there is none; automatic ones and those written by hand. What kind a row is never
 * changes, nor does a word that was written by hand: triggers of the migration hold the app to it.
 */
export const outboxTable = sqliteTable(
  "outbox",
  {
    id: text().primaryKey(),
    /** What it answers; null for a notice that answers nothing. */
    messageId: text("message_id").references(() => messageTable.id),
    clientId: text("client_id").references(() => clientTable.id),
    accountId: text("account_id")
      .notNull()
      .references(() => accountTable.id),
    kind: text().$type<OutboxKind>().notNull(),
    /** `now`, at the next `opening` - which may move - or `at` the instant in `nextAttemptAt`. */
    timing: text().$type<"now" | "opening" | "at">().notNull().default("now"),
    state: text().$type<"queued" | "sending" | "sent" | "failed" | "unconfirmed" | "suppressed">().notNull(),
    recipient: text().notNull(),
    /** Sender + kind + closed period; never the rendered text (RFC 5230 4.2). */
    replyKey: text("reply_key").notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    /** The reply's own Message-ID, fixed before the first attempt. */
    externalId: text("external_id").notNull(),
    /** Why it was suppressed or failed, or what it waits for. */
    reason: text(),
    createdAt: integer("created_at").notNull(),
    /** From this instant on the reply would no longer be true and is not sent; null for what was written by hand. */
    expiresAt: integer("expires_at"),
    attempts: integer().notNull(),
    nextAttemptAt: integer("next_attempt_at").notNull(),
    sentAt: integer("sent_at"),
    /** When the therapist took note of a failed or unconfirmed one. */
    settledAt: integer("settled_at"),
  },
  (table) => [
    uniqueIndex("outbox_once")
      .on(table.replyKey)
      .where(sql`${table.state} <> 'suppressed'`),
    index("outbox_message").on(table.messageId),
    index("outbox_state").on(table.state, table.nextAttemptAt),
    index("outbox_recipient").on(table.recipient, table.createdAt),
    index("outbox_client").on(table.clientId),
    check(
      "an_automatic_reply_answers_and_expires",
      sql`${table.kind} in ('by-hand', 'notice') or (${table.messageId} is not null and ${table.expiresAt} is not null)`,
    ),
  ],
);

/** What is being written by hand in answer to a message, until it is sent. */
export const draftTable = sqliteTable("draft", {
  messageId: text("message_id")
    .primaryKey()
    .references(() => messageTable.id),
  text: text().notNull(),
  writtenAt: integer("written_at").notNull(),
});

/** The communication policy as it was given to clients; an edition is never changed. */
export const editionTable = sqliteTable("edition", {
  number: integer().primaryKey(),
  policyVersion: integer("policy_version")
    .notNull()
    .references(() => policyTable.version),
  issuedAt: integer("issued_at").notNull(),
  document: text({ mode: "json" }).notNull(),
});

/** Which edition a client has acknowledged. */
export const acknowledgementTable = sqliteTable(
  "acknowledgement",
  {
    clientId: text("client_id")
      .notNull()
      .references(() => clientTable.id, { onDelete: "cascade" }),
    edition: integer()
      .notNull()
      .references(() => editionTable.number),
    acknowledgedAt: integer("acknowledged_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.clientId, table.edition] })],
);

/** What was arranged for a vacation, so that an early return can take it back. */
export const vacationTable = sqliteTable("vacation", {
  closureId: text("closure_id").primaryKey(),
  createdAt: integer("created_at").notNull(),
  arrangements: text({ mode: "json" }).notNull(),
  endedAt: integer("ended_at"),
});
