import { z } from "zod";
import type { ClauseId } from "./letter.ts";

const line = z.string().min(1);

/** Times of day and days of the week in words. Braces name what is filled in. */
const timesSchema = z
  .object({
    /** {first}, {last} */
    dayRange: line,
    everyDay: line,
    /** {days}, {windows} */
    line,
    /** {days} */
    closedLine: line,
    /** {start}, {end} */
    window: line,
    windowPastMidnight: line,
    allDay: line,
    /** Where the clock has twelve hours, these two say which twelve is meant. */
    noon: line,
    midnight: line,
  })
  .readonly();
export type TimesWords = z.infer<typeof timesSchema>;

const clause = <Shape extends z.core.$ZodLooseShape>(shape: Shape) => z.object({ heading: line, ...shape }).readonly();

const clausesSchema = z
  .object({
    reach: clause({ purpose: line, addresses: line, noAddress: line }),
    emergency: clause({ noService: line, numbers: z.literal("{emergency}") }),
    hours: clause({
      week: line,
      alternating: line,
      firstWeek: line,
      secondWeek: line,
      laterWeek: line,
      season: line,
      none: line,
    }),
    away: clause({
      closedHolidays: line,
      shortenedHolidays: line,
      shortenedHoliday: line,
      noHolidays: line,
      vacation: line,
      told: line,
    }),
    answer: clause({
      outside: line,
      batch: line,
      every: z.object({ 15: line, 30: line, 60: line, 120: line }).readonly(),
      noPromise: line,
    }),
    waiting: clause({ kept: line, reply: line, noReply: line, safety: line }),
    sooner: clause({ atOnce: line, words: line, several: line, session: line, noMonitoring: line }),
    agreements: clause({ may: line }),
    privacy: clause({ notEncrypted: line, practical: line }),
    optingOut: clause({ stop: line, start: line }),
    technology: clause({ failure: line }),
    timeZone: clause({ zone: line }),
    records: clause({ kept: line, law: line }),
    changes: clause({ edition: line }),
  } satisfies Record<ClauseId, z.ZodType>)
  .readonly();

/** The words of the communication policy in one language, from `resources/communication-policy`. */
export const letterWordsSchema = z
  .object({
    title: line,
    /** {practice} */
    subtitle: line,
    /** {number}, {date} */
    edition: line,
    draft: line,
    /** {number} */
    changed: line,
    new: line,
    signature: z.object({ sentence: line, name: line, date: line, signature: line }).readonly(),
    times: timesSchema,
    clauses: clausesSchema,
  })
  .readonly();
export type LetterWords = z.infer<typeof letterWordsSchema>;
