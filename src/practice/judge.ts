import type { GateFacts, GateMessage } from "../domain/gate/facts.ts";
import { decide } from "../domain/gate/gate.ts";
import { surface, type Verdict } from "../domain/gate/verdict.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { Instant } from "../domain/time/instant.ts";
import type { Database } from "../store/database.ts";
import type { PracticeContext } from "./context.ts";
import { gatherFacts } from "./facts.ts";
import { faultName } from "./fault-name.ts";

/** What the gate said, and all that it was told besides message and policy. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly facts: GateFacts;
}

/**
 * Asks the gate about a message as of `at`. A fault of the app keeps no message from being stored and none held: it is
 * logged, and the message surfaces (promise 1).
 */
export function judge(
  context: PracticeContext,
  db: Database,
  policy: Policy,
  message: GateMessage,
  urgentClient: boolean,
  at: Instant,
): Judgement {
  try {
    const facts = gatherFacts(db, policy, at, urgentClient);
    return { facts, verdict: decide(message, facts, policy) };
  } catch (error) {
    context.log(`deciding failed: ${faultName(error)}`);
    return {
      facts: { now: at, urgentClient, doNotDisturb: null, sessions: [] },
      verdict: surface("undecided", "fault"),
    };
  }
}
