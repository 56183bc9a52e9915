import { turnOfWeek } from "../domain/availability/alternation.ts";
import { availabilityOf } from "../domain/availability/open-spans.ts";
import { nextOpening } from "../domain/availability/opening.ts";
import { withGateChange } from "../domain/policy/gate-rules.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { Instant } from "../domain/time/instant.ts";
import { dateAt } from "../domain/time/practice-zone.ts";
import { currentPolicy, policyVersion } from "../store/policies.ts";
import { policyChanger } from "./change-policy.ts";
import { clientHoursChanges, withoutArchived } from "./client-hours.ts";
import type { PracticeContext } from "./context.ts";
import { areasOf, withArea, withHolidays } from "./holidays.ts";
import { policyVersionList } from "./policy-versions.ts";
import type { PolicyService } from "./policy-services.ts";
import { refused } from "./outcome.ts";
import { replyTemplates } from "./reply-templates.ts";
import type { AvailabilityView } from "./policy-views.ts";
import type { Wake } from "./wake.ts";
import { defaultLogisticsPhrases, safetyPhrasesOfKind } from "./words.ts";

/** Hours, closures and the other parts of the policy, and what a client meets under them. */
export function policyService(context: PracticeContext, wake: Wake): PolicyService {
  const { db, clock } = context;
  const change = policyChanger(context, wake);

  return {
    availability() {
      const { version, policy } = currentPolicy(db);
      const now = clock.now();
      const opening = nextOpening(availabilityOf(policy), now);
      const { messageHours, alternation, seasons, travel, closures, gate, replies } = policy;
      return {
        version,
        messageHours,
        alternation,
        weekNow: alternation === null ? 0 : turnOfWeek(alternation, dateAt(availabilityOf(policy), now)),
        seasons,
        travel,
        holidays: holidaysView(policy, now),
        closures,
        zone: policy.practice.zone,
        gate,
        replies,
        nextOpening: opening,
      };
    },
    setMessageHours: (messageHours, alternation) =>
      change((policy) => ({
        ...policy,
        messageHours,
        alternation: alternation === undefined ? policy.alternation : alternation,
      })),
    setSeason: (season) =>
      change((policy) => ({
        ...policy,
        seasons: [...policy.seasons.filter((one) => one.id !== season.id), season].toSorted((one, other) =>
          one.firstDate.localeCompare(other.firstDate),
        ),
      })),
    removeSeason(id) {
      if (!currentPolicy(db).policy.seasons.some((season) => season.id === id))
        return refused("This season is no longer there.");
      return change((policy) => ({ ...policy, seasons: policy.seasons.filter((season) => season.id !== id) }));
    },
    setTrip: (trip) =>
      change((policy) => ({
        ...policy,
        travel: [...policy.travel.filter((one) => one.id !== trip.id), trip].toSorted((one, other) =>
          one.firstDate.localeCompare(other.firstDate),
        ),
      })),
    removeTrip(id) {
      if (!currentPolicy(db).policy.travel.some((trip) => trip.id === id))
        return refused("This trip is no longer there.");
      return change((policy) => ({ ...policy, travel: policy.travel.filter((trip) => trip.id !== id) }));
    },
    setHoliday({ date, rule, windows }) {
      const holiday = currentPolicy(db).policy.holidays.days.find((one) => one.date === date);
      if (holiday === undefined) return refused("There is no holiday on this date.");
      if (rule === "shortened" && windows.length === 0)
        return refused("A shortened day needs hours. To read no messages at all, close it.", "windows");
      return change((policy) => ({
        ...policy,
        holidays: {
          ...policy.holidays,
          // What is decided about one year's Thanksgiving goes for those after it.
          days: policy.holidays.days.map((one) =>
            one.name === holiday.name && one.date >= date
              ? { ...one, rule, windows: rule === "shortened" ? windows : [] }
              : one,
          ),
        },
      }));
    },
    setHolidayArea(area) {
      const { region } = currentPolicy(db).policy.practice;
      if (area !== null && !areasOf(region).some((one) => one.area === area))
        return refused("This part of the region is not known.", "area");
      return change((policy) => withArea(policy, area, clock.now()));
    },
    addClosure(closure) {
      const { closures } = currentPolicy(db).policy;
      if (closures.some((one) => one.id === closure.id)) return refused("This exception is already there.");
      // The newest stands first, where it outranks others of its kind on the same date.
      const replaced = (one: typeof closure) =>
        closure.kind === "changed-hours" &&
        one.kind === closure.kind &&
        closure.firstDate <= one.firstDate &&
        one.lastDate <= closure.lastDate;
      return change((policy) => ({
        ...policy,
        closures: [closure, ...policy.closures.filter((one) => !replaced(one))],
      }));
    },
    removeClosure(id) {
      if (!currentPolicy(db).policy.closures.some((closure) => closure.id === id))
        return refused("This exception is no longer there.");
      return change((policy) => ({ ...policy, closures: policy.closures.filter((closure) => closure.id !== id) }));
    },
    ...clientHoursChanges(context, change),
    ...policyVersionList(context),
    shippedPhrases: () => ({ safety: safetyPhrasesOfKind, logistics: defaultLogisticsPhrases }),
    setGate: (gate) => change((policy) => ({ ...policy, gate: withGateChange(policy.gate, gate) })),
    setReplies: (replies) => change((policy) => ({ ...policy, replies })),
    ...replyTemplates(context, change),
    setPractice: (practice) =>
      change((policy) =>
        practice.region === policy.practice.region
          ? { ...policy, practice }
          : withArea({ ...policy, practice }, null, clock.now()),
      ),
    restore(version) {
      const earlier = policyVersion(db, version);
      return earlier === null
        ? refused("There is no such version.")
        : change(() => withHolidays(withoutArchived(db, earlier.policy), clock.now()));
    },
  };
}

/** The holidays of this and the next year, as far as they are still to be decided about. */
function holidaysView(policy: Policy, now: Instant): AvailabilityView["holidays"] {
  const { practice, holidays } = policy;
  const year = Number(dateAt(availabilityOf(policy), now).slice(0, 4));
  return {
    region: practice.region,
    area: holidays.area,
    areas: areasOf(practice.region),
    days: holidays.days.filter(({ date }) => `${year}` <= date && date < `${year + 2}`),
  };
}
