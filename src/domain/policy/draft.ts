import { z } from "zod";
import { gateChangeSchema, withGateChange } from "./gate-rules.ts";
import { alternationSchema, weeklyHoursSchema } from "./hours.ts";
import { type Policy, policySchema } from "./policy.ts";

/**
 * A policy that is being thought about: the settings of an earlier version, or of the one in force where that is null, and
 * what is altered in them.
 */
export const policyDraftSchema = z
  .object({
    from: z.int().min(1).nullable(),
    weeks: z
      .object({ messageHours: weeklyHoursSchema, alternation: alternationSchema.nullable() })
      .readonly()
      .nullable(),
    gate: gateChangeSchema,
    replies: policySchema.unwrap().shape.replies.nullable(),
  })
  .readonly();
export type PolicyDraft = z.infer<typeof policyDraftSchema>;

/**
 * What a draft makes of the policy in force. Of `earlier`, only what is a setting is taken over: days off, seasons,
 * holidays, trips and what was agreed with clients have dates, and stay.
 */
export function draftedPolicy(inForce: Policy, earlier: Policy | null, draft: PolicyDraft): Policy {
  const { messageHours, alternation, gate, replies, templates } = earlier ?? inForce;
  return {
    ...inForce,
    messageHours,
    alternation,
    ...draft.weeks,
    gate: withGateChange(gate, draft.gate),
    replies: draft.replies ?? replies,
    templates,
  };
}
