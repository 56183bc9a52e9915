import { z } from "zod";
import { steps } from "../../src/practice/steps.ts";

/** What a test asks of a running host. */
export const orderSchema = z.object({ type: z.literal("clock"), now: z.number() });
export type Order = z.infer<typeof orderSchema>;

const noticeSchema = z.object({ title: z.string(), body: z.string(), urgent: z.boolean() });

/** What a running host tells the test. */
export const reportSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("ready"), address: z.string() }),
  /** The clock was moved to `now`, and all that was due by then has been done. */
  z.object({ type: z.literal("clock"), now: z.number() }),
  z.object({ type: z.literal("notice"), notice: noticeSchema }),
]);
export type Report = z.infer<typeof reportSchema>;

/** Where a process ends itself: at a named step, the n-th time it comes there. */
const stopSchema = z.object({ step: z.enum(steps), time: z.number().int().positive() });
export type Stop = z.infer<typeof stopSchema>;

/** Reads `STEP` or `STEP:n`; throws on anything else. */
export function parseStop(text: string): Stop {
  const [step, time = "1"] = text.split(":");
  return stopSchema.parse({ step, time: Number(time) });
}
