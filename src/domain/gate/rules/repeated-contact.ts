import type { Policy } from "../../policy/policy.ts";
import { minute } from "../../time/instant.ts";
import type { GateFacts } from "../facts.ts";
import { surface, type Verdict } from "../verdict.ts";

/**
 * Rule 3: one client wrote so many distinct messages within so many minutes, this one among them. All of them surface, so
 * that the therapist reads the whole.
 */
export function repeatedContact(facts: GateFacts, policy: Policy): Verdict | null {
  const { on, messages, minutes } = policy.gate.repeatedContact;
  if (!on || facts.clientId === null || facts.receivedAt === null) return null;
  const contacts = facts.contacts.toSorted((a, b) => a - b);
  for (const [index, first] of contacts.entries()) {
    const last = first + minutes * minute;
    const burst = contacts.slice(index).filter((contact) => contact <= last);
    if (burst.length >= messages && first <= facts.receivedAt && facts.receivedAt <= last)
      return surface("repeated-contact", `contacts:${burst.length}:${minutes}`);
  }
  return null;
}
