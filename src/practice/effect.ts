import { availabilityOf } from "../domain/availability/open-spans.ts";
import type { SayInstant } from "../domain/gate/explain.ts";
import { sayInstant } from "../domain/time/say.ts";
import type { Database } from "../store/database.ts";
import { currentPolicy } from "../store/policies.ts";
import type { PracticeContext } from "./context.ts";
import type { Redecision } from "./decide-again.ts";

/** What a change did to the messages that wait, said by the policy it left; asked within the transaction of the change. */
export function effectOf({ clock }: PracticeContext, db: Database, redecision: Redecision): string | null {
  const { policy } = currentPolicy(db);
  const availability = availabilityOf(policy);
  return sayEffect(redecision, (at) => sayInstant(at, clock.now(), availability, policy.practice.locale));
}

/** One sentence: "4 held messages now surface at 8:00". Null when nothing waits differently. */
export function sayEffect({ surfaced, moved, leaving }: Redecision, say: SayInstant): string | null {
  const parts: string[] = [];
  if (surfaced > 0) parts.push(`${waiting(surfaced)} surfaced now`);
  if (moved.length > 0) {
    const first = Math.min(...moved);
    const later = moved.some((until) => until !== first) ? " or later" : "";
    const verb = moved.length === 1 ? "surfaces" : "surface";
    parts.push(`${waiting(moved.length)} now ${verb} at ${say(first)}${later}`);
  }
  parts.push(...sayLeaving(leaving, say));
  return parts.length === 0 ? null : `${parts.join("; ")}.`;
}

/** "1 reply you wrote now leaves at Mon 11:00" */
function sayLeaving(leaving: Redecision["leaving"], say: SayInstant): readonly string[] {
  const which = leaving.length === 1 ? "1 reply you wrote" : `${leaving.length} replies you wrote`;
  const verb = (one: string, many: string) => (leaving.length === 1 ? one : many);
  const instants = leaving.filter((at) => at !== null);
  if (leaving.length === 0) return [];
  if (instants.length === 0) return [`${which} ${verb("waits", "wait")} until an opening is in sight`];
  return [`${which} now ${verb("leaves", "leave")} at ${say(Math.min(...instants))}`];
}

const waiting = (n: number): string => (n === 1 ? "1 held message" : `${n} held messages`);
