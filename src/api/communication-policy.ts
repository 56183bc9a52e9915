import { z } from "zod";
import { dateSchema } from "../domain/policy/hours.ts";
import { languageSchema } from "../domain/policy/policy.ts";
import { id, inPractice, t } from "./procedures.ts";

const count = z.int().min(1);
const letter = z.object({ edition: count.nullable(), language: languageSchema });
const acknowledgement = z.object({ clientId: id, edition: count });

/** The letter to clients, its editions, and who acknowledged which. */
export const communicationPolicyRouter = t.router({
  view: inPractice.query(({ ctx }) => ctx.practice.communicationPolicy.view()),
  letter: inPractice.input(letter).query(({ ctx, input }) => ctx.practice.communicationPolicy.letter(input)),
  file: inPractice
    .input(letter.extend({ format: z.enum(["html", "pdf"]) }))
    .query(({ ctx, input: { format, ...asked } }) => ctx.practice.communicationPolicy.file(asked, format)),
  issue: inPractice
    .input(z.object({ policyVersion: count }))
    .mutation(({ ctx, input }) => ctx.practice.communicationPolicy.issue(input.policyVersion)),
  takeBack: inPractice
    .input(z.object({ number: count }))
    .mutation(({ ctx, input }) => ctx.practice.communicationPolicy.takeBack(input.number)),
  acknowledgements: inPractice.query(({ ctx }) => ctx.practice.communicationPolicy.acknowledgements()),
  acknowledge: inPractice
    .input(acknowledgement.extend({ date: dateSchema }))
    .mutation(({ ctx, input }) =>
      ctx.practice.communicationPolicy.acknowledge(input.clientId, input.edition, input.date),
    ),
  takeBackAcknowledgement: inPractice
    .input(acknowledgement)
    .mutation(({ ctx, input }) =>
      ctx.practice.communicationPolicy.takeBackAcknowledgement(input.clientId, input.edition),
    ),
});
