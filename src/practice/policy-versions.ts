import { availabilityOf } from "../domain/availability/open-spans.ts";
import { comparePolicies } from "../domain/policy/compare/compare.ts";
import type { SayPolicy } from "../domain/policy/compare/policy-change.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { sayInstant } from "../domain/time/say.ts";
import { allClients } from "../store/clients.ts";
import { currentPolicy, newestPolicies, policyVersion } from "../store/policies.ts";
import type { PracticeContext } from "./context.ts";
import { done, refused } from "./outcome.ts";
import type { PolicyService } from "./policy-services.ts";

/** Every version of the policy with what changed in it, and any two of them beside each other. */
export function policyVersionList(context: PracticeContext): Pick<PolicyService, "versions" | "compareVersions"> {
  const { db } = context;
  return {
    versions(most) {
      const inForce = currentPolicy(db);
      // One more than is shown, to compare the last one with.
      const found = newestPolicies(db, most + 1);
      const say = sayPolicyOf(context, inForce.policy);
      return {
        versions: found.slice(0, most).map(({ version, createdAt, policy }, index) => {
          const former = found[index + 1];
          return {
            version,
            at: createdAt,
            inForce: version === inForce.version,
            changes:
              former === undefined ? null : comparePolicies(former.policy, policy, say).map(({ sentence }) => sentence),
          };
        }),
        more: found.length > most,
      };
    },
    compareVersions(from, to) {
      const one = policyVersion(db, from);
      const other = policyVersion(db, to);
      if (one === null || other === null) return refused("There is no such version.");
      const say = sayPolicyOf(context, currentPolicy(db).policy);
      return done(comparePolicies(one.policy, other.policy, say).map(({ sentence }) => sentence));
    },
  };
}

/** Dates, times and names as the therapist reads them now. */
export function sayPolicyOf({ db, clock }: PracticeContext, policy: Policy): SayPolicy {
  const { locale } = policy.practice;
  const names = new Map(allClients(db).map(({ id, preferredName }) => [id, preferredName]));
  const date = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone: "UTC" });
  return {
    date: (text) => date.format(Date.parse(`${text}T00:00Z`)),
    time: (text) =>
      text === "24:00" ? "midnight" : time.format(Date.parse(`2000-01-01T${text}Z`)).replaceAll("\u202f", " "),
    instant: (at) => sayInstant(at, clock.now(), availabilityOf(policy), locale),
    client: (id) => names.get(id) ?? "a client",
  };
}
