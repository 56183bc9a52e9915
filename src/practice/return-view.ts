import { availabilityOf } from "../domain/availability/open-spans.ts";
import type { Instant, Interval } from "../domain/time/instant.ts";
import { dateAt } from "../domain/time/practice-zone.ts";
import { awayUntilToday } from "../domain/vacation/return.ts";
import { spanOf } from "../domain/vacation/sessions.ts";
import type { Database } from "../store/database.ts";
import { type JudgedMessage, verdictsOf } from "../store/messages.ts";
import { currentPolicy } from "../store/policies.ts";
import { allVacations, receivedIn } from "../store/vacations.ts";
import { isFromAPerson } from "./from-a-person.ts";
import type { ReturnView } from "./today-views.ts";

/** What came together during a vacation, on the day the practice opens again; null on every other day. */
export function returnView(db: Database, now: Instant): ReturnView | null {
  const away = awayBefore(db, now);
  if (away === null) return null;
  const messages = receivedIn(db, away).filter(
    (judged) => judged.current.verdict.rule !== "blocked" && isFromAPerson(judged),
  );
  const waited = messages.filter(({ message }) =>
    verdictsOf(db, message.id).some(({ verdict }) => verdict.kind === "hold"),
  );
  return {
    waited: waited.length,
    people: peopleIn(waited),
    safety: messages.filter(({ current }) => current.verdict.rule === "safety").length,
  };
}

/** The time away that the practice is back from today: a vacation that is over, or was ended early today. */
export function awayBefore(db: Database, now: Instant): Interval | null {
  const { policy } = currentPolicy(db);
  const zones = availabilityOf(policy);
  const today = dateAt(zones, now);
  for (const { plan, endedAt } of allVacations(db)) {
    if (plan?.ended !== "returned" || endedAt === null || endedAt > now) continue;
    if (dateAt(zones, endedAt) === today) return { start: spanOf(zones, plan).start, end: endedAt };
  }
  return awayUntilToday(policy, now);
}

/** How many people wrote these messages: clients, and senders who are none. */
export function peopleIn(messages: readonly JudgedMessage[]): number {
  return new Set(messages.map(({ message }) => message.clientId ?? `${message.channel}:${message.sender}`)).size;
}
