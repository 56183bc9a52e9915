import { z } from "zod";
import { languages, regionSchema } from "../../../src/domain/policy/policy.ts";
import { datesFormat, weekFormat, windowsFormat } from "./hours-format.ts";
import { becauseFormat, noReplyFormat, replyFormat, replyReasonsByWords, surfacesFormat, thenFormat } from "./words.ts";

/** Words as they stand in the file. A phone number without quotation marks would be read as a number. */
const words = z.string({
  error: ({ input }) => (typeof input === "number" ? "Put this in quotation marks, or it is a number." : undefined),
});
const time = words;
const yesOrNo = z.enum(["yes", "no"], { error: "This is either yes or no." }).transform((answer) => answer === "yes");
const date = z.iso.date("Write a date like: 2026-11-28");
const count = z.int().min(0);
const language = z.enum(["English", "Spanish"]).transform((name) => (name === "English" ? languages[0] : languages[1]));

const practice = z.strictObject({
  name: words.optional(),
  zone: words.optional(),
  region: regionSchema.optional(),
  language: language.optional(),
  addresses: z.array(words).min(1).optional(),
});

const client = z.strictObject({
  called: words.optional(),
  "writes in": language.optional(),
  zone: words.optional(),
  addresses: z.array(words).min(1).optional(),
  "shared addresses": z.array(words).optional(),
  urgent: yesOrNo.optional(),
  "opted out": yesOrNo.optional(),
});

const session = z.strictObject({
  with: words,
  at: time,
  minutes: z.int().min(5).optional(),
  repeats: z.enum(["weekly", "every two weeks", "daily"]).optional(),
  "cancelled on": z.array(date).optional(),
  moved: z.strictObject({ on: date, to: time }).optional(),
  zone: words.optional(),
});

const cover = z.strictObject({ name: words, phone: words });
const closure = z
  .strictObject({
    vacation: datesFormat.optional(),
    "day off": datesFormat.optional(),
    holiday: datesFormat.optional(),
    "changed hours": datesFormat.optional(),
    hours: windowsFormat.optional(),
    cover: cover.optional(),
  })
  .refine(
    (one) => [one.vacation, one["day off"], one.holiday, one["changed hours"]].filter(Boolean).length === 1,
    "A closure is one of: vacation, day off, holiday, changed hours.",
  )
  .refine(
    (one) => (one["changed hours"] === undefined) === (one.hours === undefined),
    "Changed hours have hours, and no other closure has any.",
  );

const agreement = z.strictObject({
  hours: weekFormat,
  from: date.optional(),
  until: date.optional(),
  "at most a week": z.int().min(1).optional(),
  "suspended until": time.optional(),
  "review on": date.optional(),
});

const gate = z.strictObject({
  "buffer before": count.optional(),
  "buffer after": count.optional(),
  "repeated contact": z.union([z.literal("off"), z.strictObject({ messages: count, minutes: count })]).optional(),
  "near session": z
    .union([z.literal("off"), z.strictObject({ hours: count, phrases: z.array(words).optional() })])
    .optional(),
  batch: z.union([z.literal("off"), z.strictObject({ minutes: count })]).optional(),
  "safety phrases": z.union([z.literal("shipped"), z.array(words)]).optional(),
});

const replies = z.strictObject({
  "to clients": yesOrNo.optional(),
  "to unknown senders": yesOrNo.optional(),
  "stale after minutes": count.optional(),
  "most to one sender an hour": count.optional(),
  "most a day": count.optional(),
  "days between replies to an unknown sender": count.optional(),
  "name the next session": yesOrNo.optional(),
  "shortest opening named": count.optional(),
});

const ownWording = z.strictObject({
  for: z.enum(Object.keys(replyReasonsByWords)),
  in: language.optional(),
  as: z.enum(["e-mail", "text message"]).optional(),
  says: words,
});

const earlierReply = z.strictObject({
  to: words,
  answer: z.enum(["availability", "safety", "opt-out confirmation", "opt-in confirmation"]),
  at: time,
  times: z.int().min(1).optional(),
});

/** What holds besides the messages; a file may say it for all its situations, and each situation for itself. */
const context = {
  practice: practice.optional(),
  "message hours": weekFormat.optional(),
  "alternating weeks": z.strictObject({ "week A holds": date, "further weeks": z.array(weekFormat).min(1) }).optional(),
  seasons: z.array(z.strictObject({ dates: datesFormat, hours: weekFormat })).optional(),
  closures: z.array(closure).optional(),
  "public holidays": z
    .array(z.strictObject({ on: date, called: words, hours: z.union([z.literal("as usual"), windowsFormat]) }))
    .optional(),
  travel: z.array(z.strictObject({ zone: words, dates: datesFormat })).optional(),
  "agreed hours": z.record(z.string(), agreement).optional(),
  clients: z.record(z.string(), client).optional(),
  sessions: z.array(session).optional(),
  "do not disturb": z.array(z.strictObject({ from: time, until: time })).optional(),
  blocked: z.array(words).optional(),
  "strangers who opted out": z.array(words).optional(),
  "written by hand": z.array(z.strictObject({ to: words, at: time })).optional(),
  gate: gate.optional(),
  replies: replies.optional(),
  "own wordings": z.array(ownWording).optional(),
  "earlier replies": z.array(earlierReply).optional(),
};
const contextFormat = z.strictObject(context);
export type Context = z.infer<typeof contextFormat>;

const message = {
  at: time,
  from: words,
  "from address": words.optional(),
  by: z.enum(["e-mail", "text message"]).optional(),
  subject: words.optional(),
  says: words.optional(),
  "cannot be read": words.optional(),
  "first seen": time.optional(),
  headers: z.record(z.string(), z.union([words, z.array(words)])).optional(),
  "return path": words.nullable().optional(),
  to: z.array(words).optional(),
  "in the junk folder": yesOrNo.optional(),
  "an answer is expected": yesOrNo.optional(),
  settled: time.optional(),
};
const messageFormat = z.strictObject(message);
export type WrittenMessage = z.infer<typeof messageFormat>;

const expectation = {
  then: thenFormat,
  because: becauseFormat,
  reply: replyFormat.optional(),
  "no reply": noReplyFormat.optional(),
  "reply begins with": words.optional(),
  "reply says": z.array(words).min(1).optional(),
  "reply does not say": z.array(words).min(1).optional(),
  "reply goes to": words.optional(),
  "reply parts": z.int().min(1).optional(),
  surfaces: surfacesFormat.optional(),
  why: words.optional(),
};

/** One situation, with what it says anew of all that its file says. */
export const situationFormat = z
  .strictObject({
    name: words,
    shows: z.array(z.string().regex(/^(?:[CELT]\d{1,2}|promise [1-7])$/)).optional(),
    ...context,
    before: z.array(messageFormat).optional(),
    ...message,
    ...expectation,
  })
  .refine(
    (one) => (one.reply === undefined) !== (one["no reply"] === undefined),
    "Say either which reply is sent (reply) or why none is (no reply).",
  )
  .refine(
    (one) =>
      one.reply !== undefined ||
      [
        one["reply begins with"],
        one["reply says"],
        one["reply does not say"],
        one["reply goes to"],
        one["reply parts"],
      ].every((said) => said === undefined),
    "Where no reply is sent, nothing can be said about it.",
  );
export type Situation = z.infer<typeof situationFormat>;

/** One file of situations (docs/situations.md). Unknown keys are refused: a misspelt one must not pass in silence. */
export const fileFormat = z.strictObject({
  about: words,
  ...context,
  situations: z.array(z.unknown()).min(1, "A file needs at least one situation."),
});
