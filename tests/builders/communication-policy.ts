import { composeLetter } from "../../src/domain/communication-policy/compose.ts";
import type { LetterInLanguages } from "../../src/domain/communication-policy/letter.ts";
import type { Language, Policy } from "../../src/domain/policy/policy.ts";
import { letterWords } from "../../src/practice/letter-words.ts";
import { policyWith } from "./policy.ts";

/** What a test says of a letter; the rest is as at the first run, on 30 November 2026. */
export interface SaidOfLetter {
  readonly policy?: Policy;
  readonly addresses?: readonly string[];
  readonly emergency?: string;
  readonly today?: string;
}

export function letterIn(language: Language, said: SaidOfLetter = {}) {
  return composeLetter({
    policy: said.policy ?? policyWith(),
    today: said.today ?? "2026-11-30",
    addresses: said.addresses ?? ["therapist@example.org"],
    emergency: said.emergency ?? "Emergency: call 911.",
    holidayNames: ({ name }) => name.split(", "),
    language,
    words: letterWords[language],
  });
}

export const letters = (said: SaidOfLetter = {}): LetterInLanguages => ({
  en: letterIn("en", said),
  es: letterIn("es", said),
});

/** A clause as it is read. */
export function clauseOf(language: Language, id: string, said: SaidOfLetter = {}): string {
  const clause = letterIn(language, said).clauses.find((one) => one.id === id);
  if (clause === undefined) throw new Error(`There is no clause ${id}.`);
  return clause.paragraphs.join("\n\n");
}
