import type { Policy } from "../domain/policy/policy.ts";
import type { FirstRun } from "./door.ts";
import { defaultSafetyPhrases } from "./words.ts";

/** Version 1 of the policy: the answers of the first run and calm defaults for the rest. */
export function firstPolicy({ practice, messageHours }: FirstRun): Policy {
  return {
    practice,
    messageHours,
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
}
