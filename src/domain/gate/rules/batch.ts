import { isOpenAt, nextClosing } from "../../availability/opening.ts";
import type { Policy } from "../../policy/policy.ts";
import { type Instant, minute } from "../../time/instant.ts";
import { type PracticeZones, zoneAt } from "../../time/practice-zone.ts";
import { instantToWallMillis } from "../../time/zone.ts";
import type { GateFacts } from "../facts.ts";
import { firstFreeInstant, type Quiet } from "../quiet.ts";
import { hold, type Verdict } from "../verdict.ts";

/**
 * Rule 8: inside message hours, messages come together. Holds until the next full hour, half hour ... of the wall clock.
 * Where the hours would be over by then nothing is held: batching delays by minutes, never to another day.
 */
export function batch(facts: GateFacts, quiet: Quiet, policy: Policy): Verdict | null {
  const { on, minutes } = policy.gate.batch;
  if (!on || !isOpenAt(quiet.availability, facts.now)) return null;
  const next = nextBatch(facts.receivedAt ?? facts.now, facts.now, minutes, quiet.availability);
  if (next === null) return null;
  const until = firstFreeInstant(quiet, next);
  const closing = nextClosing(quiet.availability, facts.now);
  if (until === null || (closing !== null && until >= closing)) return null;
  return hold(until, "batch", "batch");
}

/** The first batch after a message came in, or null when that is over by `now`. */
function nextBatch(receivedAt: Instant, now: Instant, minutes: number, zones: PracticeZones): Instant | null {
  const step = minutes * minute;
  const wall = instantToWallMillis(receivedAt, zoneAt(zones, receivedAt));
  const next = receivedAt + (Math.ceil(wall / step) * step - wall);
  return next <= now ? null : next;
}
