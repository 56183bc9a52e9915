import { nextOpening } from "../domain/availability/opening.ts";
import { availabilityOf } from "../domain/availability/open-spans.ts";
import type { GateFacts } from "../domain/gate/facts.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { bookedIn } from "../domain/scheduling/booked.ts";
import type { Occurrence } from "../domain/scheduling/series.ts";
import { contains, day, type Instant, type Interval } from "../domain/time/instant.ts";
import type { Database } from "../store/database.ts";
import { currentDoNotDisturb } from "../store/do-not-disturb.ts";
import { allSeries } from "../store/series.ts";

/** Everything booked that meets the range, sorted by start. */
export function occurrencesIn(db: Database, range: Interval): Occurrence[] {
  return bookedIn(allSeries(db), range);
}

/** What the gate is told besides message and policy: gathered here, decided elsewhere. */
export function gatherFacts(db: Database, policy: Policy, now: Instant, urgentClient: boolean): GateFacts {
  const opening = nextOpening(availabilityOf(policy), now);
  const near: Interval[] = [{ start: now - day, end: now + day }];
  if (opening !== null && opening > now + day) near.push({ start: opening - day, end: opening + day });
  const sessions = near
    .flatMap((range) => occurrencesIn(db, range))
    .filter((occurrence) => occurrence.clientId !== null)
    .map(({ start, end }) => ({ start, end }));
  const doNotDisturb = currentDoNotDisturb(db);
  return {
    now,
    urgentClient,
    doNotDisturb: doNotDisturb !== null && contains(doNotDisturb, now) ? doNotDisturb : null,
    sessions,
  };
}
