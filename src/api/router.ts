import { z } from "zod";
import { emailAccountSchema } from "../channels/email/account.ts";
import { clientHoursSchema } from "../domain/policy/client-hours.ts";
import { channelKinds } from "../domain/message/inbound.ts";
import { gateChangeSchema } from "../domain/policy/gate-rules.ts";
import {
  alternationSchema,
  closureSchema,
  dateSchema,
  regionHolidaySchema,
  seasonSchema,
  tripSchema,
  weeklyHoursSchema,
  zoneSchema,
} from "../domain/policy/hours.ts";
import { languageSchema, policySchema, practiceSchema } from "../domain/policy/policy.ts";
import { replyFormSchema, replyReasonSchema } from "../domain/policy/templates.ts";
import { repeatsSchema } from "../domain/recurrence/repeats.ts";
import { wallTimeSchema } from "../domain/scheduling/series.ts";
import { meanings } from "../practice/message-services.ts";
import { aheadRouter } from "./ahead.ts";
import { communicationPolicyRouter } from "./communication-policy.ts";
import { id, inPractice, instant, t } from "./procedures.ts";
import { simulatorRouter } from "./simulator.ts";
import { vacationsRouter } from "./vacations.ts";

const passphrase = z
  .string()
  .min(12, "At least twelve characters, please. Four or five plain words are good.")
  .max(1024);
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

const { date, rule, windows } = regionHolidaySchema.unwrap().shape;
const holidayChoice = z.object({ date, rule, windows });

const templatePlace = z.object({ reason: replyReasonSchema, language: languageSchema, form: replyFormSchema });
/** What stands in the editor; only a change is refused for what is wrong with it. */
const draftedTemplate = templatePlace.extend({ text: z.string().max(10_000) });
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

const occurrence = z.object({ seriesId: id, recurrenceId: wallTimeSchema });

export const router = t.router({
  door: t.router({
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
  }),

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

  inbox: t.router({
    today: inPractice.query(({ ctx }) => ctx.practice.inbox.today()),
    list: inPractice.query(({ ctx }) => ctx.practice.inbox.list()),
    open: inPractice.input(z.object({ id })).query(({ ctx, input }) => ctx.practice.inbox.open(input.id)),
    markRead: inPractice
      .input(z.object({ id, read: z.boolean() }))
      .mutation(({ ctx, input }) => ctx.practice.inbox.markRead(input.id, input.read)),
    surfaceNow: inPractice
      .input(z.object({ id }))
      .mutation(({ ctx, input }) => ctx.practice.inbox.surfaceNow(input.id)),
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
  }),

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
      .input(z.object({ booking, exceptSeriesId: id.nullable() }))
      .query(({ ctx, input }) => ctx.practice.booking.conflicts(input.booking, input.exceptSeriesId)),
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

  policy: t.router({
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
    removeTrip: inPractice
      .input(z.object({ id }))
      .mutation(({ ctx, input }) => ctx.practice.policy.removeTrip(input.id)),
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
    clearTemplate: inPractice
      .input(templatePlace)
      .mutation(({ ctx, input }) => ctx.practice.policy.clearTemplate(input)),
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
  }),

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
