import { z } from "zod";
import { weeklyHoursSchema } from "../domain/policy/hours.ts";
import { practiceSchema } from "../domain/policy/policy.ts";
import { t } from "./procedures.ts";

const passphrase = z
  .string()
  .min(12, "At least twelve characters, please. Four or five plain words are good.")
  .max(1024);

/** Founding, opening and locking a practice; the only part that is reached while it is locked. */
export const doorRouter = t.router({
  view: t.procedure.query(({ ctx }) => ctx.door.view()),
  create: t.procedure
    .input(
      z.object({
        practice: practiceSchema,
        messageHours: weeklyHoursSchema,
        passphrase,
        unlockWithComputer: z.boolean(),
        acknowledged: z.literal(true, "Please confirm that you have read this."),
      }),
    )
    .mutation(({ ctx, input }) => ctx.door.create(input)),
  unlock: t.procedure
    .input(z.object({ passphrase: z.string().max(1024) }))
    .mutation(({ ctx, input }) => ctx.door.unlock(input.passphrase)),
  unlockWithRecoveryKey: t.procedure
    .input(z.object({ recoveryKey: z.string().max(200), newPassphrase: passphrase }))
    .mutation(({ ctx, input }) => ctx.door.unlockWithRecoveryKey(input.recoveryKey, input.newPassphrase)),
  unlockWithComputer: t.procedure.mutation(({ ctx }) => ctx.door.unlockWithComputer()),
  setComputerUnlock: t.procedure
    .input(z.object({ enabled: z.boolean(), passphrase: z.string().max(1024) }))
    .mutation(({ ctx, input }) => ctx.door.setComputerUnlock(input.enabled, input.passphrase)),
  changePassphrase: t.procedure
    .input(z.object({ current: z.string().max(1024), next: passphrase }))
    .mutation(({ ctx, input }) => ctx.door.changePassphrase(input.current, input.next)),
  lock: t.procedure.mutation(({ ctx }) => {
    ctx.door.lock();
    return null;
  }),
  tryAgain: t.procedure.mutation(({ ctx }) => {
    ctx.door.tryAgain();
    return null;
  }),
});
