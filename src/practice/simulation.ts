import { setImmediate } from "node:timers";
import { availabilityOf } from "../domain/availability/open-spans.ts";
import { explain } from "../domain/gate/explain.ts";
import type { PolicyDraft } from "../domain/policy/draft.ts";
import type { Policy, PolicyVersion } from "../domain/policy/policy.ts";
import {
  compareReplays,
  type Difference,
  differences,
  figuresOf,
  type ReplayChange,
  type ReplayFigures,
} from "../domain/replay/compare.ts";
import type { Past } from "../domain/replay/past.ts";
import { readsMessagesAt } from "../domain/replay/reading-times.ts";
import { type Replay, type Replayed, startReplay } from "../domain/replay/replay.ts";
import { sayNoReply } from "../domain/replies/say-no-reply.ts";
import { saySuppression } from "../domain/replies/say-suppression.ts";
import { contains, day, type Instant, type Interval } from "../domain/time/instant.ts";
import { sayInstant } from "../domain/time/say.ts";
import type { FareView, SimulatedChangeView, SimulatedPeriod, SimulationView } from "./simulator-views.ts";

/** How long after a period its held messages are followed: longer than a long leave. */
const followedFor = 60 * day;
/** Milliseconds after which whatever else the app has to do comes first: a message that arrives never waits for a trial. */
const sliceLength = 15;
const excerptLength = 140;

/** What is tried on what. */
interface Trial {
  readonly id: string;
  readonly draft: PolicyDraft;
  readonly period: SimulatedPeriod;
  readonly range: Interval;
  readonly past: Past;
  readonly senderNames: ReadonlyMap<string, string>;
  readonly clientNames: ReadonlyMap<string, string>;
  readonly inForce: PolicyVersion;
  readonly drafted: Policy;
}

/** A trial that goes on by itself, a slice at a time, and stays to be looked at. */
export interface Simulation {
  view(): SimulationView;
  /** The first `most` messages with this difference, oldest first; none while it runs. */
  changes(difference: Difference, most: number): readonly SimulatedChangeView[];
  stop(): void;
}

interface Finding {
  readonly changes: readonly ReplayChange[];
  readonly messages: number;
  readonly before: ReplayFigures;
  readonly after: ReplayFigures;
}

/**
 * Plays the messages twice, under the policy in force and under the draft, and compares. Both are replays, so that whatever
 * differs is the draft's doing: what really happened then also followed from older settings, from a computer that slept,
 * and from clicks.
 */
export function startSimulation(trial: Trial): Simulation {
  const { past, inForce, drafted, range } = trial;
  const replays = [startReplay(past, inForce.policy), startReplay(past, drafted)] as const;
  const toPlay = past.messages.length * 2;
  let finding: Finding | null = null;
  let stopped = false;

  const slice = () => {
    if (stopped) return;
    const until = performance.now() + sliceLength;
    while (performance.now() < until) {
      const running = replays.find((one) => one.left() > 0);
      if (running === undefined) {
        finding = found(trial, replays);
        return;
      }
      running.step();
    }
    setImmediate(slice);
  };
  setImmediate(slice);

  return {
    view: () => ({
      id: trial.id,
      draft: trial.draft,
      period: trial.period,
      played: toPlay - replays.reduce((sum, one) => sum + one.left(), 0),
      toPlay,
      result: finding === null ? null : presentFinding(finding, inForce.version),
    }),
    changes: (difference, most) =>
      (finding?.changes ?? [])
        .filter((change) => change.difference === difference)
        .slice(0, most)
        .map((change) => presentChange(trial, change)),
    stop() {
      stopped = true;
    },
  };

  function found({ past: played }: Trial, [one, other]: readonly [Replay, Replay]): Finding {
    const within = (replayed: readonly Replayed[]) => replayed.filter(({ message }) => contains(range, message.seenAt));
    const before = within(one.end(range.end + followedFor));
    const after = within(other.end(range.end + followedFor));
    // One measure for both: the hours that the draft wants to keep quiet outside of.
    const reads = (at: Instant) => readsMessagesAt(played, drafted, at);
    return {
      changes: compareReplays(before, after),
      messages: before.length,
      before: figuresOf(before, reads),
      after: figuresOf(after, reads),
    };
  }
}

function presentFinding({ changes, messages, before, after }: Finding, policyVersion: number) {
  const counts = differences.map((difference) => ({
    difference,
    count: changes.filter((change) => change.difference === difference).length,
  }));
  return { policyVersion, messages, before, after, counts: counts.filter(({ count }) => count > 0) };
}

function presentChange(trial: Trial, { before, after, replyDiffers }: ReplayChange): SimulatedChangeView {
  const { message } = before;
  const { id, subject, text, unreadable, receivedAt } = message;
  return {
    messageId: id,
    name: named(trial, before),
    subject,
    excerpt: (unreadable ?? text).replace(/\s+/g, " ").trim().slice(0, excerptLength),
    receivedAt,
    before: presentFare(before, trial.inForce.policy),
    after: presentFare(after, trial.drafted),
    replyDiffers,
  };
}

function named({ clientNames, senderNames }: Trial, { message: { id, clientId, sender } }: Replayed): string {
  const client = clientId === null ? undefined : clientNames.get(clientId);
  return client ?? [senderNames.get(id), sender].find((name) => name !== undefined && name !== "") ?? "Unknown sender";
}

function presentFare({ message, verdict, surfaced, reply }: Replayed, policy: Policy): FareView {
  const say = (at: Instant) => sayInstant(at, message.seenAt, availabilityOf(policy), policy.practice.locale);
  const moved = verdict.kind === "hold" && surfaced?.at !== verdict.until;
  const then = surfaced === null ? " It is still held two months later." : ` It surfaces ${say(surfaced.at)}.`;
  return {
    sentence: `${explain(verdict, say)}${moved ? then : ""}`,
    reply: reply.kind === "send" ? reply.text : null,
    noReply:
      reply.kind === "send"
        ? null
        : reply.kind === "suppressed"
          ? saySuppression(reply.suppression)
          : sayNoReply(verdict, message.keyword),
  };
}
