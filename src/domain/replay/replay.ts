import { decide } from "../gate/gate.ts";
import type { GateFacts } from "../gate/facts.ts";
import { momentAt, type Moment } from "../gate/moment.ts";
import { repeatedContact } from "../gate/rules/repeated-contact.ts";
import type { Verdict } from "../gate/verdict.ts";
import type { Policy } from "../policy/policy.ts";
import { decideReply } from "../replies/decide-reply.ts";
import type { ReplyDecision } from "../replies/reply.ts";
import { bookedIn } from "../scheduling/booked.ts";
import type { Instant } from "../time/instant.ts";
import { factsOfPast, replyFactsOfPast } from "./past-facts.ts";
import { doNotDisturbAt, type PastMessage, type Past } from "./past.ts";
import { beginningOf, noteArrival, noteReply, noteSettlement, noteSurfaced } from "./so-far.ts";

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

interface Held {
  readonly message: PastMessage;
  readonly until: Instant;
}

/** As the practice decides about them. */
const inOrder = (held: Iterable<Held>): Held[] =>
  [...held].toSorted((a, b) => a.until - b.until || a.message.receivedAt - b.message.receivedAt);

/** A replay that is run step by step, so that whoever runs it can do other things in between. */
export interface Replay {
  /** Messages that have not come in yet. */
  readonly left: () => number;
  /** Lets the next message come in. */
  readonly step: () => void;
  /** Releases what is due by `until` and says what became of each message, in the order in which they were given. */
  readonly end: (until: Instant) => Replayed[];
}

/**
 * Lets messages come in again, in the order in which they were first seen, under one policy: each is judged and answered as
 * the practice itself would, held ones are decided again at their release, a burst surfaces whole, and STOP and START hold
 * from then on. Nothing is sent and nothing stored; the same past gives the same result. Messages that would be released
 * after `until` stay held.
 */
export function replay(past: Past, policy: Policy, until: Instant): Replayed[] {
  const running = startReplay(past, policy);
  while (running.left() > 0) running.step();
  return running.end(until);
}

/** `replay`, to be run message by message. */
export function startReplay(past: Past, policy: Policy): Replay {
  const soFar = beginningOf(past);
  const waiting = past.messages.toSorted((a, b) => a.seenAt - b.seenAt);
  const results = new Map<string, Replayed>();
  const held = new Map<string, Held>();
  const switches = past.doNotDisturb.map(({ start }) => start).toSorted((a, b) => a - b);
  const settlements = past.settlements.toSorted((a, b) => a.at - b.at);
  /** None of the held is due before this. */
  let quietUntil = Number.POSITIVE_INFINITY;
  let latest: Moment | null = null;
  let next = 0;

  const momentOf = (now: Instant): Moment => {
    if (latest?.now !== now)
      latest = momentAt(policy, (range) => bookedIn(past.series, range), doNotDisturbAt(past, now), now);
    return latest;
  };

  const judge = (message: PastMessage, now: Instant) => {
    const facts = factsOfPast(past, soFar, policy, momentOf(now), message);
    return { facts, verdict: decide(message, facts, policy) };
  };

  const settle = (message: PastMessage, now: Instant, verdict: Verdict) => {
    if (verdict.kind === "hold") {
      held.set(message.id, { message, until: verdict.until });
      quietUntil = Math.min(quietUntil, verdict.until);
      return;
    }
    held.delete(message.id);
    noteSurfaced(soFar, message, now, verdict.rule);
    const result = results.get(message.id);
    if (result !== undefined) results.set(message.id, { ...result, surfaced: { at: now, verdict } });
  };

  const decideAgain = (message: PastMessage, now: Instant) => settle(message, now, judge(message, now).verdict);

  const releaseDue = (limit: Instant) => {
    while (quietUntil <= limit) {
      const at = Math.min(...Array.from(held.values(), (one) => one.until));
      const due = [...held.values()].filter((one) => one.until === at);
      quietUntil = Number.POSITIVE_INFINITY;
      if (at > limit) {
        quietUntil = at;
        return;
      }
      for (const { message } of inOrder(due)) decideAgain(message, at);
      for (const { until } of held.values()) quietUntil = Math.min(quietUntil, until);
    }
  };

  /** Whoever switches do-not-disturb on, anew perhaps and for less, has everything that is held decided again. */
  const releaseUpTo = (limit: Instant) => {
    for (let at = switches[0]; at !== undefined && at <= limit; at = switches[0]) {
      switches.shift();
      releaseDue(at);
      for (const { message } of inOrder(held.values())) decideAgain(message, at);
    }
    releaseDue(limit);
  };

  const settleUpTo = (limit: Instant) => {
    for (let one = settlements[0]; one !== undefined && one.at <= limit; one = settlements[0]) {
      settlements.shift();
      noteSettlement(soFar, one);
    }
  };

  const comeIn = (message: PastMessage) => {
    const now = message.seenAt;
    releaseUpTo(now);
    settleUpTo(now);
    noteArrival(soFar, message);
    const { facts, verdict } = judge(message, now);
    const reply = decideReply(replyFactsOfPast(past, soFar, policy, message, { now, verdict, gate: facts }), policy);
    noteReply(soFar, message, now, reply);
    results.set(message.id, { message, verdict, facts, reply, surfaced: null });
    settle(message, now, verdict);
    // The earlier messages of a burst are part of it, also where another rule spoke about the last one.
    if (repeatedContact(facts, policy) === null) return;
    const others = [...held.values()].filter((other) => other.message.clientId === message.clientId);
    for (const other of others) decideAgain(other.message, now);
  };

  return {
    left: () => waiting.length - next,
    step() {
      const message = waiting[next];
      next += 1;
      if (message !== undefined) comeIn(message);
    },
    end(until) {
      releaseUpTo(until);
      return past.messages.flatMap(({ id }) => results.get(id) ?? []);
    },
  };
}
