import { closureInForce } from "../domain/availability/closure-in-force.ts";
import { availabilityOf } from "../domain/availability/open-spans.ts";
import { decide } from "../domain/gate/gate.ts";
import { factsOfMoment, momentAt } from "../domain/gate/moment.ts";
import { quietOf } from "../domain/gate/quiet.ts";
import { type Language, languages } from "../domain/policy/policy.ts";
import { compose, languageOfPractice } from "../domain/replies/compose.ts";
import { readAgainFrom } from "../domain/replies/read-again.ts";
import { replyReason } from "../domain/replies/reply-reason.ts";
import { bookedIn } from "../domain/scheduling/booked.ts";
import type { Reckoning } from "./vacation-plan.ts";
import type { VacationDraftView } from "./vacation-views.ts";
import { replyWords } from "./words.ts";

/** What is answered to a message in the middle of a vacation, by the very functions that answer real ones. */
export function repliesDuring(
  reckoning: Reckoning,
  languagesOfClients: ReadonlySet<Language>,
): VacationDraftView["replies"] {
  const { span, policy, calendar, now } = reckoning;
  if (span === null || calendar === null) return null;
  const begins = Math.max(span.start, now);
  const at = begins + Math.floor((span.end - begins) / 2);
  // No session held during it hides what the vacation itself says.
  const moment = momentAt(policy, (range) => bookedIn(calendar.all, range), null, at);
  const facts = { ...factsOfMoment(moment), sessions: [] };
  const verdict = decide({ subject: "", text: "", unreadable: null }, facts, policy);
  if (verdict.kind === "surface") return null;
  const closure = closureInForce(availabilityOf(policy), at);
  const composition = (language: Language, sender: "client" | "unknown") => ({
    reason: replyReason("availability", verdict, sender, closure),
    form: "mail" as const,
    language,
    now: at,
    readFrom: readAgainFrom(quietOf(policy, facts), at, verdict.until, policy.replies.shortestWindow),
    firstName: sender === "client" ? "Sam" : null,
    nextSession: null,
    cover: closure?.cover ?? null,
    clientZone: null,
    policy,
    words: replyWords[language],
  });
  const { toClients, toUnknownSenders } = policy.replies;
  const told = languages.filter((language) => languagesOfClients.has(language));
  const own = languageOfPractice(policy);
  return {
    at,
    clients: toClients
      ? (told.length === 0 ? [own] : told).map((language) => ({
          language,
          ...compose(composition(language, "client")),
        }))
      : [],
    unknown: toUnknownSenders ? { language: own, ...compose(composition(own, "unknown")) } : null,
  };
}
