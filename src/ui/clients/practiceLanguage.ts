import { type Language, languageOf } from "../../domain/policy/languages.ts";
import { usePracticeTime } from "../time/practiceTime.tsx";

/** The language in which a new client is written to unless somebody says otherwise: the practice's. */
export function usePracticeLanguage(): Language {
  return languageOf(usePracticeTime().locale);
}
