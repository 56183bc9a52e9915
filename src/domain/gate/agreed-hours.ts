import { closureInForce } from "../availability/closure-in-force.ts";
import { type Availability, availabilityOf } from "../availability/open-spans.ts";
import { isOpenAt, nextOpening } from "../availability/opening.ts";
import type { ClientHours } from "../policy/client-hours.ts";
import type { Closure } from "../policy/hours.ts";
import type { Policy } from "../policy/policy.ts";
import type { Instant } from "../time/instant.ts";
import { boundaryOfDay, dayAt, type PracticeZones } from "../time/practice-zone.ts";
import { dateOfDay, dayOfDate, weekdayOfDay } from "../time/wall.ts";
import type { GateFacts } from "./facts.ts";

/** Hours agreed with the client who wrote, as they hold from `from` on. */
export interface AgreedHours {
  readonly availability: Availability;
  /** Before this instant they do not hold: they are suspended, or the limit of this week is used up. */
  readonly from: Instant;
  /** Why they do not hold before `from`, where they would otherwise. */
  readonly pause: "suspended" | "used-up" | null;
}

/** The agreement with this client, whatever its dates; null where there is none. */
export function agreementWith(policy: Policy, clientId: string | null): ClientHours | null {
  return policy.clientHours.find((agreed) => agreed.clientId === clientId) ?? null;
}

/**
 * The agreed hours of the client who wrote, or null where there are none. Outside their dates and during a vacation - when
 * the therapist is away and somebody else covers - they are closed like any other hours.
 */
export function agreedHoursOf(
  policy: Policy,
  facts: Pick<GateFacts, "clientId" | "clientHoursUsed" | "now">,
): AgreedHours | null {
  const agreed = agreementWith(policy, facts.clientId);
  if (agreed === null) return null;
  const isUsedUp = agreed.weeklyLimit !== null && facts.clientHoursUsed >= agreed.weeklyLimit;
  const suspendedUntil = agreed.suspendedUntil ?? 0;
  return {
    availability: availabilityOfAgreed(policy, agreed),
    from: Math.max(suspendedUntil, isUsedUp ? startOfWeek(facts.now, availabilityOf(policy), 1) : 0),
    pause: facts.now < suspendedUntil ? "suspended" : isUsedUp ? "used-up" : null,
  };
}

const known = new WeakMap<Policy, Map<ClientHours, Availability>>();

/** Policies are immutable, so what one says about a client is worked out once. */
function availabilityOfAgreed(policy: Policy, agreed: ClientHours): Availability {
  const ofPolicy = known.get(policy) ?? new Map<ClientHours, Availability>();
  known.set(policy, ofPolicy);
  const availability =
    ofPolicy.get(agreed) ??
    availabilityOf({
      ...policy,
      messageHours: agreed.hours,
      alternation: null,
      seasons: [],
      holidays: { area: null, knownThrough: 0, days: [] },
      closures: [...policy.closures.filter(({ kind }) => kind === "vacation"), ...datesOutside(agreed)],
    });
  ofPolicy.set(agreed, availability);
  return availability;
}

/** The dates before the first and after the last day of an agreement, as days on which it is closed. */
function datesOutside({ firstDate, lastDate }: ClientHours): Closure[] {
  const closedOn = (first: string, last: string): Closure => ({
    id: first,
    kind: "vacation",
    label: "",
    firstDate: first,
    lastDate: last,
    windows: [],
    cover: null,
  });
  const before = closedOn("1970-01-01", dateOfDay(dayOfDate(firstDate) - 1));
  return lastDate === null ? [before] : [before, closedOn(dateOfDay(dayOfDate(lastDate) + 1), "2999-12-31")];
}

/**
 * The practice's midnight at the start of the Monday on or before `at`, or so many weeks later; the weeks of a limit run
 * from Monday to Sunday.
 */
export function startOfWeek(at: Instant, zones: PracticeZones, weeksLater = 0): Instant {
  const today = dayAt(zones, at);
  return boundaryOfDay(zones, today - weekdayOfDay(today) + 7 * weeksLater, 0);
}

/** Does an agreement hold on the date of `at`, open or not? Not outside its dates, nor during a vacation. */
export function isAgreementInForce(agreed: AgreedHours, at: Instant): boolean {
  return closureInForce(agreed.availability, at) === null;
}

/** Are these agreed hours open at `at`? */
export function isAgreedAt(agreed: AgreedHours, at: Instant): boolean {
  return at >= agreed.from && isOpenAt(agreed.availability, at);
}

/** The earliest instant strictly after `at` at which agreed hours begin to hold; null when none is in sight. */
export function nextAgreed(agreed: AgreedHours, at: Instant): Instant | null {
  if (at < agreed.from && isOpenAt(agreed.availability, agreed.from)) return agreed.from;
  return nextOpening(agreed.availability, Math.max(at, agreed.from));
}
