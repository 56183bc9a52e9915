import type { ChannelKind, Envelope } from "../message/inbound.ts";
import type { Policy } from "../policy/policy.ts";
import { automaticMail } from "../replies/automatic-mail.ts";
import type { Suppression } from "../replies/reply.ts";
import { type Instant, type Interval, minute } from "../time/instant.ts";

/** A message as far as it may be a contact. */
export interface Contact {
  readonly channel: ChannelKind;
  readonly sender: string;
  readonly subject: string;
  readonly text: string;
  /** Null for a text message. */
  readonly envelope: Envelope | null;
  readonly receivedAt: Instant;
}

/** The stretch around `receivedAt` in which messages may be one burst with it; null where bursts do not matter. */
export function reachOfContacts(policy: Policy, receivedAt: Instant): Interval | null {
  const { on, minutes } = policy.gate.repeatedContact;
  return on ? { start: receivedAt - minutes * minute, end: receivedAt + minutes * minute + 1 } : null;
}

/**
 * When distinct messages of one client came in. The same words twice are a gateway's repetition, and what a program sent was
 * no contact (FIELD 0.10).
 */
export function distinctContacts(messages: readonly Contact[]): Instant[] {
  const distinct = new Map<string, Instant>();
  for (const message of messages.toSorted((a, b) => a.receivedAt - b.receivedAt)) {
    if (wasSentAutomatically(message)) continue;
    const words = JSON.stringify([message.subject, message.text]);
    if (!distinct.has(words)) distinct.set(words, message.receivedAt);
  }
  return [...distinct.values()];
}

const ofPrograms: readonly Suppression[] = [
  "automatic-mail",
  "null-sender",
  "bulk-mail",
  "machine-sender",
  "delivery-report",
];

function wasSentAutomatically({ channel, envelope, sender }: Contact): boolean {
  if (channel !== "email" || envelope === null) return false;
  const why = automaticMail(envelope, sender, envelope.recipients);
  return ofPrograms.some((program) => program === why);
}
