import english from "../../resources/communication-policy/en.json" with { type: "json" };
import spanish from "../../resources/communication-policy/es.json" with { type: "json" };
import { type LetterWords, letterWordsSchema } from "../domain/communication-policy/words.ts";
import type { Language } from "../domain/policy/policy.ts";

/** The words of the communication policy, checked once when the app starts. */
export const letterWords: Readonly<Record<Language, LetterWords>> = {
  en: letterWordsSchema.parse(english),
  es: letterWordsSchema.parse(spanish),
};
