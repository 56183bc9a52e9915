import { availabilityOf } from "../domain/availability/open-spans.ts";
import { dateAt, zoneOfDate } from "../domain/time/practice-zone.ts";
import { wallToInstant } from "../domain/time/zone.ts";
import { allClients, clientById } from "../store/clients.ts";
import {
  type Acknowledgement,
  allAcknowledgements,
  allEditions,
  putAcknowledgement,
  removeAcknowledgement,
} from "../store/editions.ts";
import { currentPolicy } from "../store/policies.ts";
import type { AcknowledgementView } from "./communication-policy-views.ts";
import type { PracticeContext } from "./context.ts";
import type { CommunicationPolicyService } from "./policy-services.ts";
import { done, refused } from "./outcome.ts";

/** Which edition of the communication policy each client has acknowledged, and when (FIELD L10). */
export function acknowledgementService(
  context: PracticeContext,
): Pick<CommunicationPolicyService, "acknowledgements" | "acknowledge" | "takeBackAcknowledgement"> {
  const { db, clock } = context;
  return {
    acknowledgements() {
      const last = allEditions(db)[0]?.number ?? null;
      const newest = new Map<string, Acknowledgement>();
      for (const one of allAcknowledgements(db)) newest.set(one.clientId, one);
      return allClients(db)
        .filter(({ archived }) => !archived)
        .map(({ id, preferredName, language }): AcknowledgementView => {
          const { edition = null, acknowledgedAt = null } = newest.get(id) ?? {};
          const state = edition === null ? "none" : edition === last ? "current" : "outdated";
          return { clientId: id, name: preferredName, language, state, edition, acknowledgedAt };
        });
    },
    acknowledge(clientId, number, date) {
      const zones = availabilityOf(currentPolicy(db).policy);
      const now = clock.now();
      const today = dateAt(zones, now);
      const edition = allEditions(db).find((one) => one.number === number);
      if (clientById(db, clientId) === null) return refused("This client is not there.");
      if (edition === undefined) return refused("There is no such edition.");
      if (date > today) return refused("This day is still to come.", "date");
      if (date < dateAt(zones, edition.issuedAt))
        return refused(`Edition ${number} was not yet issued on that day.`, "date");
      // Noon stands for a day that is over; a day is all that is remembered of it.
      const acknowledgedAt = date === today ? now : wallToInstant(`${date}T12:00`, zoneOfDate(zones, date));
      putAcknowledgement(db, { clientId, edition: number, acknowledgedAt });
      context.changed("editions");
      return done(null);
    },
    takeBackAcknowledgement(clientId, number) {
      if (!removeAcknowledgement(db, clientId, number)) return refused("Nothing is recorded there.");
      context.changed("editions");
      return done(null);
    },
  };
}
