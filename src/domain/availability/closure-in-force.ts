import type { Closure } from "../policy/hours.ts";
import type { Instant } from "../time/instant.ts";
import { dateAt } from "../time/practice-zone.ts";
import { type Availability, closureOn } from "./open-spans.ts";

/** The dated exception that governs the practice's date at `at`, or null on an ordinary day (FIELD T5). */
export function closureInForce(availability: Availability, at: Instant): Closure | null {
  return closureOn(availability, dateAt(availability, at));
}
