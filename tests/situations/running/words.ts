import { z } from "zod";
import type { RuleName } from "../../../src/domain/gate/verdict.ts";
import type { Language } from "../../../src/domain/policy/policy.ts";
import type { ReplyReason } from "../../../src/domain/policy/templates.ts";
import { type Suppression, suppressions } from "../../../src/domain/replies/reply.ts";

/** Reasons of a verdict in the words of situations, each with the rule that gives it; a null belongs to no rule alone. */
const plainReasons: Readonly<Record<string, { readonly words: string; readonly rule: RuleName | null }>> = {
  "client-marked-urgent": { words: "client marked urgent", rule: "safety" },
  blocked: { words: "blocked sender", rule: "blocked" },
  "session-soon": { words: "their session is soon", rule: "near-session" },
  "session-now": { words: "their session is now", rule: "near-session" },
  "session-later": { words: "before their session", rule: null },
  "do-not-disturb": { words: "do not disturb", rule: "do-not-disturb" },
  session: { words: "in session", rule: "in-session" },
  "agreed-hours": { words: "agreed hours", rule: "client-hours" },
  "agreed-hours-over": { words: "agreed hours are over", rule: null },
  "agreed-hours-suspended": { words: "agreed hours are suspended", rule: null },
  "agreed-hours-used-up": { words: "agreed hours are used up", rule: null },
  "outside-message-hours": { words: "outside message hours", rule: "closed" },
  "closure:vacation": { words: "vacation", rule: "closed" },
  "closure:holiday": { words: "holiday", rule: "closed" },
  "closure:shortened-holiday": { words: "shortened holiday", rule: "closed" },
  "closure:day-off": { words: "day off", rule: "closed" },
  "closure:changed-hours": { words: "changed hours", rule: "closed" },
  batch: { words: "waits for the batch", rule: "batch" },
  "message-hours": { words: "message hours", rule: "open" },
  unreadable: { words: "could not be read", rule: "undecided" },
  "no-opening": { words: "no opening in sight", rule: "undecided" },
};

/** A reason of a verdict in the words of situations. */
export function sayReason(reason: string): string {
  const [code, first, second] = reason.split(":");
  if (code === "phrase") return `phrase ${reason.slice("phrase:".length)}`;
  if (code === "contacts") return `${first} messages in ${second} minutes`;
  return plainReasons[reason]?.words ?? reason;
}

/** The rule that gives a reason, told by its words; null where several do, undefined where nobody does. */
export function ruleOf(words: string): RuleName | null | undefined {
  if (words.startsWith("phrase ")) return "safety";
  if (/^\d+ messages in \d+ minutes$/.test(words)) return "repeated-contact";
  return Object.values(plainReasons).find((one) => one.words === words)?.rule;
}

/** Names of rules as situations write them. */
export const sayRule = (rule: RuleName): string =>
  rule === "client-hours" ? "agreed hours" : rule.replaceAll("-", " ");

const oneReason = z.string().refine(
  (said) => ruleOf(said) !== undefined,
  `This is no reason. Reasons are: phrase ..., 3 messages in 15 minutes, ${Object.values(plainReasons)
    .map(({ words }) => words)
    .join(", ")}`,
);

/** One reason or several, the first of them the one that names the rule. */
export const becauseFormat = z
  .union([oneReason.transform((reason) => [reason]), z.array(oneReason).min(1)])
  .refine(([first = ""]) => ruleOf(first) !== null, "This reason never stands first.");

/** `surfaces`, or `held until` and a time. */
export const thenFormat = z
  .string()
  .refine(
    (said) => said === "surfaces" || said.startsWith("held until "),
    "Say either: surfaces, or: held until Monday 2026-11-30 09:00",
  );

/** When and by which rule a held message really surfaces: `Monday 2026-11-30 09:00 by open`. */
export const surfacesFormat = z
  .string()
  .regex(/^.+ by [a-z ]+$/, "Write it like: Monday 2026-11-30 09:00 by open")
  .transform((said) => {
    const by = said.lastIndexOf(" by ");
    return { at: said.slice(0, by), rule: said.slice(by + " by ".length) };
  });

/** Reasons for a reply by their words in situations. */
export const replyReasonsByWords = {
  closed: "closed",
  holiday: "holiday",
  vacation: "vacation",
  "in session": "in-session",
  "do not disturb": "do-not-disturb",
  "agreed hours over": "client-hours",
  "unknown sender": "unknown-sender",
  safety: "safety",
  "safety for an unknown sender": "safety-unknown-sender",
  "opt-out confirmation": "opt-out",
  "opt-in confirmation": "opt-in",
} as const satisfies Readonly<Record<string, ReplyReason>>;

/** A reply as situations name it; its language is English where none is said. */
export const sayReply = (reason: ReplyReason, language: Language): string =>
  `${Object.entries(replyReasonsByWords).find(([, one]) => one === reason)?.[0]}${language === "es" ? ", in Spanish" : ""}`;

const knownReplies = Object.values(replyReasonsByWords).flatMap((reason) => [
  sayReply(reason, "en"),
  sayReply(reason, "es"),
]);
export const replyFormat = z.enum(knownReplies);

/** Said where a message calls for no reply at all. */
export const notCalledFor = "not called for";
export const saySuppression = (suppression: Suppression): string => suppression.replaceAll("-", " ");
export const noReplyFormat = z.enum([notCalledFor, ...suppressions.map(saySuppression)]);
