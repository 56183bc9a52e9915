import { automaticMail } from "./automatic-mail.ts";
import type { Suppression } from "./reply.ts";
import type { ReplyFacts } from "./reply-facts.ts";

/** A phone number of a person (E.164). Short codes and senders that are names take no answer (FIELD 4b). */
const phoneNumber = /^\+[1-9]\d{6,14}$/;

/** The same words more often than this in an hour come from a program (FIELD 4b). */
const mostAlike = 3;

/** Why a message gets no automatic reply of any kind, whatever it says; null when it may. Each channel has its rules. */
export function neverAnswered(facts: ReplyFacts): Suppression | null {
  switch (facts.channel) {
    case "email":
      return mailNeverAnswered(facts);
    case "sms":
      if (!phoneNumber.test(facts.sender)) return "machine-sender";
      return facts.alikeInHour > mostAlike ? "loop" : null;
    default:
      return facts.channel satisfies never;
  }
}

/** Where a reply goes: the Return-Path of a mail and nowhere else (RFC 3834 4), or the number of a text message. */
export function addressOfReply({ channel, envelope, sender }: ReplyFacts): string {
  if (channel === "sms") return sender;
  const address = envelope?.returnPath ?? null;
  if (address === null) throw new Error("A mail without Return-Path is never answered.");
  return address;
}

function mailNeverAnswered({ envelope, sender, ownAddresses, client }: ReplyFacts): Suppression | null {
  if (envelope === null) return "null-sender";
  const automatic = automaticMail(envelope, sender, ownAddresses);
  if (automatic !== null) return automatic;
  // At an address that is neither the sender's nor the same client's, a reply could tell a stranger that somebody is in care.
  const known = [sender, ...(client?.addresses ?? [])].some((address) => address === envelope.returnPath);
  return known ? null : "return-path-differs";
}
