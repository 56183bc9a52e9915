import type { Policy } from "../policy/policy.ts";
import type { GateFacts, GateMessage } from "./facts.ts";
import { quietOf } from "./quiet.ts";
import { batch } from "./rules/batch.ts";
import { blocked } from "./rules/blocked.ts";
import { clientHours } from "./rules/client-hours.ts";
import { closed } from "./rules/closed.ts";
import { doNotDisturb } from "./rules/do-not-disturb.ts";
import { inSession } from "./rules/in-session.ts";
import { endingBeforeSession, nearSession } from "./rules/near-session.ts";
import { open } from "./rules/open.ts";
import { repeatedContact } from "./rules/repeated-contact.ts";
import { safety } from "./rules/safety.ts";
import { surface, type Verdict } from "./verdict.ts";

/**
 * The gate: may this message interrupt now, or is it held until a certain instant? Rules are tried in the order of
 * DESIGN.md and the first that speaks decides. What no rule can settle - an unreadable message, a practice that never
 * opens - is surfaced (promise 1).
 */
export function decide(message: GateMessage, facts: GateFacts, policy: Policy): Verdict {
  const urgent = safety(message, facts, policy);
  if (urgent !== null) return urgent;
  const spam = blocked(facts);
  if (spam !== null) return spam;
  if (message.unreadable !== null) return surface("undecided", "unreadable");
  const quiet = quietOf(policy, facts);
  const verdict =
    repeatedContact(facts, policy) ??
    nearSession(message, facts, policy) ??
    doNotDisturb(facts, quiet) ??
    inSession(facts, quiet) ??
    clientHours(facts, quiet) ??
    closed(facts, quiet) ??
    batch(facts, quiet) ??
    open(facts, quiet) ??
    surface("undecided", "no-opening");
  return endingBeforeSession(verdict, message, facts, policy);
}
