import { z } from "zod";
import { clientHoursSchema } from "../domain/policy/client-hours.ts";
import { gateChangeSchema } from "../domain/policy/gate-rules.ts";
import {
  alternationSchema,
  closureSchema,
  regionHolidaySchema,
  seasonSchema,
  tripSchema,
  weeklyHoursSchema,
} from "../domain/policy/hours.ts";
import { languageSchema, policySchema, practiceSchema } from "../domain/policy/policy.ts";
import { replyFormSchema, replyReasonSchema } from "../domain/policy/templates.ts";
import { id, inPractice, t } from "./procedures.ts";

const { date, rule, windows } = regionHolidaySchema.unwrap().shape;
const holidayChoice = z.object({ date, rule, windows });
const templatePlace = z.object({ reason: replyReasonSchema, language: languageSchema, form: replyFormSchema });
/** What stands in the editor; only a change is refused for what is wrong with it. */
const draftedTemplate = templatePlace.extend({ text: z.string().max(10_000) });

/** Hours, closures, rules, agreements and wordings: the policy and its versions. */
export const policyRouter = t.router({
  availability: inPractice.query(({ ctx }) => ctx.practice.policy.availability()),
  setMessageHours: inPractice
    .input(z.object({ messageHours: weeklyHoursSchema, alternation: alternationSchema.nullish() }))
    .mutation(({ ctx, input }) => ctx.practice.policy.setMessageHours(input.messageHours, input.alternation)),
  setSeason: inPractice
    .input(z.object({ season: seasonSchema }))
    .mutation(({ ctx, input }) => ctx.practice.policy.setSeason(input.season)),
  removeSeason: inPractice
    .input(z.object({ id }))
    .mutation(({ ctx, input }) => ctx.practice.policy.removeSeason(input.id)),
  setTrip: inPractice
    .input(z.object({ trip: tripSchema }))
    .mutation(({ ctx, input }) => ctx.practice.policy.setTrip(input.trip)),
  removeTrip: inPractice.input(z.object({ id })).mutation(({ ctx, input }) => ctx.practice.policy.removeTrip(input.id)),
  setHoliday: inPractice.input(holidayChoice).mutation(({ ctx, input }) => ctx.practice.policy.setHoliday(input)),
  setHolidayArea: inPractice
    .input(z.object({ area: z.string().min(1).max(10).nullable() }))
    .mutation(({ ctx, input }) => ctx.practice.policy.setHolidayArea(input.area)),
  addClosure: inPractice
    .input(z.object({ closure: closureSchema }))
    .mutation(({ ctx, input: { closure } }) => ctx.practice.policy.addClosure(closure)),
  removeClosure: inPractice
    .input(z.object({ id }))
    .mutation(({ ctx, input }) => ctx.practice.policy.removeClosure(input.id)),
  setClientHours: inPractice
    .input(z.object({ agreed: clientHoursSchema }))
    .mutation(({ ctx, input }) => ctx.practice.policy.setClientHours(input.agreed)),
  removeClientHours: inPractice
    .input(z.object({ clientId: id }))
    .mutation(({ ctx, input }) => ctx.practice.policy.removeClientHours(input.clientId)),
  shippedPhrases: inPractice.query(({ ctx }) => ctx.practice.policy.shippedPhrases()),
  setGate: inPractice.input(gateChangeSchema).mutation(({ ctx, input }) => ctx.practice.policy.setGate(input)),
  setReplies: inPractice
    .input(policySchema.unwrap().shape.replies)
    .mutation(({ ctx, input }) => ctx.practice.policy.setReplies(input)),
  replyTemplates: inPractice.query(({ ctx }) => ctx.practice.policy.replyTemplates()),
  templatePreview: inPractice
    .input(draftedTemplate)
    .query(({ ctx, input }) => ctx.practice.policy.templatePreview(input)),
  setTemplate: inPractice.input(draftedTemplate).mutation(({ ctx, input }) => ctx.practice.policy.setTemplate(input)),
  clearTemplate: inPractice.input(templatePlace).mutation(({ ctx, input }) => ctx.practice.policy.clearTemplate(input)),
  setPractice: inPractice.input(practiceSchema).mutation(({ ctx, input }) => ctx.practice.policy.setPractice(input)),
  versions: inPractice
    .input(z.object({ most: z.int().min(1).max(2000) }))
    .query(({ ctx, input }) => ctx.practice.policy.versions(input.most)),
  compareVersions: inPractice
    .input(z.object({ from: z.int().min(1), to: z.int().min(1) }))
    .query(({ ctx, input }) => ctx.practice.policy.compareVersions(input.from, input.to)),
  restore: inPractice
    .input(z.object({ version: z.int().min(1) }))
    .mutation(({ ctx, input }) => ctx.practice.policy.restore(input.version)),
});
