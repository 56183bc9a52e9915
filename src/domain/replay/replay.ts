import { decide } from "../gate/gate.ts";
import type { GateFacts } from "../gate/facts.ts";
import { momentAt } from "../gate/moment.ts";
import type { Verdict } from "../gate/verdict.ts";
import type { Policy } from "../policy/policy.ts";
import { decideReply } from "../replies/decide-reply.ts";
import type { ReplyDecision } from "../replies/reply.ts";
import { bookedIn } from "../scheduling/booked.ts";
import type { Instant } from "../time/instant.ts";
import { factsOfPast, replyFactsOfPast } from "./past-facts.ts";
import { doNotDisturbAt, type PastMessage, type Past } from "./past.ts";
import { beginningOf, noteArrival, noteReply } from "./so-far.ts";

/** What became of one message. */
export interface Replayed {
  readonly message: PastMessage;
  /** The verdict when it came in. */
  readonly verdict: Verdict;
  /** What the gate was told then. */
  readonly facts: GateFacts;
  readonly reply: ReplyDecision;
  /** When it surfaced and by which verdict; null when it is still held when the replay ends. */
  readonly surfaced: { readonly at: Instant; readonly verdict: Verdict } | null;
}

/**
 * Lets messages come in again, in the order in which they were first seen, under one policy: each is judged and answered as
 * the practice itself would, held ones are decided again at their release, a burst surfaces whole, and STOP and START hold
 * from then on. Nothing is sent and nothing stored; the same past gives the same result. Messages that would be released
 * after `until` stay held.
 */
export function replay(past: Past, policy: Policy, until: Instant): Replayed[] {
  const soFar = beginningOf(past);
  const results = new Map<string, Replayed>();
  const held = new Map<string, { readonly message: PastMessage; readonly until: Instant }>();

  const judge = (message: PastMessage, now: Instant) => {
    const moment = momentAt(policy, (range) => bookedIn(past.series, range), doNotDisturbAt(past, now), now);
    const facts = factsOfPast(past, soFar, policy, moment, message);
    return { facts, verdict: decide(message, facts, policy) };
  };

  const surfaceAt = (message: PastMessage, at: Instant, verdict: Verdict) => {
    held.delete(message.id);
    soFar.surfaced.push({ message, at, rule: verdict.rule });
    const result = results.get(message.id);
    if (result !== undefined) results.set(message.id, { ...result, surfaced: { at, verdict } });
  };

  const decideAgain = (message: PastMessage, now: Instant) => {
    const { verdict } = judge(message, now);
    if (verdict.kind === "surface") surfaceAt(message, now, verdict);
    else held.set(message.id, { message, until: verdict.until });
  };

  const releaseUpTo = (limit: Instant) => {
    for (;;) {
      const due = [...held.values()].filter((one) => one.until <= limit).toSorted((a, b) => a.until - b.until)[0];
      if (due === undefined) return;
      decideAgain(due.message, due.until);
    }
  };

  for (const message of past.messages.toSorted((a, b) => a.seenAt - b.seenAt)) {
    const now = message.seenAt;
    releaseUpTo(now);
    noteArrival(soFar, message);
    const { facts, verdict } = judge(message, now);
    const reply = decideReply(replyFactsOfPast(past, soFar, message, { now, verdict, gate: facts }), policy);
    noteReply(soFar, message, now, reply);
    results.set(message.id, { message, verdict, facts, reply, surfaced: null });
    if (verdict.kind === "surface") surfaceAt(message, now, verdict);
    else held.set(message.id, { message, until: verdict.until });
    if (verdict.rule === "repeated-contact") {
      for (const other of held.values())
        if (other.message.clientId === message.clientId) decideAgain(other.message, now);
    }
  }
  releaseUpTo(until);
  return past.messages.flatMap(({ id }) => results.get(id) ?? []);
}
