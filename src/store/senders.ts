import { and, eq } from "drizzle-orm";
import type { ChannelKind } from "../domain/message/inbound.ts";
import type { Database } from "./database.ts";
import { senderTable } from "./schema.ts";

export type StoredSender = typeof senderTable.$inferSelect;

const same = (channel: ChannelKind, address: string) =>
  and(eq(senderTable.channel, channel), eq(senderTable.address, address));

/** What is known of an address besides whose it is; null when nothing is. */
export function senderOf(db: Database, channel: ChannelKind, address: string): StoredSender | null {
  return db.select().from(senderTable).where(same(channel, address)).get() ?? null;
}
