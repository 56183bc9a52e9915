import { z } from "zod";

const noEmergencyHere = "The emergency line is added by the app.";
const line = z
  .string()
  .min(1)
  .refine((text) => !text.includes("{emergency}"), noEmergencyHere);

/** The words of one language, from `resources/replies`. Braces name what is filled in. */
export const replyWordsSchema = z
  .object({
    subject: line,
    greeting: line,
    greetingUnnamed: line,
    /** {practice}, {opening} */
    closed: line,
    inSession: line,
    doNotDisturb: line,
    /** {name}, {phone} */
    cover: line,
    /** To senders who are not clients: says nothing about the practice (FIELD E12). {opening} */
    unknownSender: line,
    safety: line,
    safetyUnknownSender: line,
    automatic: line,
    /** {date}, {time}, {zone} */
    opening: line,
    openingToday: line,
    /** By region: what to do in an emergency. It stands in every reply and belongs to no template (promise 3). */
    emergency: z.record(z.string(), z.string().min(1)),
  })
  .readonly();
export type ReplyWords = z.infer<typeof replyWordsSchema>;
