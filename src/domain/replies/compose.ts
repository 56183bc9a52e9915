import { type Language, languageOf } from "../policy/languages.ts";
import type { Policy } from "../policy/policy.ts";
import type { ReplyForm, ReplyReason, ReplyVariable } from "../policy/templates.ts";
import type { Instant } from "../time/instant.ts";
import { dateOf } from "../time/zone.ts";
import { fill, openingWords, practiceZoneAt } from "./opening-words.ts";
import { type Filled, fillTemplate } from "./template.ts";
import type { ReplyWords } from "./words.ts";

/** What one reply says. */
export interface Composition {
  readonly reason: ReplyReason;
  readonly form: ReplyForm;
  readonly language: Language;
  readonly now: Instant;
  /** When messages are read again; null when no date is set, and where it does not matter. */
  readonly readFrom: Instant | null;
  readonly firstName: string | null;
  /** Only where the practice allows it to be told, and to this address (FIELD L2). */
  readonly nextSession: Instant | null;
  readonly cover: { readonly name: string; readonly phone: string } | null;
  /** The client's IANA zone; null where it is not known. */
  readonly clientZone: string | null;
  readonly policy: Policy;
  readonly words: ReplyWords;
}

/** The emergency line leads. */
export const leading: ReadonlySet<ReplyReason> = new Set(["safety", "safety-unknown-sender"]);
/** To somebody who may be anybody. */
export const neutral: ReadonlySet<ReplyReason> = new Set(["unknown-sender", "safety-unknown-sender"]);

/** The answers to held messages: they have to say when messages are read again. */
export const heldReasons: ReadonlySet<ReplyReason> = new Set([
  "closed",
  "holiday",
  "vacation",
  "in-session",
  "do-not-disturb",
  "client-hours",
  "unknown-sender",
]);

/** The language of a sender whose own is not known: the practice's, where it is one we can write. */
export function languageOfPractice(policy: Policy): Language {
  return languageOf(policy.practice.locale);
}

/** What stands in every automatic reply of the practice's region (promise 3). */
export function emergencyLine(policy: Policy, form: ReplyForm, words: ReplyWords): string {
  return words.emergency[policy.practice.region][form];
}

/** The therapist's own wording for a reply, or null where the shipped one stands. */
export function ownTemplate(policy: Policy, reason: ReplyReason, language: Language, form: ReplyForm): string | null {
  const own = policy.templates.find(
    (template) => template.reason === reason && template.language === language && template.form === form,
  );
  return own?.text ?? null;
}

/**
 * Subject and plain text of a reply. The emergency line is put in here, by code: first in a safety reply, else where the
 * template places it, else at the end. No template can leave it out (promise 3, FIELD C1, 4d). Unknown senders are told
 * nothing of the practice, of who covers, or of when a vacation ends (FIELD E12).
 */
export function compose(composition: Composition): { readonly subject: string; readonly text: string } {
  const { reason, form, language, readFrom, policy, words } = composition;
  const template = ownTemplate(policy, reason, language, form) ?? words.templates[reason][form];
  const filled = fillTemplate(template, {
    values: valuesOf(composition),
    instead: heldReasons.has(reason) && readFrom === null ? { nextOpening: words.noDateSet[form] } : {},
  });
  return {
    subject: words.subject,
    text: form === "mail" ? mailText(filled, composition) : textMessage(filled, composition),
  };
}

function mailText(filled: Filled, { reason, firstName, form, policy, words }: Composition): string {
  const named = firstName !== null && !neutral.has(reason);
  const greeting = named ? fill(words.greeting, { firstName }) : words.greetingUnnamed;
  const emergency = emergencyLine(policy, form, words);
  const paragraphs = leading.has(reason) ? [emergency, greeting, filled.text] : [greeting, filled.text];
  if (!leading.has(reason) && !filled.placed.has("emergency")) paragraphs.push(emergency);
  return `${[...paragraphs, words.automatic[form]].filter((paragraph) => paragraph !== "").join("\n\n")}\n`;
}

function textMessage(filled: Filled, { reason, form, policy, words }: Composition): string {
  const said = filled.text.replaceAll(/\s+/g, " ");
  const body = said === "" || /[.!?…]$/u.test(said) ? said : `${said}.`;
  const emergency = emergencyLine(policy, form, words);
  const parts = leading.has(reason) ? [emergency, body] : [body];
  if (!leading.has(reason) && !filled.placed.has("emergency")) parts.push(emergency);
  return [...parts, words.automatic[form]].filter((part) => part !== "").join(" ");
}

function valuesOf(composition: Composition): Partial<Record<ReplyVariable, string>> {
  const { reason, form, readFrom, firstName, nextSession, cover, policy, words } = composition;
  const values: Partial<Record<ReplyVariable, string>> = {};
  if (!leading.has(reason)) values.emergency = emergencyLine(policy, form, words);
  if (readFrom !== null && !(neutral.has(reason) && tellsOfVacation(composition, readFrom)))
    values.nextOpening = openingWords(readFrom, neutral.has(reason) ? fromHome(composition) : composition);
  if (neutral.has(reason)) return values;
  values.practice = policy.practice.name;
  if (firstName !== null) values.firstName = firstName;
  if (nextSession !== null) values.nextSession = openingWords(nextSession, composition);
  if (cover !== null) values.cover = `${cover.name}${form === "mail" ? ", " : " "}${cover.phone}`;
  return values;
}

/** The zone of a place tells a stranger of a trip (FIELD 4d): to them the same instant is told on the clock of home. */
const fromHome = (composition: Composition): Composition => ({
  ...composition,
  policy: { ...composition.policy, travel: [] },
});

/** Would this opening tell a stranger when the therapist is back from a vacation? */
function tellsOfVacation({ now, policy }: Composition, readFrom: Instant): boolean {
  const today = dateOf(now, practiceZoneAt(policy, now));
  const openingDate = dateOf(readFrom, practiceZoneAt(policy, readFrom));
  return policy.closures.some(
    ({ kind, firstDate, lastDate }) => kind === "vacation" && firstDate <= openingDate && today <= lastDate,
  );
}
