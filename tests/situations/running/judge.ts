import { availabilityOf } from "../../../src/domain/availability/open-spans.ts";
import { explain } from "../../../src/domain/gate/explain.ts";
import type { Verdict } from "../../../src/domain/gate/verdict.ts";
import type { Policy } from "../../../src/domain/policy/policy.ts";
import { replay, type Replayed } from "../../../src/domain/replay/replay.ts";
import type { ReplyDecision } from "../../../src/domain/replies/reply.ts";
import { segmentsOf } from "../../../src/domain/replies/segments.ts";
import { day } from "../../../src/domain/time/instant.ts";
import { sayInstant } from "../../../src/domain/time/say.ts";
import { emergencies } from "../../../src/practice/words.ts";
import type { Context, Situation } from "./format.ts";
import { pastOf } from "./past-of.ts";
import { policyOf, zoneOf } from "./policy-of.ts";
import { recognise } from "./recognise.ts";
import { instantOf, sayTime } from "./wall-times.ts";
import { notCalledFor, ruleOf, sayReason, sayReply, sayRule, saySuppression } from "./words.ts";

/** One thing that a situation says and that came out otherwise. */
export interface Difference {
  readonly about: string;
  readonly expected: string;
  readonly got: string;
}

/** What became of a situation. */
export interface Judged {
  readonly differences: readonly Difference[];
  /** The verdict in one sentence, as the therapist reads it. */
  readonly why: string;
  /** What was met on the way, in the words of the code. */
  readonly met: Replayed;
  readonly reply: string;
}

/** So long after its last message everything held has surfaced. */
const longEnough = 500 * day;

/** Lets a situation's messages come in, in their order, and compares what becomes of the last one with what it says. */
export function judge(situation: Situation, context: Context): Judged {
  const zone = zoneOf(context);
  const policy = policyOf(context);
  const past = pastOf(context, [...(situation.before ?? []), situation]);
  const until = Math.max(...past.messages.map(({ seenAt }) => seenAt)) + longEnough;
  // The message that is judged was written last in the situation; another may have been seen after it.
  const judged = `message ${situation.before?.length ?? 0}`;
  const met = replay(past, policy, until).find(({ message }) => message.id === judged);
  if (met === undefined) throw new Error("The replay lost a message.");
  const why = explain(met.verdict, (at) =>
    sayInstant(at, met.message.seenAt, availabilityOf(policy), policy.practice.locale),
  );
  const reply = replyInWords(met, policy);
  return {
    why,
    met,
    reply,
    differences: [
      ...verdictDifferences(situation, met.verdict, zone),
      ...releaseDifferences(situation, met, zone),
      ...replyDifferences(situation, met, policy, reply),
      ...difference("why", situation.why ?? why, why),
    ],
  };
}

const difference = (about: string, expected: string, got: string): Difference[] =>
  expected === got ? [] : [{ about, expected, got }];

function verdictDifferences({ then, because }: Situation, verdict: Verdict, zone: string): Difference[] {
  const expected = then === "surfaces" ? then : `held until ${sayTime(instantOf(then.slice(11), zone), zone)}`;
  const got = verdict.kind === "surface" ? "surfaces" : `held until ${sayTime(verdict.until, zone)}`;
  const rule = ruleOf(because[0] ?? "") ?? "nobody";
  return [
    ...difference("then", expected, got),
    ...difference("because", because.join(", "), verdict.reasons.map(sayReason).join(", ")),
    ...difference("the rule that spoke", rule, verdict.rule),
  ];
}

/** Also without a word about it, a held message surfaces one day, and none that surfaced is told otherwise (promise 1). */
function releaseDifferences({ surfaces }: Situation, { surfaced }: Replayed, zone: string): Difference[] {
  if (surfaced === null) return [{ about: "surfaces", expected: "one day", got: "never" }];
  if (surfaces === undefined) return [];
  return difference(
    "surfaces",
    `${sayTime(instantOf(surfaces.at, zone), zone)} by ${surfaces.rule}`,
    `${sayTime(surfaced.at, zone)} by ${sayRule(surfaced.verdict.rule)}`,
  );
}

function replyInWords({ reply, message }: Replayed, policy: Policy): string {
  switch (reply.kind) {
    case "none":
      return `none: ${notCalledFor}`;
    case "suppressed":
      return `none: ${saySuppression(reply.suppression)}`;
    case "send": {
      const form = message.channel === "email" ? "mail" : "text";
      const found = recognise(reply.text, form, policy).map(({ reason, language }) => sayReply(reason, language));
      return found.length === 1 ? (found[0] ?? "") : `one that cannot be told (${found.join(" or ")})`;
    }
  }
}

function replyDifferences(situation: Situation, met: Replayed, policy: Policy, reply: string): Difference[] {
  const wanted = situation.reply ?? `none: ${situation["no reply"]}`;
  return [...difference("reply", wanted, reply), ...contentDifferences(situation, met.reply, met, policy)];
}

function contentDifferences(
  situation: Situation,
  reply: ReplyDecision,
  { message }: Replayed,
  policy: Policy,
): Difference[] {
  if (reply.kind !== "send") return [];
  const { text } = reply;
  // Promise 3, for every reply of every situation.
  const { lines } = emergencies[policy.practice.region];
  const form = message.channel === "email" ? "mail" : "text";
  const hasEmergencyLine = Object.values(lines).some((line) => text.includes(line[form]));
  const misses = (situation["reply says"] ?? []).filter((words) => !text.includes(words));
  const blunders = (situation["reply does not say"] ?? []).filter((words) => text.includes(words));
  const { parts } = segmentsOf(text);
  const begins = situation["reply begins with"] ?? "";
  return [
    ...(hasEmergencyLine ? [] : [{ about: "reply says", expected: "the emergency line", got: text }]),
    ...(text.startsWith(begins) ? [] : [{ about: "reply begins with", expected: begins, got: text }]),
    ...misses.map((words) => ({ about: "reply says", expected: words, got: text })),
    ...blunders.map((words) => ({ about: "reply does not say", expected: words, got: text })),
    ...difference("reply goes to", situation["reply goes to"] ?? reply.to, reply.to),
    ...difference("reply parts", String(situation["reply parts"] ?? parts), String(parts)),
  ];
}
