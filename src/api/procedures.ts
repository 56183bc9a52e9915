import { initTRPC, TRPCError } from "@trpc/server";
import { z } from "zod";
import type { Door } from "../practice/door.ts";

/** What a request may reach. */
export interface ApiContext {
  readonly door: Door;
}

export const t = initTRPC.context<ApiContext>().create({
  // A bug's message may hold a client's words or a path; the screens get one sentence and the log the error's name.
  errorFormatter: ({ shape }) => {
    const { stack: _stack, ...data } = shape.data;
    const message =
      data.code === "INTERNAL_SERVER_ERROR"
        ? "Something went wrong inside the app. Nothing was changed."
        : shape.message;
    return { ...shape, message, data };
  },
});

/** Procedures that need an unlocked practice; behind a shut door they answer UNAUTHORIZED. */
export const inPractice = t.procedure.use(({ ctx, next }) => {
  const practice = ctx.door.practice();
  if (practice === null) throw new TRPCError({ code: "UNAUTHORIZED", message: "The practice is locked." });
  return next({ ctx: { practice } });
});

export const id = z.string().min(1).max(64);

/** Up to the year 2200: beyond it no clock goes and no zone is known. */
export const instant = z
  .int()
  .min(0)
  .max(Date.UTC(2200, 0, 1));
