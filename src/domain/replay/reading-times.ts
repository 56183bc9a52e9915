import { factsOfMoment, momentAt } from "../gate/moment.ts";
import { isReadAt, mustNotBeDisturbed, quietOf, sessionAt } from "../gate/quiet.ts";
import type { Policy } from "../policy/policy.ts";
import { bookedIn } from "../scheduling/booked.ts";
import type { Instant } from "../time/instant.ts";
import { doNotDisturbAt, type Past } from "./past.ts";

/** Did the therapist read messages at `at`: within message hours, in no session, and not to be left undisturbed? */
export function readsMessagesAt(past: Past, policy: Policy, at: Instant): boolean {
  const moment = momentAt(policy, (range) => bookedIn(past.series, range), doNotDisturbAt(past, at), at);
  const quiet = quietOf(policy, factsOfMoment(moment));
  return isReadAt(quiet, at) && sessionAt(quiet, at) === null && !mustNotBeDisturbed(quiet, at);
}
