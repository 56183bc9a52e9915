import { and, asc, eq } from "drizzle-orm";
import type { ChannelKind } from "../domain/message/inbound.ts";
import type { Database } from "./database.ts";
import { clientAddressTable, clientTable } from "./schema.ts";

export type ClientRow = typeof clientTable.$inferSelect;

/** A client with the addresses that reach them. */
export interface StoredClient extends ClientRow {
  readonly emails: readonly string[];
}

/** Every client, archived ones included, by name. */
export function allClients(db: Database): StoredClient[] {
  const addresses = db.select().from(clientAddressTable).orderBy(asc(clientAddressTable.address)).all();
  const clients = db.select().from(clientTable).orderBy(asc(clientTable.preferredName), asc(clientTable.id)).all();
  return clients.map((client) => ({
    ...client,
    emails: addresses.filter((address) => address.clientId === client.id).map((address) => address.address),
  }));
}

export function clientById(db: Database, id: string): StoredClient | null {
  const client = db.select().from(clientTable).where(eq(clientTable.id, id)).get();
  if (client === undefined) return null;
  const addresses = db
    .select()
    .from(clientAddressTable)
    .where(eq(clientAddressTable.clientId, id))
    .orderBy(asc(clientAddressTable.address))
    .all();
  return {
    ...client,
    emails: addresses.map((address) => address.address),
  };
}

/** The client whom this address reaches, or null for an unknown sender. */
export function clientByAddress(db: Database, channel: ChannelKind, address: string): StoredClient | null {
  const row = db
    .select({ clientId: clientAddressTable.clientId })
    .from(clientAddressTable)
    .where(and(eq(clientAddressTable.channel, channel), eq(clientAddressTable.address, address)))
    .get();
  return row === undefined ? null : clientById(db, row.clientId);
}

export function insertClient(db: Database, client: StoredClient): void {
  const { emails, ...row } = client;
  db.insert(clientTable).values(row).run();
  setAddresses(db, client.id, emails);
}

export function updateClient(db: Database, client: StoredClient): void {
  const { emails, id, ...row } = client;
  db.update(clientTable).set(row).where(eq(clientTable.id, id)).run();
  setAddresses(db, id, emails);
}

function setAddresses(db: Database, clientId: string, emails: readonly string[]): void {
  db.delete(clientAddressTable)
    .where(and(eq(clientAddressTable.clientId, clientId), eq(clientAddressTable.channel, "email")))
    .run();
  for (const address of new Set(emails))
    db.insert(clientAddressTable).values({ channel: "email", address, clientId }).run();
}
