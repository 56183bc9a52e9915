import { z } from "zod";
import { allClientHoursSchema } from "./client-hours.ts";
import { gateSchema } from "./gate-rules.ts";
import {
  alternationSchema,
  closureSchema,
  regionHolidaysSchema,
  seasonsSchema,
  travelSchema,
  weeklyHoursSchema,
  zoneSchema,
} from "./hours.ts";
import { templatesSchema } from "./templates.ts";

export { type Language, languages, languageSchema } from "./languages.ts";

/** The regions whose emergency numbers ship with the app (ISO 3166-1 alpha-2). */
export const regions = ["US", "CA", "GB", "IE", "AU", "NZ", "DE", "FR", "ES"] as const;
export const regionSchema = z.enum(regions);
export type Region = z.infer<typeof regionSchema>;

const localeSchema = z.string().refine((locale) => {
  try {
    return Intl.getCanonicalLocales(locale).length === 1;
  } catch {
    return false;
  }
}, "This is not a language tag.");

export const practiceSchema = z
  .object({
    /** How replies name the practice; a discreet name is the therapist's choice (FIELD L2). */
    name: z.string().trim().min(1, "A name is needed.").max(80),
    zone: zoneSchema,
    /** BCP 47 tag for dates and times on the therapist's own screens. */
    locale: localeSchema,
    region: regionSchema,
  })
  .readonly();
export type PracticeIdentity = z.infer<typeof practiceSchema>;

/**
 * Everything the gate and the replies depend on, as ONE immutable value. A change makes a new version; a verdict names
 * the version it was made under.
 */
export const policySchema = z
  .object({
    practice: practiceSchema,
    messageHours: weeklyHoursSchema,
    // The defaults read policies that were stored before there were such things.
    alternation: alternationSchema.nullable().default(null),
    seasons: seasonsSchema.default([]),
    holidays: regionHolidaysSchema.default({ area: null, knownThrough: 0, days: [] }),
    travel: travelSchema.default([]),
    closures: z.array(closureSchema).readonly(),
    /** Hours agreed with single clients. */
    clientHours: allClientHoursSchema.default([]),
    gate: gateSchema,
    replies: z
      .object({
        /** Answer held messages of clients at all. */
        toClients: z.boolean(),
        /** Answer held messages of senders who are not clients, in neutral words (FIELD E12). */
        toUnknownSenders: z.boolean(),
        /** Minutes after which a message that was first seen late gets no availability reply (E13). */
        staleAfter: z.int().min(5).max(1440),
        /** Circuit breaker: most automatic replies to one sender in an hour, and to all in a day (E14). */
        mostPerSenderPerHour: z.int().min(1).max(10),
        mostPerDay: z.int().min(1).max(1000),
        /** Days between two availability replies to the same unknown sender (E8). */
        unknownSenderDays: z.int().min(1).max(30),
        /** May replies name the client's next session, where a template asks for it (FIELD L2)? */
        nextSession: z.boolean().default(false),
        /** Openings shorter than so many minutes are not named in a reply (FIELD T7); messages surface in them all the same. */
        shortestWindow: z.int().min(0).max(240).default(15),
      })
      .readonly(),
    /** Own wordings of automatic replies; the shipped words stand for every other. */
    templates: templatesSchema.default([]),
  })
  .readonly();
export type Policy = z.infer<typeof policySchema>;

/** A policy with the number under which it was stored; versions count from 1. */
export interface PolicyVersion {
  readonly version: number;
  readonly policy: Policy;
}
