import { z } from "zod";
import { dateSchema } from "../policy/hours.ts";
import { wallTimeSchema } from "../scheduling/series.ts";
import type { Arranged, Dates } from "./sessions.ts";

const id = z.string().min(1).max(64);
const instant = z.int();

/** What the therapist decides about one session in the way; what is moved, to a wall time of the practice. */
export const decisionSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("cancel") }),
  z.object({ kind: z.literal("keep") }),
  z.object({ kind: z.literal("move"), start: wallTimeSchema }),
]);
export type Decision = z.infer<typeof decisionSchema>;

const occurrence = z.object({ seriesId: id, recurrenceId: wallTimeSchema });

/** When notices leave: at once, when the practice opens next - which may move - or at an instant. */
const leavesSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("now") }),
  z.object({ kind: z.literal("opening") }),
  z.object({ kind: z.literal("at"), at: instant.min(0).max(Date.UTC(2200, 0, 1)) }),
]);

const ownText = z.string().max(6000).nullable();

/** A vacation while it is being planned or changed, as it stands on the screen: nothing of it need be right yet. */
export const vacationDraftSchema = z.object({
  /** Planned anew, changed, or over: then only clients are told of that. */
  stage: z.enum(["new", "change", "tell"]),
  firstDate: z.string().max(10),
  lastDate: z.string().max(10),
  /** For the therapist alone. */
  label: z.string().max(80),
  coverName: z.string().max(80),
  coverPhone: z.string().max(40),
  /** Why nobody covers (FIELD L11). */
  withoutCover: z.string().max(300),
  decisions: z.array(occurrence.extend({ decision: decisionSchema })).max(5000),
  /** Names of sessions that were arranged, are not in the way any more, and shall not come back. */
  notBack: z.array(z.string().max(200)).max(5000),
  notices: z.object({
    /** Where the choice differs from what is suggested, by the client's id. */
    chosen: z.record(z.string().max(64), z.boolean()),
    texts: z.object({ en: ownText, es: ownText }),
    leaves: leavesSchema,
  }),
});
export type VacationDraft = z.infer<typeof vacationDraftSchema>;

const override = z
  .discriminatedUnion("kind", [
    z.object({ recurrenceId: wallTimeSchema, kind: z.literal("cancelled") }),
    z.object({
      recurrenceId: wallTimeSchema,
      kind: z.literal("moved"),
      start: wallTimeSchema,
      durationMinutes: z.number(),
    }),
  ])
  .nullable();
const standing = z.object({ recurrenceId: wallTimeSchema, override });
const interval = z.object({ start: instant, end: instant });

const arrangedSchema = z.object({
  seriesId: id,
  clientId: id.nullable(),
  title: z.string(),
  start: instant,
  end: instant,
  movedTo: interval.nullable(),
  before: standing,
  after: standing,
}) satisfies z.ZodType<Arranged>;

/** A vacation that was planned: what was arranged for it, so that it can be changed and taken back. */
export const vacationPlanSchema = z.object({
  firstDate: dateSchema,
  lastDate: dateSchema,
  label: z.string(),
  cover: z.object({ name: z.string(), phone: z.string() }).nullable(),
  withoutCover: z.string().nullable(),
  /** Counts from 1. A client gets at most one notice of each. */
  revision: z.int().min(1),
  /** The revision in which dates or cover were last changed: who was told before it, was told otherwise. */
  saysSince: z.int().min(1),
  arranged: z.array(arrangedSchema).readonly(),
  /** Those that take place although the practice is away. */
  kept: z.array(occurrence.extend({ clientId: id.nullable(), start: instant })),
  /** Those that were arranged and stand in the calendar again. */
  back: z.array(z.object({ clientId: id.nullable(), start: instant })),
  /** Taken back, or ended by an early return. */
  ended: z.enum(["withdrawn", "returned"]).nullable(),
});
export type VacationPlan = z.infer<typeof vacationPlanSchema>;

/** What is stored of a vacation besides its closure. */
export const arrangementsSchema = z.object({
  draft: vacationDraftSchema.nullable(),
  plan: vacationPlanSchema.nullable(),
});
export type Arrangements = z.infer<typeof arrangementsSchema>;

/** A vacation of which nothing is known but what can be suggested. */
export function emptyDraft({ firstDate, lastDate }: Dates): VacationDraft {
  return {
    stage: "new",
    firstDate,
    lastDate,
    label: "",
    coverName: "",
    coverPhone: "",
    withoutCover: "",
    decisions: [],
    notBack: [],
    notices: { chosen: {}, texts: { en: null, es: null }, leaves: { kind: "opening" } },
  };
}

/** A planned vacation as it stands, to be changed, or for its clients to be told that it is over. */
export function draftOf(plan: VacationPlan): VacationDraft {
  return {
    ...emptyDraft(plan),
    stage: plan.ended === null ? "change" : "tell",
    label: plan.label,
    coverName: plan.cover?.name ?? "",
    coverPhone: plan.cover?.phone ?? "",
    withoutCover: plan.withoutCover ?? "",
    decisions: plan.kept.map(({ seriesId, recurrenceId }) => ({
      seriesId,
      recurrenceId,
      decision: { kind: "keep" as const },
    })),
  };
}

/** The name of one occurrence. */
export const nameOf = (one: { readonly seriesId: string; readonly recurrenceId: string }): string =>
  `${one.seriesId} ${one.recurrenceId}`;

/** The name of one arranged occurrence, as long as nobody changes it again. */
export const nameOfArranged = ({ seriesId, after }: Arranged): string => nameOf({ seriesId, ...after });
