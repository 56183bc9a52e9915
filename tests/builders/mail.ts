import type { InboundMessage } from "../../src/domain/message/inbound.ts";

let count = 0;

/** A plain mail from a client to the therapist; what a test does not say is ordinary. */
export function mail(
  said: Partial<InboundMessage> & {
    readonly headers?: Readonly<Record<string, string>>;
    readonly returnPath?: string | null;
  } = {},
): InboundMessage {
  count += 1;
  const { headers = {}, returnPath, ...rest } = said;
  const sender = rest.sender ?? "maya@example.org";
  const messageId = `<mail-${count}@example.org>`;
  return {
    channel: "email",
    accountId: "account",
    externalId: messageId,
    sender,
    senderName: "Maya Ortiz",
    subject: "Next week",
    text: "Could we move next week's session?",
    attachments: [],
    receivedAt: 0,
    unreadable: null,
    ...rest,
    envelope: rest.envelope ?? {
      returnPath: returnPath === undefined ? sender : returnPath,
      recipients: ["therapist@example.org"],
      headers: Object.entries(headers).map(([name, value]) => ({ name: name.toLowerCase(), value })),
      messageId,
      references: [],
      junk: false,
    },
  };
}
