import { z } from "zod";
import { policyDraftSchema } from "../domain/policy/draft.ts";
import { dateSchema } from "../domain/policy/hours.ts";
import { differences } from "../domain/replay/compare.ts";
import { id, inPractice, t } from "./procedures.ts";

const period = z.object({ firstDate: dateSchema, lastDate: dateSchema });
const trial = z.object({ draft: policyDraftSchema, period });

/** Trying another policy on what really came in. */
export const simulatorRouter = t.router({
  basis: inPractice
    .input(z.object({ version: z.int().min(1).nullable() }))
    .query(({ ctx, input }) => ctx.practice.simulator.basis(input.version)),
  look: inPractice.input(trial).query(({ ctx, input }) => ctx.practice.simulator.look(input.draft, input.period)),
  begin: inPractice.input(trial).mutation(({ ctx, input }) => ctx.practice.simulator.begin(input.draft, input.period)),
  latest: inPractice.query(({ ctx }) => ctx.practice.simulator.latest()),
  changes: inPractice
    .input(z.object({ id, difference: z.enum(differences), most: z.int().min(1).max(20_000) }))
    .query(({ ctx, input }) => ctx.practice.simulator.changes(input.id, input.difference, input.most)),
  drop: inPractice.mutation(({ ctx }) => ctx.practice.simulator.drop()),
  takeOver: inPractice
    .input(z.object({ draft: policyDraftSchema }))
    .mutation(({ ctx, input }) => ctx.practice.simulator.takeOver(input.draft)),
});
