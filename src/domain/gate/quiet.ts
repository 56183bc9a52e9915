import { type Availability, availabilityOf } from "../availability/open-spans.ts";
import { isOpenAt, nextOpening } from "../availability/opening.ts";
import type { Policy } from "../policy/policy.ts";
import { contains, type Instant, type Interval, merge, minute } from "../time/instant.ts";
import { type AgreedHours, agreedHoursOf, isAgreedAt, nextAgreed } from "./agreed-hours.ts";
import type { GateFacts } from "./facts.ts";

/** When messages of one sender are read, and the stretches in which nothing may interrupt all the same. */
export interface Quiet {
  readonly availability: Availability;
  /** What was agreed with the client who wrote, besides the practice's own hours. */
  readonly agreed: AgreedHours | null;
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
  return {
    availability,
    agreed: agreedHoursOf(policy, facts),
    sessions,
    doNotDisturb: boundedDoNotDisturb(availability, facts.doNotDisturb),
  };
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

/** Are messages of this client read at `at`, be it in message hours or in agreed ones? */
export function isReadAt({ availability, agreed }: Quiet, at: Instant): boolean {
  return isOpenAt(availability, at) || (agreed !== null && isAgreedAt(agreed, at));
}

/**
 * The next opening for this client strictly after `at`: message hours or agreed ones, whichever begin first; null when
 * neither is in sight. Asked while messages are read, the answer may lie within what is open already.
 */
export function nextReading({ availability, agreed }: Quiet, at: Instant): Instant | null {
  const opening = nextOpening(availability, at);
  const agreedOpening = agreed === null ? null : nextAgreed(agreed, at);
  if (opening === null || agreedOpening === null) return opening ?? agreedOpening;
  return Math.min(opening, agreedOpening);
}

/**
 * The first instant at or after `from` at which messages of this client are read and neither a session nor do-not-disturb stands in
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
    } else if (isReadAt(quiet, at)) {
      return at;
    } else {
      const opening = nextReading(quiet, at);
      if (opening === null) return null;
      at = opening;
    }
  }
}
