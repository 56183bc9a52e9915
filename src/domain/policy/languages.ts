import { z } from "zod";

/** Languages in which automatic replies can be written. */
export const languages = ["en", "es"] as const;
export const languageSchema = z.enum(languages);
export type Language = z.infer<typeof languageSchema>;
