import { agreementWith, startOfWeek } from "../domain/gate/agreed-hours.ts";
import { availabilityOf } from "../domain/availability/open-spans.ts";
import type { ClientHours } from "../domain/policy/client-hours.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { Instant } from "../domain/time/instant.ts";
import { dateAt } from "../domain/time/practice-zone.ts";
import { sayDate } from "../domain/time/say.ts";
import { allClients, clientById } from "../store/clients.ts";
import type { Database } from "../store/database.ts";
import { surfacedByRule } from "../store/messages.ts";
import { currentPolicy } from "../store/policies.ts";
import type { ChangePolicy } from "./change-policy.ts";
import type { PracticeContext } from "./context.ts";
import type { PolicyService } from "./policy-services.ts";
import { refused } from "./outcome.ts";
import type { AgreedHoursView } from "./client-views.ts";
import type { NeedsYouView } from "./today-views.ts";

/** Hours agreed with single clients: a part of the policy, so every change of them is a new version. */
export function clientHoursChanges(
  context: PracticeContext,
  change: ChangePolicy,
): Pick<PolicyService, "setClientHours" | "removeClientHours"> {
  const { db } = context;
  const changeAgreements: typeof change = (alter) => {
    const outcome = change(alter);
    if (outcome.ok) context.changed("clients");
    return outcome;
  };
  return {
    setClientHours(agreed) {
      const client = clientById(db, agreed.clientId);
      if (client === null) return refused("This client is not there.", "clientId");
      if (client.archived)
        return refused(`${client.preferredName} is archived. Move them back to the list first.`, "clientId");
      return changeAgreements((policy) => ({
        ...policy,
        clientHours: [...policy.clientHours.filter(({ clientId }) => clientId !== agreed.clientId), agreed],
      }));
    },
    removeClientHours(clientId) {
      if (agreementWith(currentPolicy(db).policy, clientId) === null)
        return refused("There are no agreed hours with this client any more.");
      return changeAgreements((policy) => withoutAgreement(policy, clientId));
    },
  };
}

/** The policy without what was agreed with one client. */
export function withoutAgreement(policy: Policy, clientId: string): Policy {
  return { ...policy, clientHours: policy.clientHours.filter((agreed) => agreed.clientId !== clientId) };
}

/** An earlier policy without agreements with clients who have been archived since. */
export function withoutArchived(db: Database, policy: Policy): Policy {
  const present = new Set(
    allClients(db)
      .filter(({ archived }) => !archived)
      .map(({ id }) => id),
  );
  return { ...policy, clientHours: policy.clientHours.filter(({ clientId }) => present.has(clientId)) };
}

/** What was agreed with a client, and how it stands at `now`; null where nothing is agreed. */
export function agreedHoursView(db: Database, policy: Policy, clientId: string, now: Instant): AgreedHoursView | null {
  const agreed = agreementWith(policy, clientId);
  if (agreed === null) return null;
  const zones = availabilityOf(policy);
  const week = { start: startOfWeek(now, zones), end: startOfWeek(now, zones, 1) };
  const today = dateAt(zones, now);
  return {
    ...agreed,
    usedThisWeek: surfacedByRule(db, clientId, "client-hours", week),
    standing: standingOf(agreed, today, now),
    reviewIsDue: isReviewDue(agreed, today),
  };
}

/** Agreed hours that are to be looked at again on `today`, a date of the practice, or were before; `id` is the client's. */
export function reviewsNeedYou(db: Database, policy: Policy, today: string): NeedsYouView[] {
  return allClients(db).flatMap(({ id, preferredName, archived }) => {
    const agreed = archived ? null : agreementWith(policy, id);
    const reviewDate = agreed?.reviewDate ?? null;
    if (agreed === null || reviewDate === null || !isReviewDue(agreed, today)) return [];
    const when =
      reviewDate === today
        ? "are to be looked at again today"
        : `were to be looked at again on ${sayDate(reviewDate, today, policy.practice.locale)}`;
    const sentence = `The hours agreed with ${preferredName} ${when}.`;
    return [{ id, kind: "review-of-hours" as const, sentence, messageId: null }];
  });
}

/** An agreement that is over needs no review. */
function isReviewDue({ reviewDate, lastDate }: ClientHours, today: string): boolean {
  return reviewDate !== null && reviewDate <= today && (lastDate === null || today <= lastDate);
}

function standingOf(agreed: ClientHours, today: string, now: Instant): AgreedHoursView["standing"] {
  if (agreed.lastDate !== null && agreed.lastDate < today) return "ended";
  if (today < agreed.firstDate) return "not-begun";
  return agreed.suspendedUntil !== null && now < agreed.suspendedUntil ? "suspended" : "in-force";
}
