import { day, type Instant } from "../domain/time/instant.ts";
import type { Database } from "../store/database.ts";
import { occurrencesIn } from "./facts.ts";

const lookAhead = 366 * day;

/** When the client's next session begins, at or after `now`; null when none is booked within a year. */
export function nextSessionOf(db: Database, clientId: string, now: Instant): Instant | null {
  const booked = occurrencesIn(db, { start: now, end: now + lookAhead });
  return booked.find((one) => one.clientId === clientId && one.start >= now)?.start ?? null;
}
