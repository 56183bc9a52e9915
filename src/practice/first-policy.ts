import { type Policy, policySchema } from "../domain/policy/policy.ts";
import type { Instant } from "../domain/time/instant.ts";
import type { FirstRun } from "./door.ts";
import { withHolidays } from "./holidays.ts";
import { defaultLogisticsPhrases, defaultSafetyPhrases } from "./words.ts";

/** Version 1 of the policy: the answers of the first run, the region's holidays, and calm defaults for the rest. */
export function firstPolicy({ practice, messageHours }: FirstRun, now: Instant): Policy {
  const policy = policySchema.parse({
    practice,
    messageHours,
    closures: [],
    gate: {
      safetyPhrases: defaultSafetyPhrases,
      nearSession: { on: false, hours: 2, phrases: defaultLogisticsPhrases },
      bufferBefore: 0,
      bufferAfter: 5,
    },
    replies: {
      toClients: true,
      toUnknownSenders: false,
      staleAfter: 60,
      mostPerSenderPerHour: 3,
      mostPerDay: 200,
      unknownSenderDays: 7,
    },
  });
  return withHolidays(policy, now);
}
