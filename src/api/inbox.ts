import { z } from "zod";
import { channelKinds } from "../domain/message/inbound.ts";
import { meanings } from "../practice/message-services.ts";
import { id, inPractice, instant, t } from "./procedures.ts";

const handWrittenText = z.string().max(20_000, "At most 20,000 characters, please.");
const handWritten = z.object({
  messageId: id,
  text: handWrittenText,
  to: z.string().min(1).max(254),
  leaves: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("now") }),
    z.object({ kind: z.literal("opening"), shown: instant }),
    z.object({ kind: z.literal("at"), at: instant }),
  ]),
});

/** Reading messages, answering them by hand, and what only the therapist can settle. */
export const inboxRouter = t.router({
  today: inPractice.query(({ ctx }) => ctx.practice.inbox.today()),
  list: inPractice.query(({ ctx }) => ctx.practice.inbox.list()),
  open: inPractice.input(z.object({ id })).query(({ ctx, input }) => ctx.practice.inbox.open(input.id)),
  markRead: inPractice
    .input(z.object({ id, read: z.boolean() }))
    .mutation(({ ctx, input }) => ctx.practice.inbox.markRead(input.id, input.read)),
  surfaceNow: inPractice.input(z.object({ id })).mutation(({ ctx, input }) => ctx.practice.inbox.surfaceNow(input.id)),
  archive: inPractice
    .input(z.object({ id, archived: z.boolean() }))
    .mutation(({ ctx, input }) => ctx.practice.inbox.archive(input.id, input.archived)),
  linkToClient: inPractice
    .input(z.object({ id, clientId: id }))
    .mutation(({ ctx, input }) => ctx.practice.inbox.linkToClient(input.id, input.clientId)),
  settleReply: inPractice
    .input(z.object({ replyId: id }))
    .mutation(({ ctx, input }) => ctx.practice.inbox.settleReply(input.replyId)),

  byHand: t.router({
    open: inPractice.input(z.object({ id })).query(({ ctx, input }) => ctx.practice.byHand.open(input.id)),
    keepDraft: inPractice
      .input(z.object({ id, text: handWrittenText, turn: z.int().min(0) }))
      .mutation(({ ctx, input }) => ctx.practice.byHand.keepDraft(input.id, input.text, input.turn)),
    send: inPractice.input(handWritten).mutation(({ ctx, input }) => ctx.practice.byHand.send(input)),
    takeBack: inPractice
      .input(z.object({ replyId: id }))
      .mutation(({ ctx, input }) => ctx.practice.byHand.takeBack(input.replyId)),
    writeAgain: inPractice
      .input(z.object({ replyId: id }))
      .mutation(({ ctx, input }) => ctx.practice.byHand.writeAgain(input.replyId)),
  }),

  snooze: t.router({
    choices: inPractice.query(({ ctx }) => ctx.practice.snooze.choices()),
    until: inPractice
      .input(z.object({ id, until: instant }))
      .mutation(({ ctx, input }) => ctx.practice.snooze.until(input.id, input.until)),
    end: inPractice.input(z.object({ id })).mutation(({ ctx, input }) => ctx.practice.snooze.end(input.id)),
  }),

  block: inPractice.input(z.object({ id })).mutation(({ ctx, input }) => ctx.practice.blocking.block(input.id)),
  unblock: inPractice
    .input(z.object({ channel: z.enum(channelKinds), address: z.string().min(1).max(320) }))
    .mutation(({ ctx, input }) => ctx.practice.blocking.unblock(input.channel, input.address)),
  settleKeyword: inPractice
    .input(z.object({ id, meaning: z.enum(meanings).nullable() }))
    .mutation(({ ctx, input }) => ctx.practice.optingOut.settleKeyword(input.id, input.meaning)),
});
