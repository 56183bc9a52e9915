import { availabilityOf } from "../domain/availability/open-spans.ts";
import { comparePolicies } from "../domain/policy/compare/compare.ts";
import { draftedPolicy, type PolicyDraft } from "../domain/policy/draft.ts";
import { type Policy, policySchema } from "../domain/policy/policy.ts";
import type { Interval } from "../domain/time/instant.ts";
import { boundaryOfDay } from "../domain/time/practice-zone.ts";
import { dayOfDate } from "../domain/time/wall.ts";
import { allClients } from "../store/clients.ts";
import { countSeen } from "../store/past.ts";
import { currentPolicy, policyVersion } from "../store/policies.ts";
import { policyChanger } from "./change-policy.ts";
import type { PracticeContext } from "./context.ts";
import { sayPolicyOf } from "./policy-versions.ts";
import { done, type Outcome, refused } from "./outcome.ts";
import type { SimulatorService } from "./policy-services.ts";
import { startSimulation, type Simulation } from "./simulation.ts";
import { simulatedPast } from "./simulated-past.ts";
import type { SimulatedPeriod } from "./simulator-views.ts";
import type { Wake } from "./wake.ts";

/** The longest period, in days. */
const longestPeriod = 366;
/** Beyond this a replay would take the computer's memory, not only its time. */
const mostMessages = 20_000;

export interface RunningSimulator extends SimulatorService {
  /** Ends what is being tried. */
  stop(): void;
}

/** Plays a draft of the policy on what really came in. Nothing is stored or sent until the draft is taken over. */
export function simulatorService(context: PracticeContext, wake: Wake): RunningSimulator {
  const { db, clock } = context;
  const change = policyChanger(context, wake);
  /** One at a time; the latest stays to be looked at until it is dropped or the practice is closed. */
  let latest: Simulation | null = null;

  const drop = () => {
    latest?.stop();
    latest = null;
  };

  return {
    basis(version) {
      const drafted = draftOf(currentPolicy(db).policy, { from: version, weeks: null, gate: {}, replies: null });
      if (!drafted.ok) return drafted;
      const { messageHours, alternation, gate, replies } = drafted.value;
      return done({ messageHours, alternation, gate, replies });
    },
    look(draft, period) {
      const { version, policy } = currentPolicy(db);
      const drafted = draftOf(policy, draft);
      if (!drafted.ok) return drafted;
      const range = rangeOf(policy, period);
      if (!range.ok) return range;
      return done({
        policyVersion: version,
        changes: comparePolicies(policy, drafted.value, sayPolicyOf(context, policy)).map(({ sentence }) => sentence),
        messages: countSeen(db, range.value),
      });
    },
    begin(draft, period) {
      const inForce = currentPolicy(db);
      const drafted = draftOf(inForce.policy, draft);
      if (!drafted.ok) return drafted;
      const range = rangeOf(inForce.policy, period);
      if (!range.ok) return range;
      if (countSeen(db, range.value) > mostMessages)
        return refused("These are too many messages to try at once. Please choose a shorter period.", "period");
      drop();
      const { past, senderNames } = simulatedPast(db, context.words, range.value);
      latest = startSimulation({
        id: context.newId(),
        draft,
        period,
        range: range.value,
        past,
        senderNames,
        clientNames: new Map(allClients(db).map(({ id, preferredName }) => [id, preferredName])),
        inForce,
        drafted: drafted.value,
      });
      return done({ id: latest.view().id });
    },
    latest: () => latest?.view() ?? null,
    changes(id, difference, most) {
      const running = latest?.view();
      if (latest === null || running?.id !== id) return refused("This is no longer there. Please try the draft again.");
      return done(latest.changes(difference, most));
    },
    drop() {
      drop();
      return done(null);
    },
    takeOver(draft) {
      const drafted = draftOf(currentPolicy(db).policy, draft);
      if (!drafted.ok) return drafted;
      const applied = change(() => drafted.value);
      if (applied.ok) drop();
      return applied;
    },
    stop: drop,
  };

  function draftOf(inForce: Policy, draft: PolicyDraft): Outcome<Policy> {
    const earlier = draft.from === null ? null : policyVersion(db, draft.from);
    if (draft.from !== null && earlier === null) return refused("There is no such version.", "from");
    const drafted = policySchema.safeParse(draftedPolicy(inForce, earlier?.policy ?? null, draft));
    return drafted.success ? done(drafted.data) : refused("Such settings cannot be kept.", "draft");
  }

  /** The dates as instants; what has not happened yet is no part of any past. */
  function rangeOf(policy: Policy, { firstDate, lastDate }: SimulatedPeriod): Outcome<Interval> {
    const zones = availabilityOf(policy);
    const days = dayOfDate(lastDate) - dayOfDate(firstDate) + 1;
    if (days < 1) return refused("The last day is before the first one.", "lastDate");
    if (days > longestPeriod) return refused("At most a year at once, please.", "firstDate");
    const start = boundaryOfDay(zones, dayOfDate(firstDate), 0);
    const end = Math.min(boundaryOfDay(zones, dayOfDate(lastDate) + 1, 0), clock.now() + 1);
    if (start >= end) return refused("These days are still to come.", "firstDate");
    return done({ start, end });
  }
}
