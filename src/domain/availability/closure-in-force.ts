import type { Closure } from "../policy/hours.ts";
import type { Instant } from "../time/instant.ts";
import { dateOf } from "../time/zone.ts";
import type { Availability } from "./open-spans.ts";

const precedence: readonly Closure["kind"][] = ["vacation", "changed-hours", "day-off", "holiday"];

/** The dated exception that governs the local date of `at`, or null on an ordinary day (FIELD T5). */
export function closureInForce(availability: Availability, at: Instant): Closure | null {
  const date = dateOf(at, availability.zone);
  const onDate = availability.closures.filter((closure) => closure.firstDate <= date && date <= closure.lastDate);
  for (const kind of precedence) {
    const closure = onDate.find((one) => one.kind === kind);
    if (closure !== undefined) return closure;
  }
  return null;
}
