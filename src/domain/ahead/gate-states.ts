import { openSpans } from "../availability/open-spans.ts";
import { agreedHoursOf, isAgreedAt } from "../gate/agreed-hours.ts";
import { factsOfMoment, momentAt } from "../gate/moment.ts";
import { quietOf } from "../gate/quiet.ts";
import { practiceLight, type PracticeLight } from "../light.ts";
import type { Policy } from "../policy/policy.ts";
import type { Occurrence } from "../scheduling/series.ts";
import { contains, type Instant, type Interval } from "../time/instant.ts";
import { boundaryOfDay, dayAt } from "../time/practice-zone.ts";

/** What the gate does with an ordinary message: the states of the practice light, and hours agreed with one client. */
export type GateState = PracticeLight["state"] | "client-hours";

/** A stretch in which the gate does the same with every ordinary message. */
export interface GateStretch extends Interval {
  readonly state: GateState;
}

/** Whose messages are asked about; null for anybody's. */
interface Asked {
  readonly policy: Policy;
  readonly booked: (range: Interval) => readonly Occurrence[];
  /** As it was last switched on, also when it is over. */
  readonly doNotDisturb: Interval | null;
  readonly clientId: string | null;
}

/** The states of the gate over `[range.start, range.end)`, without a hole, neighbours of one state made one. */
export function gateStates(asked: Asked, range: Interval): GateStretch[] {
  const edges = edgesWithin(asked, range);
  const stretches: GateStretch[] = [];
  for (const [place, start] of edges.entries()) {
    const end = edges[place + 1] ?? range.end;
    const state = stateAt(asked, start);
    const last = stretches.at(-1);
    if (last?.state === state) stretches[stretches.length - 1] = { ...last, end };
    else stretches.push({ start, end, state });
  }
  return stretches;
}

function stateAt({ policy, booked, doNotDisturb, clientId }: Asked, at: Instant): GateState {
  const facts = factsOfMoment(momentAt(policy, booked, doNotDisturb, at));
  const { state } = practiceLight(policy, facts);
  if (state !== "closed" && state !== "away") return state;
  const agreed = agreedHoursOf(policy, { clientId, clientHoursUsed: 0, now: at });
  return agreed !== null && isAgreedAt(agreed, at) ? "client-hours" : state;
}

/** Every instant of the range at which the state may change, its start first. */
function edgesWithin({ policy, booked, doNotDisturb, clientId }: Asked, range: Interval): Instant[] {
  const facts = {
    ...factsOfMoment(momentAt(policy, booked, doNotDisturb, range.start)),
    doNotDisturb,
    clientId,
    sessions: booked({ start: range.start, end: range.end }).filter((one) => one.clientId !== null),
  };
  const { availability, agreed, sessions, doNotDisturb: quiet } = quietOf(policy, facts);
  const edges = [
    ...[openSpans(availability, range), agreed === null ? [] : openSpans(agreed.availability, range), sessions].flat(),
    ...(quiet === null ? [] : [quiet]),
  ].flatMap(({ start, end }) => [start, end]);
  if (agreed !== null) edges.push(agreed.from);
  // A vacation begins and ends with a date.
  for (let day = dayAt(availability, range.start); day <= dayAt(availability, range.end); day += 1)
    edges.push(boundaryOfDay(availability, day, 0));
  const within = new Set([range.start, ...edges.filter((at) => contains(range, at))]);
  return [...within].toSorted((a, b) => a - b);
}
