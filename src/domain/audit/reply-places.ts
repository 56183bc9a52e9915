import { availabilityOf } from "../availability/open-spans.ts";
import { nextOpening } from "../availability/opening.ts";
import { type Language, languages } from "../policy/languages.ts";
import { type ReplyForm, replyForms, type ReplyReason, replyReasons } from "../policy/templates.ts";
import { compose } from "../replies/compose.ts";
import type { AuditSetting } from "./scenario.ts";

/** Languages and forms as they are called in the report. */
export const languageNames: Readonly<Record<Language, string>> = { en: "English", es: "Spanish" };
export const formNames: Readonly<Record<ReplyForm, string>> = { mail: "mail", text: "text message" };

/** One reply in one language and form. */
export interface Place {
  readonly reason: ReplyReason;
  readonly language: Language;
  readonly form: ReplyForm;
}

/** Every reply there is. */
export const everyPlace: readonly Place[] = languages.flatMap((language) =>
  replyForms.flatMap((form) => replyReasons.map((reason) => ({ reason, language, form }))),
);

/** "closed (English, mail)" */
export const nameOf = ({ reason, language, form }: Place): string =>
  `${reason.replaceAll("-", " ")} (${languageNames[language]}, ${formNames[form]})`;

/** A reply as it would go out now, with all that may be filled in. */
export function composed({ policy, words, now }: AuditSetting, { reason, language, form }: Place): string {
  const readFrom = nextOpening(availabilityOf(policy), now);
  const { text } = compose({
    reason,
    form,
    language,
    now,
    readFrom,
    firstName: "Sam",
    nextSession: null,
    cover: reason === "vacation" ? { name: "Dr. Lee", phone: "555-0100" } : null,
    clientZone: null,
    policy,
    words: words[language],
  });
  return text;
}
