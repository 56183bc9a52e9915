import { z } from "zod";
import { languageSchema } from "./languages.ts";

/**
 * Why a client gets an automatic reply; each reason has words of its own. `closed` is the general one, `client-hours` says
 * that the hours agreed with this client are over, and `opt-out` and `opt-in` are the one confirmation after STOP and START.
 */
export const replyReasons = [
  "closed",
  "holiday",
  "vacation",
  "in-session",
  "do-not-disturb",
  "client-hours",
  "unknown-sender",
  "safety",
  "safety-unknown-sender",
  "opt-out",
  "opt-in",
] as const;
export const replyReasonSchema = z.enum(replyReasons);
export type ReplyReason = z.infer<typeof replyReasonSchema>;

/** An e-mail, or a text message, which has to be short. */
export const replyForms = ["mail", "text"] as const;
export const replyFormSchema = z.enum(replyForms);
export type ReplyForm = z.infer<typeof replyFormSchema>;

/** What a template may ask to have filled in, written in braces. */
export const replyVariables = ["practice", "firstName", "nextOpening", "nextSession", "cover", "emergency"] as const;
export type ReplyVariable = (typeof replyVariables)[number];

/** Everything in braces, known or not. */
export const bracedNames = /\{([^{}]*)\}/g;

export const isReplyVariable = (name: string): name is ReplyVariable =>
  replyVariables.some((variable) => variable === name);

/** Characters in a template of either form; a text message of this length would already go out in five parts. */
const longest: Readonly<Record<ReplyForm, number>> = { mail: 3000, text: 600 };

/** What keeps a template from being used at all, in sentences for the therapist; empty for a usable one. */
export function templateFaults(text: string, form: ReplyForm): readonly string[] {
  const names = [...text.matchAll(bracedNames)].map(([, name = ""]) => name);
  const unknown = names.find((name) => !isReplyVariable(name));
  const faults: string[] = [];
  if (text.trim() === "") faults.push("A reply needs words.");
  if (text.length > longest[form]) faults.push(`This is too long. At most ${longest[form]} characters.`);
  if (unknown !== undefined)
    faults.push(
      `{${unknown}} is not known. What can be filled in: ${replyVariables.map((name) => `{${name}}`).join(", ")}.`,
    );
  if (/[{}]/.test(text.replaceAll(bracedNames, "")))
    faults.push("A brace stands alone. Braces are only for what is filled in.");
  if (names.filter((name) => name === "emergency").length > 1) faults.push("{emergency} stands more than once.");
  return faults;
}

/** The therapist's own wording for one reason, language and form. */
export const templateSchema = z
  .object({ reason: replyReasonSchema, language: languageSchema, form: replyFormSchema, text: z.string().trim() })
  .superRefine(({ text, form }, context) => {
    for (const message of templateFaults(text, form)) context.addIssue({ code: "custom", message, path: ["text"] });
  })
  .readonly();
export type Template = z.infer<typeof templateSchema>;

/** All of the therapist's own wordings; the shipped one stands where there is none. */
export const templatesSchema = z
  .array(templateSchema)
  .refine(
    (templates) =>
      new Set(templates.map(({ reason, language, form }) => `${reason} ${language} ${form}`)).size === templates.length,
    "There is already a wording for this reply.",
  )
  .readonly();
