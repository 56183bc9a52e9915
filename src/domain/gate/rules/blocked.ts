import type { GateFacts } from "../facts.ts";
import { surface, type Verdict } from "../verdict.ts";

/**
 * Rule 2: a sender whom the therapist marked as spam. The message is kept in a section of its own, without notification or
 * reply; it is not held, because nothing of it would ever be due.
 */
export function blocked(facts: GateFacts): Verdict | null {
  return facts.blocked ? surface("blocked", "blocked") : null;
}
