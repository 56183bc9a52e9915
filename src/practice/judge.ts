import type { GateFacts, GateMessage } from "../domain/gate/facts.ts";
import { essentialFacts } from "../domain/gate/essential-facts.ts";
import { decide } from "../domain/gate/gate.ts";
import { factsOfMoment, type Moment } from "../domain/gate/moment.ts";
import { surface, type Verdict } from "../domain/gate/verdict.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { Instant } from "../domain/time/instant.ts";
import type { Database } from "../store/database.ts";
import type { PracticeContext } from "./context.ts";
import { gatherFacts, gatherMoment, type Writer } from "./facts.ts";
import { type Known, knownOfOne } from "./known.ts";
import { faultName } from "./fault-name.ts";

/** What the gate said, and all that it was told besides message and policy. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly facts: GateFacts;
}

/** Judges messages by one policy; what holds for all of them at an instant is gathered once. */
export type Judge = (message: GateMessage, writer: Writer, at: Instant) => Judgement;

/**
 * A judge for messages that are decided together, within one transaction in which neither sessions nor do-not-disturb
 * change. A fault of the app keeps no message from being stored and none held: it is logged, and the message surfaces
 * (promise 1).
 */
export function judgeBy(
  context: PracticeContext,
  db: Database,
  policy: Policy,
  known: Known = knownOfOne(db, policy),
): Judge {
  const moments = new Map<Instant, Moment>();
  const moment = (at: Instant): Moment => {
    const known = moments.get(at) ?? gatherMoment(db, policy, at);
    moments.set(at, known);
    return known;
  };
  return (message, writer, at) => {
    try {
      const facts = gatherFacts(db, policy, moment(at), writer, known);
      const verdict = decide(message, facts, policy);
      return { facts: essentialFacts(facts, verdict), verdict };
    } catch (error) {
      context.log(`deciding failed: ${faultName(error)}`);
      return {
        facts: factsOfMoment({ now: at, doNotDisturb: null, sessions: [] }),
        verdict: surface("undecided", "fault"),
      };
    }
  };
}
