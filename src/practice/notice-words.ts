import english from "../../resources/notices/en.json" with { type: "json" };
import spanish from "../../resources/notices/es.json" with { type: "json" };
import type { Language } from "../domain/policy/policy.ts";
import { type NoticeWords, noticeWordsSchema } from "../domain/vacation/notice-words.ts";

/** The words of notices, checked once when the app starts. */
export const noticeWords: Readonly<Record<Language, NoticeWords>> = {
  en: noticeWordsSchema.parse(english),
  es: noticeWordsSchema.parse(spanish),
};
