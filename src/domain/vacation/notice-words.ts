import { z } from "zod";

/**
 * What a notice is about: a vacation that was planned, one whose dates or cover changed, one that does not take place, or one
 * that ended early.
 */
export const noticeKinds = ["planned", "changed", "withdrawn", "returned"] as const;
export const noticeKindSchema = z.enum(noticeKinds);
export type NoticeKind = z.infer<typeof noticeKindSchema>;

/** What a notice may ask to have filled in, written in braces. */
export const noticeVariables = [
  "practice",
  "firstName",
  "firstDay",
  "lastDay",
  "nextOpening",
  "sessions",
  "cover",
  "emergency",
] as const;
export type NoticeVariable = (typeof noticeVariables)[number];

const braces = /\{([^{}]*)\}/g;
const longest = 3000;

export const isNoticeVariable = (name: string): name is NoticeVariable =>
  noticeVariables.some((variable) => variable === name);

/** The names in braces in a text, known or not. */
export const namesIn = (text: string): readonly string[] => Array.from(text.matchAll(braces), ([, name = ""]) => name);

/** What keeps a notice from being sent, in sentences for the therapist; empty for a usable one. */
export function noticeFaults(text: string): readonly string[] {
  const names = namesIn(text);
  const unknown = names.find((name) => !isNoticeVariable(name));
  const faults: string[] = [];
  if (text.trim() === "") faults.push("A notice needs words.");
  if (text.length > longest) faults.push(`This is too long. At most ${longest} characters.`);
  if (unknown !== undefined)
    faults.push(
      `{${unknown}} is not known. What can be filled in: ${noticeVariables.map((name) => `{${name}}`).join(", ")}.`,
    );
  if (/[{}]/.test(text.replaceAll(braces, "")))
    faults.push("A brace stands alone. Braces are only for what is filled in.");
  if (names.filter((name) => name === "emergency").length > 1) faults.push("{emergency} stands more than once.");
  return faults;
}

const line = z.string().min(1);
const wording = z
  .object({ subject: line, text: line.refine((text) => noticeFaults(text).length === 0, "Not a notice.") })
  .readonly();

/** The words of notices in one language, from `resources/notices`. Braces name what is filled in. */
export const noticeWordsSchema = z
  .object({
    /** {firstName} */
    greeting: line,
    greetingUnnamed: line,
    /** {when} and, of a moved one, {newTime} */
    sessions: z.object({ cancelled: line, moved: line, kept: line, restored: line }).readonly(),
    kinds: z.record(noticeKindSchema, wording),
  })
  .readonly();
export type NoticeWords = z.infer<typeof noticeWordsSchema>;
