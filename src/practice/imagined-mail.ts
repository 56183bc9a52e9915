import type { InboundMessage } from "../domain/message/inbound.ts";
import { languageOfPractice } from "../domain/replies/compose.ts";
import { clientById, type StoredClient } from "../store/clients.ts";
import type { Database } from "../store/database.ts";
import { currentPolicy } from "../store/policies.ts";
import type { ImaginedMessage, ImaginedSender } from "./ahead-views.ts";

/** Addresses that reach nobody: a domain and a number that are set aside for examples. */
const nobody = { email: "somebody@example.org", sms: "+12025550123" } as const;

/** The client whose message it would be; null for a sender who is none, and for a client who is not there. */
export function imaginedSender(db: Database, from: ImaginedSender): StoredClient | null {
  switch (from.kind) {
    case "client":
      return clientById(db, from.id);
    case "any-client":
      return {
        id: "any client",
        preferredName: "Sam",
        language: languageOfPractice(currentPolicy(db).policy),
        urgent: false,
        optedOut: false,
        archived: false,
        createdAt: 0,
        zone: null,
        emails: [nobody.email],
        sharedEmails: [],
      };
    case "unknown":
      return null;
    default:
      return from satisfies never;
  }
}

/** What was imagined as the message that would come in, written by a person and addressed to the practice. */
export function imaginedMail(
  { at, channel, text }: ImaginedMessage,
  client: StoredClient | null,
  practiceAddress: string,
): InboundMessage {
  const sender = channel === "email" ? (client?.emails[0] ?? nobody.email) : nobody.sms;
  return {
    channel,
    accountId: "imagined",
    externalId: "imagined",
    sender,
    senderName: client?.preferredName ?? "",
    subject: "",
    text,
    attachments: [],
    receivedAt: at,
    envelope: {
      returnPath: sender,
      recipients: [practiceAddress],
      headers: [],
      messageId: null,
      references: [],
      junk: false,
    },
    unreadable: null,
  };
}
