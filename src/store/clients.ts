import { and, asc, eq } from "drizzle-orm";
import type { ChannelKind } from "../domain/message/inbound.ts";
import type { Database } from "./database.ts";
import { clientAddressTable, clientTable } from "./schema.ts";

export type ClientRow = typeof clientTable.$inferSelect;

/** A client with the addresses that reach them. */
export interface StoredClient extends ClientRow {
  readonly emails: readonly string[];
  /** Those of them that others read too (FIELD L2). */
  readonly sharedEmails: readonly string[];
}

/** Every client, archived ones included, by name. */
export function allClients(db: Database): StoredClient[] {
  const addresses = db.select().from(clientAddressTable).orderBy(asc(clientAddressTable.address)).all();
  const clients = db.select().from(clientTable).orderBy(asc(clientTable.preferredName), asc(clientTable.id)).all();
  return clients.map((client) => withAddresses(client, addresses));
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
  return withAddresses(client, addresses);
}

function withAddresses(client: ClientRow, rows: readonly (typeof clientAddressTable.$inferSelect)[]): StoredClient {
  const own = rows.filter(({ clientId, channel }) => clientId === client.id && channel === "email");
  return {
    ...client,
    emails: own.map(({ address }) => address),
    sharedEmails: own.filter(({ shared }) => shared).map(({ address }) => address),
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
  const { emails, sharedEmails, ...row } = client;
  db.insert(clientTable).values(row).run();
  setAddresses(db, client.id, emails, sharedEmails);
}

export function updateClient(db: Database, client: StoredClient): void {
  const { emails, sharedEmails, id, ...row } = client;
  db.update(clientTable).set(row).where(eq(clientTable.id, id)).run();
  setAddresses(db, id, emails, sharedEmails);
}

function setAddresses(db: Database, clientId: string, emails: readonly string[], shared: readonly string[]): void {
  db.delete(clientAddressTable)
    .where(and(eq(clientAddressTable.clientId, clientId), eq(clientAddressTable.channel, "email")))
    .run();
  for (const address of new Set(emails))
    db.insert(clientAddressTable)
      .values({ channel: "email", address, clientId, shared: shared.includes(address) })
      .run();
}
