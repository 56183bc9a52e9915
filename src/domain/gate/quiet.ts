import { type Availability, availabilityOf } from "../availability/open-spans.ts";
import { isOpenAt, nextOpening } from "../availability/opening.ts";
import type { Policy } from "../policy/policy.ts";
import { contains, type Instant, type Interval, merge, minute } from "../time/instant.ts";
import type { GateFacts } from "./facts.ts";

/** The stretches in which nothing may interrupt, besides being closed. */
export interface Quiet {
  readonly availability: Availability;
  /** Sessions with their buffers, merged. */
  readonly sessions: readonly Interval[];
  /** Do-not-disturb as far as it reaches: a forgotten one ends at the next opening after it was switched on. */
  readonly doNotDisturb: Interval | null;
}

/** Puts policy and facts together for the rules. */
export function quietOf(policy: Policy, facts: GateFacts): Quiet {
  const availability = availabilityOf(policy);
  const { bufferBefore, bufferAfter } = policy.gate;
  const sessions = merge(
    facts.sessions.map(({ start, end }) => ({ start: start - bufferBefore * minute, end: end + bufferAfter * minute })),
  );
  return { availability, sessions, doNotDisturb: boundedDoNotDisturb(availability, facts.doNotDisturb) };
}

function boundedDoNotDisturb(availability: Availability, asked: Interval | null): Interval | null {
  if (asked === null) return null;
  const opening = nextOpening(availability, asked.start);
  return { start: asked.start, end: opening === null ? asked.end : Math.min(asked.end, opening) };
}

/** The session, buffers included, that runs at `at`. */
export function sessionAt(quiet: Quiet, at: Instant): Interval | null {
  return quiet.sessions.find((session) => contains(session, at)) ?? null;
}

/** Is do-not-disturb in force at `at`? */
export function mustNotBeDisturbed(quiet: Quiet, at: Instant): boolean {
  return quiet.doNotDisturb !== null && contains(quiet.doNotDisturb, at);
}

/**
 * The first instant at or after `from` at which the practice is open and neither a session nor do-not-disturb stands in
 * the way; null when no opening is in sight. This is where every hold ends, so that a release never lands in a session
 * or in the evening.
 */
export function firstFreeInstant(quiet: Quiet, from: Instant): Instant | null {
  let at = from;
  for (;;) {
    const session = sessionAt(quiet, at);
    if (session !== null) {
      at = session.end;
    } else if (quiet.doNotDisturb !== null && contains(quiet.doNotDisturb, at)) {
      at = quiet.doNotDisturb.end;
    } else if (isOpenAt(quiet.availability, at)) {
      return at;
    } else {
      const opening = nextOpening(quiet.availability, at);
      if (opening === null) return null;
      at = opening;
    }
  }
}
