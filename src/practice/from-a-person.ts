import type { Envelope } from "../domain/message/inbound.ts";
import { automaticMail } from "../domain/replies/automatic-mail.ts";
import type { Suppression } from "../domain/replies/reply.ts";
import type { JudgedMessage } from "../store/messages.ts";

/** Why a mail is not answered automatically although a person may well have written it. */
const fromPeopleToo: readonly Suppression[] = ["not-addressed-to-practice", "own-address", "asked-not-to-be-answered"];

/**
 * Did a person write this, as far as can be told? Only then is it worth a notification or a question. What clients send
 * and what surfaced for safety always counts.
 */
export function isFromAPerson({ message, current }: JudgedMessage): boolean {
  if (message.clientId !== null || current.verdict.rule === "safety") return true;
  return wasWrittenByAPerson(message.envelope, message.sender, false);
}

/** Was a mail written by a person, as far as its headers tell? A client's may have been taken for junk. */
export function wasWrittenByAPerson(envelope: Envelope, sender: string, fromClient: boolean): boolean {
  const automatic = automaticMail(envelope, sender, envelope.recipients);
  return automatic === null || fromPeopleToo.includes(automatic) || (fromClient && automatic === "junk");
}
