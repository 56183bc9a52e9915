import { availabilityOf, effectiveWindows } from "../domain/availability/open-spans.ts";
import { closureInForce } from "../domain/availability/closure-in-force.ts";
import { explain } from "../domain/gate/explain.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { Instant } from "../domain/time/instant.ts";
import { sayInstant } from "../domain/time/say.ts";
import { dateAt } from "../domain/time/practice-zone.ts";
import type { Database } from "../store/database.ts";
import { type JudgedMessage, verdictsOf } from "../store/messages.ts";
import { replyTo } from "../store/outbox.ts";
import { policyVersion } from "../store/policies.ts";
import { type Names, presentReply, sentenceOf } from "./present.ts";
import type { WhyView } from "./views.ts";

/** Why it surfaced or is held, in the words and by the policy that were in force when it was decided. */
export function why(db: Database, { message, current }: JudgedMessage, names: Names, now: Instant): WhyView {
  const policy = policyThen(db, current.policyVersion);
  const availability = availabilityOf(policy);
  const say = (at: Instant) => sayInstant(at, now, availability, policy.practice.locale);
  const history = verdictsOf(db, message.id);
  const closure = closureInForce(availability, current.decidedAt);
  const reply = replyTo(db, message.id);
  return {
    sentence: sentenceOf(history, policy, now),
    rule: current.verdict.rule,
    policyVersion: current.policyVersion,
    decidedAt: current.decidedAt,
    windows: effectiveWindows(availability, dateAt(availability, current.decidedAt)),
    closure: closure === null ? null : closure.label || closure.kind,
    reply: reply === null ? null : presentReply(reply, names),
    history: history.map(({ decidedAt, verdict, policyVersion: version }) => ({
      decidedAt,
      sentence: explain(verdict, say),
      policyVersion: version,
    })),
  };
}

function policyThen(db: Database, version: number): Policy {
  const stored = policyVersion(db, version);
  if (stored === null) throw new Error(`A verdict names a policy that is not there: ${version}`);
  return stored.policy;
}
