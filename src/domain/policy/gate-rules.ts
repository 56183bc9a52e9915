import { z } from "zod";

const phrases = z
  .array(z.string().trim().min(1, "An empty phrase would be found everywhere.").max(80))
  .max(1000)
  .readonly();

/** Several distinct messages from one client in a short time break through (DESIGN.md, rule 3). */
const repeatedContactSchema = z
  .object({ on: z.boolean(), messages: z.int().min(2).max(10), minutes: z.int().min(1).max(120) })
  .readonly();

/**
 * Shortly before a client's session, and during it, that client's messages may surface although the practice is closed
 * (DESIGN.md, rule 3). With `phrases`, only those that speak of coming late and the like; without any, all of them.
 */
const nearSessionSchema = z.object({ on: z.boolean(), hours: z.int().min(1).max(24), phrases }).readonly();

/** Inside message hours, messages come together at the full hour and every so many minutes of the wall clock. */
const batchSchema = z
  .object({ on: z.boolean(), minutes: z.union([z.literal(15), z.literal(30), z.literal(60), z.literal(120)]) })
  .readonly();

/** A safety notification that nobody opened is shown again after so many minutes, so many times (FIELD C6). */
const safetyRepeatSchema = z.object({ minutes: z.int().min(1).max(120), times: z.int().min(0).max(12) }).readonly();

const parts = {
  /** Words and phrases that surface a message at any hour. They can only add (FIELD C2). */
  safetyPhrases: phrases,
  safetyRepeat: safetyRepeatSchema,
  repeatedContact: repeatedContactSchema,
  nearSession: nearSessionSchema,
  /** Minutes before and after a session in which it still must not be disturbed. */
  bufferBefore: z.int().min(0).max(60),
  bufferAfter: z.int().min(0).max(60),
  batch: batchSchema,
};

/** The gate's settings, one part a rule. Whatever is added here has a default, so that stored policies stay readable. */
export const gateSchema = z
  .object({
    ...parts,
    safetyRepeat: parts.safetyRepeat.default({ minutes: 10, times: 3 }),
    repeatedContact: parts.repeatedContact.default({ on: true, messages: 3, minutes: 15 }),
    nearSession: parts.nearSession.default({ on: false, hours: 2, phrases: [] }),
    batch: parts.batch.default({ on: false, minutes: 30 }),
  })
  .readonly();

/** Some of the settings, without defaults: what is not named stays as it is. */
export const gateChangeSchema = z.object(parts).partial().readonly();
export type GateChange = z.infer<typeof gateChangeSchema>;

/** The settings with some of them changed. */
export function withGateChange(settings: z.infer<typeof gateSchema>, change: GateChange): z.infer<typeof gateSchema> {
  return { ...settings, ...Object.fromEntries(Object.entries(change).filter(([, part]) => part !== undefined)) };
}
