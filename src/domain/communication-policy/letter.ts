import { z } from "zod";
import { type Language, languages } from "../policy/policy.ts";

/** What the communication policy speaks of, in the order in which it does (FIELD L1, L10, L11, 0.8). */
export const clauseIds = [
  "reach",
  "emergency",
  "hours",
  "away",
  "answer",
  "waiting",
  "sooner",
  "agreements",
  "privacy",
  "optingOut",
  "technology",
  "timeZone",
  "records",
  "changes",
] as const;
export type ClauseId = (typeof clauseIds)[number];

/** One matter. A paragraph may hold line breaks, as a list of hours does. */
const clauseSchema = z
  .object({
    /** One of `clauseIds`, or of a later or earlier version of the app. */
    id: z.string().min(1),
    heading: z.string().min(1),
    paragraphs: z.array(z.string().min(1)).readonly(),
  })
  .readonly();

/** The communication policy in one language, as a client reads it. */
const letterSchema = z
  .object({ title: z.string().min(1), subtitle: z.string().min(1), clauses: z.array(clauseSchema).readonly() })
  .readonly();
export type Letter = z.infer<typeof letterSchema>;

/** The communication policy in every language: what an edition keeps, word for word. */
export const letterInLanguagesSchema = z
  .object({ en: letterSchema, es: letterSchema } satisfies Record<Language, typeof letterSchema>)
  .readonly();
export type LetterInLanguages = z.infer<typeof letterInLanguagesSchema>;

/** How a clause differs from the edition before; one that is `gone` stands in that edition alone. */
export interface ClauseChange {
  readonly id: string;
  readonly kind: "changed" | "new" | "gone";
}

/** The clauses in which two letters differ, in whichever language, in the order of the later one. */
export function clausesThatDiffer(before: LetterInLanguages, after: LetterInLanguages): ClauseChange[] {
  const ids = new Set([...after.en.clauses, ...before.en.clauses].map(({ id }) => id));
  return [...ids].flatMap((id): ClauseChange[] => {
    if (languages.every((language) => textOf(before[language], id) === textOf(after[language], id))) return [];
    if (textOf(before.en, id) === null) return [{ id, kind: "new" }];
    return [{ id, kind: textOf(after.en, id) === null ? "gone" : "changed" }];
  });
}

function textOf(letter: Letter, id: string): string | null {
  const clause = letter.clauses.find((one) => one.id === id);
  return clause === undefined ? null : JSON.stringify([clause.heading, clause.paragraphs]);
}
