import { z } from "zod";
import { languageSchema, type Region, regionSchema } from "../policy/policy.ts";
import { type ReplyForm, replyFormSchema, replyReasonSchema, templateFaults } from "../policy/templates.ts";
import { segmentsOf } from "./segments.ts";

const line = z.string().min(1);
const ofEachForm = z.record(replyFormSchema, line);
const usable = (form: ReplyForm) => line.refine((text) => templateFaults(text, form).length === 0, "Not a template.");

/** The words of one language, from `resources/replies`. Braces name what is filled in. */
const writtenWordsSchema = z
  .object({
    /** One for all replies: a subject of the client's would tell what they wrote about. */
    subject: line,
    greeting: line,
    greetingUnnamed: line,
    automatic: ofEachForm,
    /** Stands where no opening is in sight (FIELD T6). */
    noDateSet: ofEachForm,
    /** {date}, {time}, {zone} */
    opening: line,
    openingToday: line,
    /** In a text message, before the time. */
    today: line,
    templates: z.record(replyReasonSchema, z.object({ mail: usable("mail"), text: usable("text") }).readonly()),
  })
  .readonly();

const isPlainText = (text: string): boolean => segmentsOf(text).encoding === "GSM-7";

/**
 * The numbers to call in one region, from `resources/regions`: that of the emergency services first. Short numbers do not
 * travel, so the line of each region is written out whole. `checked` is the month the sources were last looked up in.
 */
const regionalEmergencySchema = z
  .object({
    numbers: z.array(z.string().regex(/^\d[\d ]*$/)).min(1),
    checked: z.string().regex(/^\d{4}-\d{2}$/),
    sources: z.array(z.object({ service: line, address: z.url() })).min(1),
    lines: z.record(
      languageSchema,
      z.object({ mail: line, text: line.refine(isPlainText, "A text message has to get by with plain letters.") }),
    ),
  })
  .refine(
    ({ numbers: [first = ""], lines }) =>
      Object.values(lines).every(({ mail, text }) => mail.includes(first) && text.includes(first)),
    "Every line names the emergency number.",
  )
  .readonly();

export const emergenciesSchema = z.record(regionSchema, regionalEmergencySchema).readonly();
export type Emergencies = z.infer<typeof emergenciesSchema>;

/** All words of one language. The emergency line stands in every reply and belongs to no template (promise 3). */
export type ReplyWords = z.infer<typeof writtenWordsSchema> & {
  readonly emergency: Readonly<Record<Region, Readonly<Record<ReplyForm, string>>>>;
};

/** Checks the words of a language as they were written, and adds its emergency lines. Throws a ZodError. */
export function replyWordsOf(
  written: unknown,
  emergencies: Emergencies,
  language: keyof Emergencies[Region]["lines"],
): ReplyWords {
  const linesOf = (region: Region) => emergencies[region].lines[language];
  return {
    ...writtenWordsSchema.parse(written),
    emergency: {
      US: linesOf("US"),
      CA: linesOf("CA"),
      GB: linesOf("GB"),
      IE: linesOf("IE"),
      AU: linesOf("AU"),
      NZ: linesOf("NZ"),
      DE: linesOf("DE"),
      FR: linesOf("FR"),
      ES: linesOf("ES"),
    },
  };
}
