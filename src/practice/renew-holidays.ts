import { addPolicy, currentPolicy } from "../store/policies.ts";
import type { PracticeContext } from "./context.ts";
import { decideHeldAgain } from "./decide-again.ts";
import { holidaysAreOld, withHolidays } from "./holidays.ts";

/**
 * Makes a new version of the policy when a year has come near whose holidays it does not know - at the turn of the year,
 * or at the first start after an update - and decides the held messages again. Otherwise does nothing.
 */
export function renewHolidays(context: PracticeContext): void {
  const { db, clock } = context;
  const now = clock.now();
  if (!holidaysAreOld(currentPolicy(db).policy, now)) return;
  db.transaction((transaction) => {
    addPolicy(transaction, withHolidays(currentPolicy(transaction).policy, now), now);
    decideHeldAgain(context, transaction);
  });
  context.changed("policy", "light", "messages", "replies", "calendar");
}
