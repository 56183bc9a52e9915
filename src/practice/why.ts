import { availabilityOf, effectiveWindows } from "../domain/availability/open-spans.ts";
import { closureInForce } from "../domain/availability/closure-in-force.ts";
import { saysTheSameAgain } from "../domain/gate/decide-once-more.ts";
import { explain, ruleInWords } from "../domain/gate/explain.ts";
import { sayFacts } from "../domain/gate/say-facts.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { sayNoReply } from "../domain/replies/say-no-reply.ts";
import type { Instant } from "../domain/time/instant.ts";
import { sayInstant } from "../domain/time/say.ts";
import { dateAt } from "../domain/time/practice-zone.ts";
import type { Database } from "../store/database.ts";
import { keywordThen } from "../store/keywords.ts";
import { type JudgedMessage, type StoredMessage, type StoredVerdict, verdictsOf } from "../store/messages.ts";
import { replyTo } from "../store/outbox.ts";
import { policyVersion } from "../store/policies.ts";
import { type Names, presentReply, sentenceOf } from "./present.ts";
import type { WhyView } from "./message-views.ts";

/** Why it surfaced or is held, in the words and by the policy that were in force when it was decided. */
export function why(db: Database, { message, current }: JudgedMessage, names: Names, now: Instant): WhyView {
  const policy = policyThen(db, current.policyVersion);
  const availability = availabilityOf(policy);
  const say = (at: Instant) => sayInstant(at, now, availability, policy.practice.locale);
  const history = verdictsOf(db, message.id);
  const closure = closureInForce(availability, current.facts.now);
  const reply = replyTo(db, message.id);
  const first = history[0] ?? current;
  return {
    sentence: sentenceOf(history, policy, now),
    rule: current.verdict.rule,
    ruleName: ruleInWords(current.verdict.rule),
    policyVersion: current.policyVersion,
    decidedAt: current.decidedAt,
    windows: effectiveWindows(availability, dateAt(availability, current.facts.now)),
    closure: closure === null ? null : closure.label || closure.kind,
    facts: sayFacts(current.facts, policy, say),
    reply: reply === null ? null : presentReply(reply, names),
    // The reply is decided about with the first verdict.
    noReply: reply === null ? sayNoReply(first.verdict, keywordThen(message.keyword, message.keywordSettledAt)) : null,
    replay: replayed(db, message, history),
    history: history.map(({ decidedAt, verdict, policyVersion: version }) => ({
      decidedAt,
      sentence: explain(verdict, say),
      policyVersion: version,
    })),
  };
}

/** Every verdict of the gate decided once more, from what it was told and the policy of its time. */
function replayed(db: Database, message: StoredMessage, history: readonly StoredVerdict[]): WhyView["replay"] {
  const answers = history.map(({ verdict, facts, policyVersion: version }) =>
    saysTheSameAgain(verdict, message, facts, policyThen(db, version)),
  );
  if (answers.includes(false)) return "different";
  return answers.includes(true) ? "same" : "nothing-to-replay";
}

function policyThen(db: Database, version: number): Policy {
  const stored = policyVersion(db, version);
  if (stored === null) throw new Error(`A verdict names a policy that is not there: ${version}`);
  return stored.policy;
}
