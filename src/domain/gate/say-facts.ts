import { contains, type Instant, type Interval } from "../time/instant.ts";
import { agreementWith } from "./agreed-hours.ts";
import type { Policy } from "../policy/policy.ts";
import type { SayInstant } from "./explain.ts";
import type { GateFacts } from "./facts.ts";
import { quietOf } from "./quiet.ts";

/** One thing that a verdict rested on, by name and in words. */
export interface FactInWords {
  readonly name: string;
  readonly words: string;
}

/** What the gate was told besides message, hours and closures, as far as there was anything to tell. */
export function sayFacts(facts: GateFacts, policy: Policy, say: SayInstant): FactInWords[] {
  const { now, receivedAt, urgentClient, blocked, contacts, ownWords } = facts;
  const { sessions, doNotDisturb } = quietOf(policy, facts);
  const found: FactInWords[] = [];
  const add = (name: string, words: string) => found.push({ name, words });
  if (receivedAt !== null && now - receivedAt >= lateAfter)
    add("Seen late", `It arrived ${say(receivedAt)} and was decided about as of ${say(now)}.`);
  if (urgentClient) add("Client", "You marked this client as urgent.");
  if (blocked) add("Sender", "You blocked this address.");
  const running = sessions.find((session) => contains(session, now));
  if (running !== undefined) add("Session", `${span(running, say)}, with the minutes around it.`);
  const own = facts.ownSessions.find(({ end }) => end > now);
  if (own !== undefined) add("Session of this client", `${span(own, say)}.`);
  if (doNotDisturb !== null && contains(doNotDisturb, now)) add("Do not disturb", `${span(doNotDisturb, say)}.`);
  const others = burstAround(contacts, receivedAt ?? now, policy);
  if (others.length > 1) add("Messages close together", `${others.length}: ${others.map(say).join(", ")}.`);
  const agreed = agreedWords(facts, policy);
  if (agreed !== null) add("Agreed hours", agreed);
  if (ownWords.length > 0) add("Quoted", "It quotes your automatic replies. Those words are not read as the client's.");
  return found;
}

/** Every mail is seen some seconds after it arrived. */
const lateAfter = 5 * 60_000;

const span = ({ start, end }: Interval, say: SayInstant): string => `${say(start)} until ${say(end)}`;

function burstAround(contacts: readonly Instant[], at: Instant, { gate }: Policy): Instant[] {
  const reach = gate.repeatedContact.minutes * 60_000;
  return gate.repeatedContact.on
    ? contacts.filter((contact) => Math.abs(contact - at) <= reach).toSorted((a, b) => a - b)
    : [];
}

function agreedWords({ clientId, clientHoursUsed }: GateFacts, policy: Policy): string | null {
  const agreement = agreementWith(policy, clientId);
  if (agreement === null) return null;
  const { reason, weeklyLimit } = agreement;
  return weeklyLimit === null ? `${reason}.` : `${reason}. ${clientHoursUsed} of ${weeklyLimit} used that week.`;
}
