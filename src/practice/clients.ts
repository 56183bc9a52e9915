import { day, type Instant } from "../domain/time/instant.ts";
import {
  allClients,
  clientByAddress,
  clientById,
  insertClient,
  type StoredClient,
  updateClient,
} from "../store/clients.ts";
import { unlinkedMessages, updateMessage } from "../store/messages.ts";
import { suppressQueued } from "../store/outbox.ts";
import type { PracticeContext } from "./context.ts";
import { decideHeldAgain } from "./decide-again.ts";
import { occurrencesIn } from "./facts.ts";
import { type ClientInput, type ClientService, done, refused, type Refusal } from "./practice.ts";
import type { ClientView } from "./views.ts";
import type { Wake } from "./wake.ts";

const lookAhead = 366 * day;

/** The people in care, and the addresses by which their messages are known. */
export function clientService(context: PracticeContext, wake: Wake): ClientService {
  const { db, clock, newId } = context;

  const addressTaken = (input: ClientInput, ownId: string | null): Refusal | null => {
    for (const address of input.emails) {
      const other = clientByAddress(db, "email", address);
      if (other !== null && other.id !== ownId)
        return refused(`${address} already belongs to ${other.preferredName}.`, "emails");
    }
    return null;
  };

  const store = (client: StoredClient, formerEmails: readonly string[], write: typeof insertClient) => {
    db.transaction((transaction) => {
      write(transaction, client);
      for (const address of client.emails) {
        for (const { message } of unlinkedMessages(transaction, "email", address))
          updateMessage(transaction, message.id, { clientId: client.id });
      }
      if (client.optedOut) suppressQueued(transaction, [...client.emails, ...formerEmails], "opted-out");
      decideHeldAgain(context, transaction);
    });
    context.changed("clients", "calendar", "messages", "light");
    void wake.now();
  };

  return {
    list: () => list(context),
    add(input) {
      const taken = addressTaken(input, null);
      if (taken !== null) return taken;
      const id = newId();
      store({ ...input, id, zone: null, sharedEmails: [], archived: false, createdAt: clock.now() }, [], insertClient);
      return done({ id });
    },
    change(id, { preferredName, language, emails, urgent, optedOut }) {
      const client = clientById(db, id);
      if (client === null) return refused("This client is not there.");
      const input = { preferredName, language, emails, urgent, optedOut };
      const taken = addressTaken(input, id);
      if (taken !== null) return taken;
      store({ ...client, ...input }, client.emails, updateClient);
      return done(null);
    },
    archive(id, archived) {
      const client = clientById(db, id);
      if (client === null) return refused("This client is not there.");
      store({ ...client, archived }, client.emails, updateClient);
      return done(null);
    },
  };
}

function list({ db, clock }: PracticeContext): ClientView[] {
  const now = clock.now();
  const next = new Map<string, Instant>();
  for (const { clientId, start } of occurrencesIn(db, { start: now, end: now + lookAhead })) {
    if (clientId !== null && start >= now && !next.has(clientId)) next.set(clientId, start);
  }
  return allClients(db).map(({ createdAt: _createdAt, ...client }) => ({
    ...client,
    nextSession: next.get(client.id) ?? null,
  }));
}
