import { availabilityOf } from "../domain/availability/open-spans.ts";
import { startOfWeek } from "../domain/gate/agreed-hours.ts";
import { firstFreeInstant } from "../domain/gate/quiet.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { day, hour, type Instant } from "../domain/time/instant.ts";
import { boundaryOfDay, dayAt } from "../domain/time/practice-zone.ts";
import type { Database } from "../store/database.ts";
import { judgedMessage, updateMessage } from "../store/messages.ts";
import { currentPolicy } from "../store/policies.ts";
import type { SnoozeChoice } from "./by-hand-views.ts";
import type { PracticeContext } from "./context.ts";
import { quietAt } from "./facts.ts";
import { done, refused } from "./outcome.ts";
import type { SnoozeService } from "./message-services.ts";
import type { Wake } from "./wake.ts";

const longest = 366 * day;
const later = 3 * hour;

/** Putting off surfaced messages. What is held waits anyway, and what surfaced for safety is read first (FIELD C2). */
export function snoozeService(context: PracticeContext, wake: Wake): SnoozeService {
  const { db, clock } = context;
  return {
    choices: () => choicesAt(db, currentPolicy(db).policy, clock.now()),

    until(messageId, until) {
      const judged = judgedMessage(db, messageId);
      if (judged === null) return refused("This message is not there.");
      const { message, current } = judged;
      const now = clock.now();
      if (current.verdict.kind === "hold") return refused("A held message waits already. Surface it first.");
      if (message.archivedAt !== null) return refused("This message is archived. Move it to the inbox first.");
      if (current.verdict.rule === "safety" && message.readAt === null)
        return refused("This message surfaced for safety. Please read it before you put it off.");
      if (until <= now) return refused("Choose a time that is still to come.", "until");
      if (until > now + longest) return refused("Choose a time within a year.", "until");
      updateMessage(db, messageId, { snoozedUntil: until });
      context.changed("messages", "light");
      void wake.now();
      return done(null);
    },

    end(messageId) {
      if (judgedMessage(db, messageId) === null) return refused("This message is not there.");
      updateMessage(db, messageId, { snoozedUntil: null });
      context.changed("messages", "light");
      return done(null);
    },
  };
}

/** Times at which the practice is open and nobody is to be left undisturbed, so that coming back interrupts nothing. */
function choicesAt(db: Database, policy: Policy, now: Instant): SnoozeChoice[] {
  const zones = availabilityOf(policy);
  const tomorrow = boundaryOfDay(zones, dayAt(zones, now) + 1, 0);
  const freeFrom = (from: Instant) => firstFreeInstant(quietAt(db, policy, from), from);
  const laterToday = freeFrom(now + later);
  const choices = [
    { kind: "later-today" as const, at: laterToday !== null && laterToday < tomorrow ? laterToday : null },
    { kind: "opening" as const, at: freeFrom(tomorrow) },
    { kind: "next-week" as const, at: freeFrom(startOfWeek(now, zones, 1)) },
  ];
  const known = new Set<Instant>();
  return choices.flatMap(({ kind, at }) => {
    if (at === null || known.has(at)) return [];
    known.add(at);
    return [{ kind, at }];
  });
}
