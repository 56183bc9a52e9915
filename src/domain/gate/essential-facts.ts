import { day, type Instant, type Interval, minute } from "../time/instant.ts";
import type { GateFacts } from "./facts.ts";
import type { Verdict } from "./verdict.ts";

/** No buffer around a session is longer. */
const longestBuffer = 60 * minute;
/** A client's own session may matter so long before it begins. */
const longestNearness = day;

/**
 * Of the facts, those that the verdict rests on: sessions that were over by then, or begin only after the release, changed
 * nothing. Kept with the verdict instead of all that was gathered, they replay to the same result (promise 6).
 */
export function essentialFacts(facts: GateFacts, verdict: Verdict): GateFacts {
  const until = verdict.kind === "hold" ? verdict.until : facts.now;
  const meeting = (sessions: readonly Interval[], before: Instant, after: Instant) => {
    const kept = sessions.filter(({ start, end }) => end + before >= facts.now && start - after <= until);
    return kept.length === sessions.length ? sessions : kept;
  };
  return {
    ...facts,
    sessions: meeting(facts.sessions, longestBuffer, longestBuffer),
    ownSessions: meeting(facts.ownSessions, 0, longestNearness),
  };
}
