import type { Closure } from "../policy/hours.ts";
import type { Instant } from "../time/instant.ts";
import { dateOf } from "../time/zone.ts";
import { type Availability, closureOn } from "./open-spans.ts";

/** The dated exception that governs the local date of `at`, or null on an ordinary day (FIELD T5). */
export function closureInForce(availability: Availability, at: Instant): Closure | null {
  return closureOn(availability, dateOf(at, availability.zone));
}
