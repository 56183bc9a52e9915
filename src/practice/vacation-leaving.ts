import { isOpenAt } from "../domain/availability/opening.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { takeBackFor } from "../domain/replies/leaving.ts";
import { day, type Instant, type Interval } from "../domain/time/instant.ts";
import { nextDaytime, openingForNotice } from "../domain/vacation/leaving.ts";
import { activeAccounts } from "../store/accounts.ts";
import type { Database } from "../store/database.ts";
import type { DraftedVacation } from "../store/vacations.ts";
import { quietAt } from "./facts.ts";
import { noticeFaults } from "../domain/vacation/notice-words.ts";
import { languages } from "../domain/policy/policy.ts";
import type { VacationProblem } from "./vacation-views.ts";

/** When the notices of a draft leave, and what keeps them from it. */
export interface Leaving {
  /** They may leave at once. */
  readonly now: boolean;
  readonly opening: Instant | null;
  /** By the present choice; null when they cannot. */
  readonly at: Instant | null;
  readonly problems: readonly VacationProblem[];
}

interface Question {
  readonly vacation: DraftedVacation;
  readonly span: Interval | null;
  readonly policy: Policy;
  readonly now: Instant;
}

const longestDelay = 366 * day;

/**
 * Notices leave by day and while messages are read, before the vacation begins. Where the practice does not open before
 * that any more, they may leave by day outside the hours.
 */
export function leavingOf(db: Database, { vacation, span, policy, now }: Question): Leaving {
  const { leaves, texts } = vacation.draft.notices;
  const quiet = quietAt(db, policy, now);
  const limit = span !== null && span.start > now ? span.start : Number.POSITIVE_INFINITY;
  const next = openingForNotice(quiet, now);
  const opening = next !== null && next < limit ? next : null;
  const byDay = (at: Instant) => nextDaytime(quiet.availability, at) === at;
  const mayLeave = (at: Instant) => byDay(at) && (opening === null || isOpenAt(quiet.availability, at));
  const problems: VacationProblem[] = [];
  const problem = (field: string, sentence: string): null => {
    problems.push({ field, sentence });
    return null;
  };
  const choose = (): Instant | null => {
    switch (leaves.kind) {
      case "now":
        return mayLeave(now)
          ? now + takeBackFor
          : problem("leaves", "Nothing leaves outside your message hours, nor at night. Choose another time.");
      case "opening":
        if (opening !== null) return Math.max(opening, now + takeBackFor);
        return problem(
          "leaves",
          next === null
            ? "No message hours by day are in sight. Choose a time."
            : "Your practice does not open again before the vacation. Choose a time.",
        );
      case "at":
        if (leaves.at <= now) return problem("leaves", "Choose a time that is still to come.");
        if (leaves.at > now + longestDelay) return problem("leaves", "Choose a time within a year.");
        if (leaves.at >= limit) return problem("leaves", "Choose a time before the vacation begins.");
        if (!byDay(leaves.at))
          return problem("leaves", "Nothing leaves at night. Choose a time between 8:00 and 21:00.");
        return mayLeave(leaves.at)
          ? Math.max(leaves.at, now + takeBackFor)
          : problem("leaves", "Choose a time within your message hours.");
      default:
        return leaves satisfies never;
    }
  };
  const at = choose();
  if (activeAccounts(db).length === 0)
    problem("notices", "No mailbox is connected, so no notice can be sent. Connect one under Settings.");
  for (const language of languages)
    for (const sentence of noticeFaults(texts[language] ?? "shipped")) problem(`texts.${language}`, sentence);
  return { now: mayLeave(now), opening, at, problems };
}
