import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import type { ChannelKind } from "../domain/message/inbound.ts";
import type { Instant } from "../domain/time/instant.ts";
import type { Database } from "./database.ts";
import { senderTable } from "./schema.ts";

export type StoredSender = typeof senderTable.$inferSelect;

const same = (channel: ChannelKind, address: string) =>
  and(eq(senderTable.channel, channel), eq(senderTable.address, address));

/** What is known of an address besides whose it is; null when nothing is. */
export function senderOf(db: Database, channel: ChannelKind, address: string): StoredSender | null {
  return db.select().from(senderTable).where(same(channel, address)).get() ?? null;
}

/** Notes something of an address; what is not said stays as it was. */
export function noteSender(
  db: Database,
  channel: ChannelKind,
  address: string,
  change: Partial<Pick<StoredSender, "blockedAt" | "optedOutAt">>,
): void {
  db.insert(senderTable)
    .values({ channel, address, ...change })
    .onConflictDoUpdate({ target: [senderTable.channel, senderTable.address], set: change })
    .run();
}

/** The addresses that the therapist marked as spam, by name. */
export function blockedSenders(db: Database): (StoredSender & { readonly blockedAt: Instant })[] {
  return db
    .select()
    .from(senderTable)
    .where(isNotNull(senderTable.blockedAt))
    .orderBy(asc(senderTable.address))
    .all()
    .flatMap((sender) => (sender.blockedAt === null ? [] : [{ ...sender, blockedAt: sender.blockedAt }]));
}

/** When any of these mail addresses last asked for no automatic replies; null when none has. */
export function lastOptOut(db: Database, addresses: readonly string[]): Instant | null {
  const instants = db
    .select({ at: senderTable.optedOutAt })
    .from(senderTable)
    .where(and(eq(senderTable.channel, "email"), inArray(senderTable.address, [...addresses])))
    .all()
    .flatMap(({ at }) => (at === null ? [] : [at]));
  return instants.length === 0 ? null : Math.max(...instants);
}
