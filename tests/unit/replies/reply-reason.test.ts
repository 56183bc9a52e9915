import { describe, expect, test } from "vitest";
import type { RuleName, Verdict } from "../../../src/domain/gate/verdict.ts";
import type { Keyword } from "../../../src/domain/message/keywords.ts";
import type { Closure } from "../../../src/domain/policy/hours.ts";
import type { ReplyKind } from "../../../src/domain/replies/reply.ts";
import { replyReason } from "../../../src/domain/replies/reply-reason.ts";
import { sayNoReply } from "../../../src/domain/replies/say-no-reply.ts";

const closure = (kind: Closure["kind"], windows: Closure["windows"] = []): Closure => ({
  id: "one",
  kind,
  label: "",
  firstDate: "2026-12-24",
  lastDate: "2026-12-24",
  windows,
  cover: null,
});
const morning = [{ start: "09:00", end: "12:00" }];

interface Said {
  readonly kind?: ReplyKind;
  readonly rule?: RuleName;
  readonly reasons?: readonly string[];
  readonly sender?: "client" | "unknown";
  readonly closure?: Closure | null;
}

const wordsOf = ({ kind = "availability", rule = "closed", reasons = [], sender = "client", closure: one }: Said) =>
  replyReason(kind, { rule, reasons }, sender, one ?? null);

describe("a reply takes the words", () => {
  test.each<[string, string, Said]>([
    ["of a closed practice, outside message hours", "closed", {}],
    ["of a closed practice, on a day off", "closed", { closure: closure("day-off") }],
    ["of a closed practice, on a day with changed hours", "closed", { closure: closure("changed-hours", morning) }],
    ["of a holiday, on one", "holiday", { closure: closure("holiday") }],
    ["of a closed practice, once a holiday's own hours are over", "closed", { closure: closure("holiday", morning) }],
    ["of a vacation, on one", "vacation", { closure: closure("vacation") }],
    ["of a vacation, also in a session on it", "vacation", { rule: "in-session", closure: closure("vacation") }],
    ["of a session, in one", "in-session", { rule: "in-session" }],
    ["of a session, also on a holiday", "in-session", { rule: "in-session", closure: closure("holiday") }],
    ["of do not disturb", "do-not-disturb", { rule: "do-not-disturb" }],
    [
      "of agreed hours, when these are over",
      "client-hours",
      { reasons: ["outside-message-hours", "agreed-hours-over", "agreed-hours-used-up"] },
    ],
    [
      "of agreed hours, also on a holiday",
      "client-hours",
      { reasons: ["closure:holiday", "agreed-hours-over"], closure: closure("holiday") },
    ],
    ["for strangers, whatever holds", "unknown-sender", { sender: "unknown", closure: closure("vacation") }],
    ["for strangers, in a session too", "unknown-sender", { sender: "unknown", rule: "in-session" }],
    ["of a safety reply to a client", "safety", { kind: "safety", rule: "safety", closure: closure("vacation") }],
    ["of a safety reply to a stranger", "safety-unknown-sender", { kind: "safety", rule: "safety", sender: "unknown" }],
    ["of the confirmation of STOP", "opt-out", { kind: "opt-out", closure: closure("vacation") }],
    ["of the confirmation of START, to a stranger too", "opt-in", { kind: "opt-in", sender: "unknown" }],
  ])("%s: %s", (_when, reason, said) => {
    expect(wordsOf(said)).toBe(reason);
  });
});

describe("why nothing is answered is said", () => {
  const surfaced = (rule: RuleName): Verdict => ({ kind: "surface", rule, reasons: [] });
  const held = (rule: RuleName): Verdict => ({ kind: "hold", until: 1, rule, reasons: [] });

  test.each<[string, Verdict, Keyword | null, string]>([
    ["a blocked sender", surfaced("blocked"), null, "You blocked this sender, so nothing is answered."],
    [
      "a blocked sender who writes STOP",
      surfaced("blocked"),
      "opt-out",
      "You blocked this sender, so nothing is answered.",
    ],
    [
      "a second STOP",
      held("closed"),
      "opt-out",
      "They get no automatic replies already, so STOP needs no second confirmation.",
    ],
    ["a wait for a batch", held("batch"), null, "It only waits for the next batch, within your message hours."],
    [
      "an urgent client while messages are read",
      surfaced("safety"),
      null,
      "You marked this client as urgent and read messages at this hour.",
    ],
    ["another hold", held("closed"), null, "It calls for no answer."],
    ["an open practice", surfaced("open"), "opt-in", "It surfaces, so you answer it yourself."],
  ])("of %s", (_what, verdict, keyword, sentence) => {
    expect(sayNoReply(verdict, keyword)).toBe(sentence);
  });
});
