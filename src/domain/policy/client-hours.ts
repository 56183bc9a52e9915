import { z } from "zod";
import { dateSchema, weeklyHoursSchema } from "./hours.ts";

/**
 * Hours agreed with one client in which their messages surface although the practice is closed; phone coaching in DBT is
 * the model. Deliberate, dated and to be looked at again (FIELD L13): reason, dates `[firstDate, lastDate]` in the
 * practice's zone, a day of review, and at most so many surfacings a week.
 */
export const clientHoursSchema = z
  .object({
    clientId: z.string().min(1),
    reason: z.string().trim().min(1, "Say why this was agreed.").max(200),
    hours: weeklyHoursSchema,
    firstDate: dateSchema,
    /** Null for no end. */
    lastDate: dateSchema.nullable(),
    /** When the therapist wants to be reminded to look at it again. */
    reviewDate: dateSchema.nullable(),
    /** Surfacings a week, Monday to Sunday; null for no limit. */
    weeklyLimit: z.int().min(1).max(100).nullable(),
    /** Epoch milliseconds until which it does not hold, such as a day after self-harm; null when it is not suspended. */
    suspendedUntil: z
      .int()
      .min(0)
      .max(Date.UTC(2200, 0, 1))
      .nullable(),
  })
  .refine((agreed) => agreed.lastDate === null || agreed.firstDate <= agreed.lastDate, {
    error: "The last day comes before the first.",
    path: ["lastDate"],
  })
  .refine((agreed) => agreed.reviewDate === null || agreed.firstDate <= agreed.reviewDate, {
    error: "The review comes before the first day.",
    path: ["reviewDate"],
  })
  .refine((agreed) => Object.values(agreed.hours).some((windows) => windows.length > 0), {
    error: "Agreed hours need at least one window.",
    path: ["hours"],
  })
  .readonly();
export type ClientHours = z.infer<typeof clientHoursSchema>;

/** What was agreed with single clients, at most one agreement each. */
export const allClientHoursSchema = z
  .array(clientHoursSchema)
  .refine(
    (all) => new Set(all.map(({ clientId }) => clientId)).size === all.length,
    "A client has one agreement at most.",
  )
  .readonly();
