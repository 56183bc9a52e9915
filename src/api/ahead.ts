import { z } from "zod";
import { channelKinds } from "../domain/message/inbound.ts";
import { dateSchema } from "../domain/policy/hours.ts";
import { id, inPractice, instant, t } from "./procedures.ts";

const imaginedSender = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("client"), id }),
  z.object({ kind: z.literal("any-client") }),
  z.object({ kind: z.literal("unknown") }),
]);

/** Looking ahead. The length of the text is bounded by what an address may hold. */
export const aheadRouter = t.router({
  ask: inPractice
    .input(z.object({ at: instant, from: imaginedSender, channel: z.enum(channelKinds), text: z.string().max(500) }))
    .query(({ ctx, input }) => ctx.practice.ahead.ask(input)),
  week: inPractice
    .input(z.object({ firstDate: dateSchema, clientId: id.nullable() }))
    .query(({ ctx, input }) => ctx.practice.ahead.week(input.firstDate, input.clientId)),
});
