import { useHoursWords } from "../availability/hoursWords.ts";
import type { AgreedHours } from "../data/api.ts";
import { usePracticeTime } from "../time/practiceTime.tsx";

interface AgreedWords {
  readonly hours: (agreed: AgreedHours) => string;
  readonly dates: (agreed: AgreedHours) => string;
  readonly standing: (agreed: AgreedHours) => string;
  readonly used: (agreed: AgreedHours) => string;
  readonly review: (agreed: AgreedHours) => string;
}

/** Hours agreed with a client, in words. */
export function useAgreedWords(): AgreedWords {
  const { date, momentWithin } = usePracticeTime();
  const hours = useHoursWords();
  return {
    hours: (agreed) => hours(agreed.hours),
    dates: ({ firstDate, lastDate }) =>
      lastDate === null ? `Since ${date(firstDate)}, without an end` : `${date(firstDate)} to ${date(lastDate)}`,
    standing(agreed) {
      switch (agreed.standing) {
        case "not-begun":
          return "Not begun yet";
        case "in-force":
          return "In force";
        case "suspended":
          return `Suspended until ${agreed.suspendedUntil === null ? "later" : momentWithin(agreed.suspendedUntil)}`;
        case "ended":
          return "Ended";
        default:
          return agreed.standing satisfies never;
      }
    },
    used: ({ usedThisWeek, weeklyLimit }) =>
      weeklyLimit === null ? `${usedThisWeek} used this week` : `${usedThisWeek} of ${weeklyLimit} used this week`,
    review: ({ reviewDate, reviewIsDue }) =>
      reviewDate === null ? "No date" : reviewIsDue ? `Due since ${date(reviewDate)}` : date(reviewDate),
  };
}
