import { ImapFlow } from "imapflow";
import PostalMime from "postal-mime";
import type { MailServers } from "./mail-servers.ts";
import { mailPassword } from "./mail-servers.ts";
import { sendAsClient } from "./client-mail.ts";

/** A program that answers every mail in a mailbox and keeps none of the rules for such programs (RFC 3834). */
export interface BrokenResponder {
  /** Subjects of the mails it has answered, in order. */
  readonly answered: string[];
  stop(): Promise<void>;
}

/**
 * Answers whatever arrives in a mailbox, to the From address, as if a person had written it: with an envelope sender, without
 * `Auto-Submitted`, without a memory, automatic answers and bounces included. `words` makes the text from the mail's own.
 */
export async function brokenResponder(
  servers: Pick<MailServers, "imapPort" | "smtpPort">,
  address: string,
  words: (text: string) => string,
): Promise<BrokenResponder> {
  const answered: string[] = [];
  const client = new ImapFlow({
    host: "127.0.0.1",
    port: servers.imapPort,
    secure: false,
    doSTARTTLS: false,
    auth: { user: address, pass: mailPassword },
    autoIdleDelay: 0,
    logger: false,
  });
  await client.connect();
  const { uidNext } = await client.mailboxOpen("INBOX");
  let next = uidNext;
  const answerNews = async () => {
    const mails = await client.fetchAll(`${next}:*`, { source: true, uid: true }, { uid: true });
    for (const mail of mails.filter(({ uid }) => uid >= next)) {
      next = mail.uid + 1;
      const { from, subject, messageId, text } = await PostalMime.parse(mail.source ?? "");
      await sendAsClient(servers, {
        envelope: { from: address, to: [from?.address ?? ""] },
        from: address,
        to: from?.address ?? "",
        subject: `Re: ${subject ?? ""}`,
        text: words(text ?? ""),
        ...(messageId === undefined ? {} : { inReplyTo: messageId }),
      });
      answered.push(subject ?? "");
    }
  };
  // One after the other; a failure shows when it is stopped.
  let turn = Promise.resolve();
  client.on("exists", () => {
    turn = turn.then(answerNews);
    turn.catch(() => undefined);
  });
  return {
    answered,
    stop: async () => {
      try {
        await turn;
      } finally {
        await client.logout();
      }
    },
  };
}
