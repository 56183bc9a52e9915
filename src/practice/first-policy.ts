import type { Policy } from "../domain/policy/policy.ts";
import type { Instant } from "../domain/time/instant.ts";
import type { FirstRun } from "./door.ts";
import { withHolidays } from "./holidays.ts";
import { defaultSafetyPhrases } from "./words.ts";

/** Version 1 of the policy: the answers of the first run, the region's holidays, and calm defaults for the rest. */
export function firstPolicy({ practice, messageHours }: FirstRun, now: Instant): Policy {
  const policy: Policy = {
    practice,
    messageHours,
    alternation: null,
    seasons: [],
    holidays: { area: null, knownThrough: 0, days: [] },
    closures: [],
    gate: { safetyPhrases: defaultSafetyPhrases, bufferBefore: 0, bufferAfter: 5 },
    replies: {
      toClients: true,
      toUnknownSenders: false,
      staleAfter: 60,
      mostPerSenderPerHour: 3,
      mostPerDay: 200,
      unknownSenderDays: 7,
    },
  };
  return withHolidays(policy, now);
}
