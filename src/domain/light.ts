import { closureInForce } from "./availability/closure-in-force.ts";
import { isOpenAt, nextClosing, nextOpening } from "./availability/opening.ts";
import type { GateFacts } from "./gate/facts.ts";
import { firstFreeInstant, mustNotBeDisturbed, quietOf, sessionAt } from "./gate/quiet.ts";
import type { Policy } from "./policy/policy.ts";
import type { Instant } from "./time/instant.ts";

/** What the practice light shows, and when it will next show something else; null when never. */
export interface PracticeLight {
  readonly state: "open" | "in-session" | "do-not-disturb" | "closed" | "away";
  readonly until: Instant | null;
  /** The covering clinician's name while away. */
  readonly cover: string | null;
}

/** The state of the practice at `facts.now`, by the same intervals the gate decides with. */
export function practiceLight(policy: Policy, facts: GateFacts): PracticeLight {
  const { now } = facts;
  const quiet = quietOf(policy, facts);
  if (mustNotBeDisturbed(quiet, now))
    return { state: "do-not-disturb", until: quiet.doNotDisturb?.end ?? null, cover: null };
  const session = sessionAt(quiet, now);
  if (session !== null) return { state: "in-session", until: session.end, cover: null };
  const nextSession = quiet.sessions.find((one) => one.start > now)?.start ?? null;
  if (isOpenAt(quiet.availability, now))
    return { state: "open", until: earlier(nextClosing(quiet.availability, now), nextSession), cover: null };
  const opening = nextOpening(quiet.availability, now);
  const closure = closureInForce(quiet.availability, now);
  const away = closure?.kind === "vacation";
  return {
    state: away ? "away" : "closed",
    until: opening === null ? null : firstFreeInstant(quiet, now),
    cover: away ? (closure.cover?.name ?? null) : null,
  };
}

function earlier(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null) return b;
  return b === null ? a : Math.min(a, b);
}
