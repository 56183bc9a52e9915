import type { Policy } from "../policy/policy.ts";
import type { GateFacts, GateMessage } from "./facts.ts";
import { quietOf } from "./quiet.ts";
import { closed } from "./rules/closed.ts";
import { doNotDisturb } from "./rules/do-not-disturb.ts";
import { inSession } from "./rules/in-session.ts";
import { open } from "./rules/open.ts";
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
  if (message.unreadable !== null) return surface("undecided", "unreadable");
  const quiet = quietOf(policy, facts);
  return (
    doNotDisturb(facts, quiet) ??
    inSession(facts, quiet) ??
    closed(facts, quiet) ??
    open(facts, quiet) ??
    surface("undecided", "no-opening")
  );
}
