import { z } from "zod";

/** Languages in which automatic replies can be written. */
export const languages = ["en", "es"] as const;
export const languageSchema = z.enum(languages);
export type Language = z.infer<typeof languageSchema>;

/** The one of them that people of a locale ("es-MX") read; English where there is none. */
export function languageOf(locale: string): Language {
  return languages.find((language) => language === locale.toLowerCase().split("-")[0]) ?? "en";
}
