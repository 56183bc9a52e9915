import type { Instant } from "../time/instant.ts";
import type { Reason, RuleName, Verdict } from "./verdict.ts";

/** Says an instant in the practice's zone, e.g. "Mon 9:00". */
export type SayInstant = (at: Instant) => string;

/** The verdict in one sentence (promise 6). */
export function explain(verdict: Verdict, say: SayInstant): string {
  const because = verdict.reasons.map(sentenceOf).map(inTurn).join(" ");
  return verdict.kind === "hold" ? `Held until ${say(verdict.until)}: ${because}` : `Surfaced: ${because}`;
}

/** The first goes on after a colon; those after it begin with a capital. */
const inTurn = (sentence: string, index: number): string =>
  index === 0 ? sentence : `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;

const rules: Readonly<Record<RuleName, string>> = {
  safety: "Safety phrase, HELP, or a client marked urgent",
  blocked: "Blocked sender",
  "repeated-contact": "Several messages in a short time",
  "near-session": "Near the client's own session",
  "do-not-disturb": "Do not disturb",
  "in-session": "In session",
  "client-hours": "Hours agreed with this client",
  closed: "Closed",
  batch: "Messages come together at set times",
  open: "Open",
  undecided: "Could not be decided, so it surfaces",
  "by-hand": "Decided by you",
};

/** What a rule is called on the screens. */
export const ruleInWords = (rule: RuleName): string => rules[rule];

function sentenceOf(reason: Reason): string {
  const [code, detail] = split(reason);
  switch (code) {
    case "phrase":
      return `it contains “${detail}”, one of your safety phrases.`;
    case "client-marked-urgent":
      return "you marked this client as urgent.";
    case "blocked":
      return "you blocked this sender, so nobody is notified.";
    case "contacts":
      return burstWords(detail);
    case "session-soon":
      return "this client has a session soon.";
    case "session-later":
      return "it surfaces before this client's session.";
    case "session-now":
      return "this client's session is now.";
    case "agreed-hours":
      return "it arrived in the hours you agreed with this client.";
    case "agreed-hours-over":
      return "the hours you agreed with this client do not hold now.";
    case "agreed-hours-suspended":
      return "they are suspended.";
    case "agreed-hours-used-up":
      return "they are used up for this week.";
    case "batch":
      return "your messages come together at set times.";
    case "do-not-disturb":
      return "do not disturb was switched on.";
    case "session":
      return "you were in a session.";
    case "outside-message-hours":
      return "it arrived outside your message hours.";
    case "closure":
      return `it arrived ${closureWords(detail)}.`;
    case "message-hours":
      return "it is within your message hours.";
    case "unreadable":
      return "it could not be read in full, so nothing could be decided about it.";
    case "no-opening":
      return "no message hours are in sight, so it could not be held.";
    case "fault":
      return "the app made a mistake while deciding about it.";
    case "by-hand":
      return "you surfaced it yourself.";
    default:
      throw new Error(`A verdict gave a reason that has no words: ${reason}`);
  }
}

function burstWords(detail: string): string {
  const [messages, minutes] = detail.split(":");
  return `this client wrote ${messages} messages within ${minutes} minutes.`;
}

function closureWords(kind: string): string {
  switch (kind) {
    case "vacation":
      return "during your vacation";
    case "holiday":
      return "on a holiday";
    case "shortened-holiday":
      return "outside the shortened hours of a holiday";
    case "changed-hours":
      return "outside the changed hours of that day";
    default:
      return "on a day off";
  }
}

function split(reason: Reason): readonly [string, string] {
  const colon = reason.indexOf(":");
  return colon === -1 ? [reason, ""] : [reason.slice(0, colon), reason.slice(colon + 1)];
}
