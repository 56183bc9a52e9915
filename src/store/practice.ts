import type { Policy } from "../domain/policy/policy.ts";
import type { Instant } from "../domain/time/instant.ts";
import type { Database } from "./database.ts";
import { addPolicy } from "./policies.ts";
import { practiceTable } from "./schema.ts";

/** Writes the first rows of a new practice: the acknowledgement and the first policy. */
export function foundPractice(db: Database, policy: Policy, now: Instant): void {
  db.transaction((transaction) => {
    transaction.insert(practiceTable).values({ id: 1, createdAt: now, acknowledgedAt: now }).run();
    addPolicy(transaction, policy, now);
  });
}

/** When the therapist acknowledged that the app is no emergency service (FIELD C5). */
export function acknowledgedAt(db: Database): Instant {
  const row = db.select().from(practiceTable).get();
  if (row === undefined) throw new Error("The practice was never founded.");
  return row.acknowledgedAt;
}
