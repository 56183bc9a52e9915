import { z } from "zod";
import { emailAccountSchema } from "../channels/email/account.ts";
import { dateSchema, zoneSchema } from "../domain/policy/hours.ts";
import { languageSchema } from "../domain/policy/policy.ts";
import { repeatsSchema } from "../domain/recurrence/repeats.ts";
import { wallTimeSchema } from "../domain/scheduling/series.ts";
import { aheadRouter } from "./ahead.ts";
import { communicationPolicyRouter } from "./communication-policy.ts";
import { doorRouter } from "./door.ts";
import { inboxRouter } from "./inbox.ts";
import { policyRouter } from "./policy.ts";
import { id, inPractice, instant, t } from "./procedures.ts";
import { simulatorRouter } from "./simulator.ts";
import { vacationsRouter } from "./vacations.ts";

const scope = z.enum(["this", "following", "all"]);

const durationMinutes = z.int().min(5, "At least five minutes.").max(720, "At most twelve hours.");

const booking = z.object({
  clientId: id.nullable(),
  title: z.string().trim().max(80),
  start: wallTimeSchema,
  durationMinutes,
  repeats: repeatsSchema.nullable(),
});

const clientInput = z.object({
  preferredName: z.string().trim().min(1, "A name is needed.").max(80),
  language: languageSchema,
  emails: z.array(z.email("This is not an e-mail address.").max(254).toLowerCase()).max(10),
  urgent: z.boolean(),
  optedOut: z.boolean(),
  zone: zoneSchema.nullish(),
  sharedEmails: z.array(z.string().toLowerCase()).max(10).optional(),
});

const mailboxInput = emailAccountSchema.unwrap().extend({ password: z.string().min(1).nullable() });

const occurrence = z.object({ seriesId: id, recurrenceId: wallTimeSchema });

export const router = t.router({
  door: doorRouter,

  light: t.router({
    now: inPractice.query(({ ctx }) => ctx.practice.light.now()),
    doNotDisturb: inPractice
      .input(z.object({ until: instant }))
      .mutation(({ ctx, input }) => ctx.practice.light.doNotDisturb(input.until)),
    endDoNotDisturb: inPractice.mutation(({ ctx }) => ctx.practice.light.endDoNotDisturb()),
    closeEarly: inPractice.mutation(({ ctx }) => ctx.practice.light.closeEarly()),
    openUntil: inPractice
      .input(z.object({ until: instant }))
      .mutation(({ ctx, input }) => ctx.practice.light.openUntil(input.until)),
  }),

  inbox: inboxRouter,

  calendar: t.router({
    range: inPractice
      .input(z.object({ firstDate: dateSchema, lastDate: dateSchema }))
      .query(({ ctx, input }) => ctx.practice.booking.calendar(input.firstDate, input.lastDate)),
    series: inPractice.input(z.object({ id })).query(({ ctx, input }) => ctx.practice.booking.series(input.id)),
    nextFree: inPractice
      .input(z.object({ durationMinutes, after: wallTimeSchema, exceptSeriesId: id.nullable() }))
      .query(({ ctx, input }) => ctx.practice.booking.nextFree(input)),
    inWords: inPractice.input(booking).query(({ ctx, input }) => ctx.practice.booking.inWords(input)),
    conflicts: inPractice
      .input(z.object({ booking, changing: occurrence.extend({ scope }).nullable() }))
      .query(({ ctx, input }) => ctx.practice.booking.conflicts(input.booking, input.changing)),
    book: inPractice.input(booking).mutation(({ ctx, input }) => ctx.practice.booking.book(input)),
    change: inPractice
      .input(occurrence.extend({ scope, change: booking }))
      .mutation(({ ctx, input }) =>
        ctx.practice.booking.change(input.seriesId, input.recurrenceId, input.scope, input.change),
      ),
    cancel: inPractice
      .input(occurrence.extend({ scope }))
      .mutation(({ ctx, input }) => ctx.practice.booking.cancel(input.seriesId, input.recurrenceId, input.scope)),
    undo: inPractice
      .input(z.object({ token: id }))
      .mutation(({ ctx, input }) => ctx.practice.booking.undo(input.token)),
  }),

  clients: t.router({
    list: inPractice.query(({ ctx }) => ctx.practice.clients.list()),
    add: inPractice.input(clientInput).mutation(({ ctx, input }) => ctx.practice.clients.add(input)),
    change: inPractice
      .input(clientInput.extend({ id }))
      .mutation(({ ctx, input }) => ctx.practice.clients.change(input.id, input)),
    archive: inPractice
      .input(z.object({ id, archived: z.boolean() }))
      .mutation(({ ctx, input }) => ctx.practice.clients.archive(input.id, input.archived)),
  }),

  policy: policyRouter,

  mailboxes: t.router({
    list: inPractice.query(({ ctx }) => ctx.practice.mailboxes.list()),
    guess: inPractice
      .input(z.object({ address: z.email() }))
      .query(({ ctx, input }) => ctx.practice.mailboxes.guess(input.address)),
    test: inPractice
      .input(z.object({ id: id.nullable(), account: mailboxInput }))
      .mutation(({ ctx, input }) => ctx.practice.mailboxes.test(input.account, input.id)),
    connect: inPractice.input(mailboxInput).mutation(({ ctx, input }) => ctx.practice.mailboxes.connect(input)),
    change: inPractice
      .input(z.object({ id, account: mailboxInput }))
      .mutation(({ ctx, input }) => ctx.practice.mailboxes.change(input.id, input.account)),
    remove: inPractice.input(z.object({ id })).mutation(({ ctx, input }) => ctx.practice.mailboxes.remove(input.id)),
  }),

  ahead: aheadRouter,
  simulator: simulatorRouter,
  audit: t.router({ run: inPractice.query(({ ctx }) => ctx.practice.audit.run()) }),
  communicationPolicy: communicationPolicyRouter,
  vacations: vacationsRouter,

  settings: inPractice.query(({ ctx }) => ctx.practice.settings()),
});

export type Router = typeof router;
