import type { Envelope } from "../message/inbound.ts";
import { automaticMail } from "./automatic-mail.ts";
import type { Suppression } from "./reply.ts";

/** Why a mail is not answered automatically although a person may well have written it. */
const fromPeopleToo: readonly Suppression[] = ["not-addressed-to-practice", "own-address", "asked-not-to-be-answered"];

/** Was a mail written by a person, as far as its headers tell? A client's may have been taken for junk. */
export function wasWrittenByAPerson(envelope: Envelope, sender: string, fromClient: boolean): boolean {
  const automatic = automaticMail(envelope, sender, envelope.recipients);
  return automatic === null || fromPeopleToo.includes(automatic) || (fromClient && automatic === "junk");
}
