import { type Availability, availabilityOf } from "../availability/open-spans.ts";
import { isOpenAt, nextClosing, nextOpening } from "../availability/opening.ts";
import type { Policy } from "../policy/policy.ts";
import { contains, type Instant, type Interval, merge, minute } from "../time/instant.ts";
import { zoneAt } from "../time/practice-zone.ts";
import { instantToWallMillis } from "../time/zone.ts";
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
  /** From when the message came in until the batch it comes with; null when it waits for none. */
  readonly batch: Interval | null;
}

/** Puts policy and facts together for the rules. */
export function quietOf(policy: Policy, facts: GateFacts): Quiet {
  const availability = availabilityOf(policy);
  const quiet = {
    availability,
    agreed: agreedHoursOf(policy, facts),
    sessions: withBuffers(facts.sessions, policy),
    doNotDisturb: boundedDoNotDisturb(availability, facts.doNotDisturb),
    batch: null,
  };
  return { ...quiet, batch: batchOf(policy, quiet, facts) };
}

const buffered = new WeakMap<readonly Interval[], { readonly policy: Policy; readonly sessions: Interval[] }>();

/** Sessions with their buffers, merged; of the same list under the same policy they are worked out once. */
function withBuffers(list: readonly Interval[], policy: Policy): readonly Interval[] {
  const known = buffered.get(list);
  if (known?.policy === policy) return known.sessions;
  const { bufferBefore, bufferAfter } = policy.gate;
  const sessions = merge(
    list.map(({ start, end }) => ({ start: start - bufferBefore * minute, end: end + bufferAfter * minute })),
  );
  buffered.set(list, { policy, sessions });
  return sessions;
}

function boundedDoNotDisturb(availability: Availability, asked: Interval | null): Interval | null {
  if (asked === null) return null;
  const opening = nextOpening(availability, asked.start);
  return { start: asked.start, end: opening === null ? asked.end : Math.min(asked.end, opening) };
}

/**
 * What a message waits for that came in while messages are read and batching is on: the next full hour, half hour ... of the
 * wall clock. An opening is a batch too, so what came before it does not wait again. Where the hours would be over by
 * then, nothing waits: batching delays by minutes, never to another day.
 */
function batchOf(policy: Policy, quiet: Quiet, facts: GateFacts): Interval | null {
  const { on, minutes } = policy.gate.batch;
  // The clock of the server may be ahead of ours.
  const start = Math.min(facts.receivedAt ?? facts.now, facts.now);
  const step = minutes * minute;
  if (!on || facts.now - start >= step || !isOpenAt(quiet.availability, start)) return null;
  const wall = instantToWallMillis(start, zoneAt(quiet.availability, start));
  const end = start + (Math.ceil(wall / step) * step - wall);
  const closing = nextClosing(quiet.availability, start);
  const free = firstFreeInstant(quiet, end);
  return free === null || (closing !== null && free >= closing) ? null : { start, end };
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
 * The first instant at or after `from` at which messages of this client are read and neither a session nor do-not-disturb
 * nor the wait for a batch stands in the way; null when no opening is in sight. This is where every hold ends, so that a
 * release never lands in a session or in the evening.
 */
export function firstFreeInstant(quiet: Quiet, from: Instant): Instant | null {
  let at = from;
  for (;;) {
    const session = sessionAt(quiet, at);
    if (session !== null) {
      at = session.end;
    } else if (quiet.doNotDisturb !== null && contains(quiet.doNotDisturb, at)) {
      at = quiet.doNotDisturb.end;
    } else if (quiet.batch !== null && contains(quiet.batch, at)) {
      at = quiet.batch.end;
    } else if (isReadAt(quiet, at)) {
      return at;
    } else {
      const opening = nextReading(quiet, at);
      if (opening === null) return null;
      at = opening;
    }
  }
}
