import { z } from "zod";
import { wallTimeSchema } from "../domain/scheduling/series.ts";
import { vacationDraftSchema } from "../domain/vacation/arrangements.ts";
import { id, inPractice, t } from "./procedures.ts";

const one = z.object({ id });
const key = z.string().min(1).max(200);
const ending = z.object({ id, back: z.array(key).max(5000) });

/** Planning vacations, changing them, and coming back early. */
export const vacationsRouter = t.router({
  list: inPractice.query(({ ctx }) => ctx.practice.vacations.list()),
  draft: inPractice.input(one).query(({ ctx, input }) => ctx.practice.vacations.draft(input.id)),
  begin: inPractice.mutation(({ ctx }) => ctx.practice.vacations.begin()),
  reopen: inPractice.input(one).mutation(({ ctx, input }) => ctx.practice.vacations.reopen(input.id)),
  keepDraft: inPractice
    .input(z.object({ id, draft: vacationDraftSchema }))
    .mutation(({ ctx, input }) => ctx.practice.vacations.keepDraft(input.id, input.draft)),
  discard: inPractice.input(one).mutation(({ ctx, input }) => ctx.practice.vacations.discard(input.id)),
  freeTime: inPractice
    .input(z.object({ id, key, side: z.enum(["before", "after"]), beyond: wallTimeSchema.nullable() }))
    .query(({ ctx, input }) => ctx.practice.vacations.freeTime(input)),
  finish: inPractice.input(one).mutation(({ ctx, input }) => ctx.practice.vacations.finish(input.id)),
  remove: inPractice.input(ending).mutation(({ ctx, input }) => ctx.practice.vacations.remove(input.id, input.back)),
  comeBack: inPractice
    .input(ending)
    .mutation(({ ctx, input }) => ctx.practice.vacations.comeBack(input.id, input.back)),
  undo: inPractice
    .input(z.object({ token: id }))
    .mutation(({ ctx, input }) => ctx.practice.vacations.undo(input.token)),
  takeBackNotice: inPractice
    .input(z.object({ replyId: id }))
    .mutation(({ ctx, input }) => ctx.practice.vacations.takeBackNotice(input.replyId)),
  sendNoticeAgain: inPractice
    .input(z.object({ replyId: id }))
    .mutation(({ ctx, input }) => ctx.practice.vacations.sendNoticeAgain(input.replyId)),
});
