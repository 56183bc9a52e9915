import { wasWrittenByAPerson } from "../domain/replies/written-by-a-person.ts";
import type { JudgedMessage } from "../store/messages.ts";

/**
 * Did a person write this, as far as can be told? Only then is it worth a notification or a question. What clients send
 * and what surfaced for safety always counts.
 */
export function isFromAPerson({ message, current }: JudgedMessage): boolean {
  if (message.clientId !== null || current.verdict.rule === "safety") return true;
  return wasWrittenByAPerson(message.envelope, message.sender, false);
}
