import { type Policy, policySchema } from "../domain/policy/policy.ts";
import type { Database } from "../store/database.ts";
import { addPolicy, currentPolicy } from "../store/policies.ts";
import type { PracticeContext } from "./context.ts";
import { decideHeldAgain } from "./decide-again.ts";
import { effectOf } from "./effect.ts";
import { done, type Outcome, refused } from "./outcome.ts";
import type { PolicyChangeView } from "./policy-views.ts";
import type { Wake } from "./wake.ts";

/**
 * Makes a new version of what `alter` makes of the policy in force; refuses what is no policy. `beside` does what belongs
 * to the change within the same transaction, before the held messages are decided again.
 */
export type ChangePolicy = (
  alter: (policy: Policy) => Policy,
  beside?: (transaction: Database) => void,
) => Outcome<PolicyChangeView>;

/** Every change makes a new version, decides the held messages again in the same transaction, and says what it did to them. */
export function policyChanger(context: PracticeContext, wake: Wake): ChangePolicy {
  const { db, clock } = context;
  return (alter, beside) => {
    const altered = policySchema.safeParse(alter(currentPolicy(db).policy));
    if (!altered.success)
      return refused(
        altered.error.issues[0]?.message ?? "This cannot be kept.",
        altered.error.issues[0]?.path.join(".") ?? null,
      );
    const result = db.transaction((transaction) => {
      const previousVersion = currentPolicy(transaction).version;
      const version = addPolicy(transaction, altered.data, clock.now());
      beside?.(transaction);
      return {
        version,
        previousVersion,
        effect: effectOf(context, transaction, decideHeldAgain(context, transaction)),
      };
    });
    context.changed("policy", "light", "messages", "replies", "calendar");
    void wake.now();
    return done(result);
  };
}
