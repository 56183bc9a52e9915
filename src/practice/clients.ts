import { agreementWith } from "../domain/gate/agreed-hours.ts";
import { day, type Instant } from "../domain/time/instant.ts";
import {
  allClients,
  clientByAddress,
  clientById,
  insertClient,
  type StoredClient,
  updateClient,
} from "../store/clients.ts";
import type { Database } from "../store/database.ts";
import { unlinkedMessages, updateMessage } from "../store/messages.ts";
import { suppressQueued } from "../store/outbox.ts";
import { addPolicy, currentPolicy } from "../store/policies.ts";
import { agreedHoursView, withoutAgreement } from "./client-hours.ts";
import type { PracticeContext } from "./context.ts";
import { decideHeldAgain } from "./decide-again.ts";
import { effectOf } from "./effect.ts";
import { occurrencesIn } from "./facts.ts";
import type { ClientInput, ClientService } from "./calendar-services.ts";
import { done, refused, type Refusal } from "./outcome.ts";
import { optOutOf, takeOver } from "./opting-out.ts";
import type { ClientView } from "./client-views.ts";
import type { PolicyChangeView } from "./policy-views.ts";
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

  /** Returns what ended with it of the policy, if anything did. */
  const store = (asked: StoredClient, former: StoredClient | null, write: typeof insertClient) => {
    const endedHours = db.transaction((transaction) => {
      const client = takeOver(transaction, asked, former, clock.now());
      write(transaction, client);
      for (const address of client.emails) {
        for (const { message } of unlinkedMessages(transaction, "email", address))
          updateMessage(transaction, message.id, { clientId: client.id });
      }
      if (client.optedOut)
        suppressQueued(transaction, [...client.emails, ...(former?.emails ?? [])], "opted-out", [
          "availability",
          "safety",
        ]);
      const ended = client.archived ? endAgreement(transaction, client.id, clock.now()) : null;
      const effect = effectOf(context, transaction, decideHeldAgain(context, transaction));
      return ended === null ? null : { ...ended, effect };
    });
    context.changed("clients", "calendar", "messages", "light", "policy");
    void wake.now();
    return endedHours;
  };

  return {
    list: () => list(context),
    add(input) {
      const taken = addressTaken(input, null);
      if (taken !== null) return taken;
      const id = newId();
      const { zone = null, sharedEmails = [] } = input;
      store({ ...input, id, zone, sharedEmails, archived: false, createdAt: clock.now() }, null, insertClient);
      return done({ id });
    },
    change(id, { preferredName, language, emails, urgent, optedOut, zone, sharedEmails }) {
      const client = clientById(db, id);
      if (client === null) return refused("This client is not there.");
      const input = {
        preferredName,
        language,
        emails,
        urgent,
        optedOut,
        zone: zone === undefined ? client.zone : zone,
        sharedEmails: sharedEmails ?? client.sharedEmails,
      };
      const taken = addressTaken(input, id);
      if (taken !== null) return taken;
      store({ ...client, ...input }, client, updateClient);
      return done(null);
    },
    archive(id, archived) {
      const client = clientById(db, id);
      if (client === null) return refused("This client is not there.");
      return done({ endedHours: store({ ...client, archived }, client, updateClient) });
    },
  };
}

/** Takes what was agreed with a client out of the policy; null where nothing was. */
function endAgreement(db: Database, clientId: string, now: Instant): Omit<PolicyChangeView, "effect"> | null {
  const { version, policy } = currentPolicy(db);
  if (agreementWith(policy, clientId) === null) return null;
  return { version: addPolicy(db, withoutAgreement(policy, clientId), now), previousVersion: version };
}

function list({ db, clock }: PracticeContext): ClientView[] {
  const now = clock.now();
  const { policy } = currentPolicy(db);
  const next = new Map<string, Instant>();
  for (const { clientId, start } of occurrencesIn(db, { start: now, end: now + lookAhead })) {
    if (clientId !== null && start >= now && !next.has(clientId)) next.set(clientId, start);
  }
  return allClients(db).map((stored) => {
    const { createdAt: _createdAt, ...client } = stored;
    return {
      ...client,
      optOut: optOutOf(db, stored),
      nextSession: next.get(client.id) ?? null,
      agreedHours: agreedHoursView(db, policy, client.id, now),
    };
  });
}
