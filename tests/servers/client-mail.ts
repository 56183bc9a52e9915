import { ImapFlow } from "imapflow";
import { createTransport } from "nodemailer";
import type { MailMessageData } from "nodemailer/lib/mailer";
import type { MailServers } from "./mail-servers.ts";
import { clientAddress, mailPassword, therapistAddress } from "./mail-servers.ts";

/**
 * Sends a mail as a client's mail program would, over real SMTP. Whatever is not given is that of a plain mail from the
 * client to the therapist; `raw` sends exact bytes. Resolves when Exim has taken it, with its Message-ID.
 */
export async function sendAsClient(
  servers: Pick<MailServers, "smtpPort">,
  mail: MailMessageData = {},
): Promise<string> {
  const transport = createTransport({ host: "127.0.0.1", port: servers.smtpPort, secure: false, ignoreTLS: true });
  const envelope = { from: clientAddress, to: [therapistAddress] };
  const letter =
    mail.raw === undefined ? { from: clientAddress, to: therapistAddress, subject: "Hello", text: "Hello" } : {};
  const { messageId } = await transport.sendMail({ envelope, ...letter, ...mail });
  return messageId;
}

/** Every mail in a real mailbox, raw and in order of arrival, by default in the client's inbox. */
export async function readMailbox(
  servers: Pick<MailServers, "imapPort">,
  address: string = clientAddress,
  mailbox = "INBOX",
): Promise<string[]> {
  const client = new ImapFlow({
    host: "127.0.0.1",
    port: servers.imapPort,
    secure: false,
    doSTARTTLS: false,
    auth: { user: address, pass: mailPassword },
    logger: false,
  });
  await client.connect();
  try {
    const { exists } = await client.mailboxOpen(mailbox, { readOnly: true });
    if (exists === 0) return [];
    const mails = await client.fetchAll("1:*", { source: true });
    return mails.toSorted((a, b) => a.uid - b.uid).map((mail) => mail.source?.toString("utf8") ?? "");
  } finally {
    await client.logout();
  }
}

/** One header of a raw mail, unfolded; null when it is missing. */
export function headerOf(raw: string, name: string): string | null {
  const head = raw.slice(0, raw.search(/\r?\n\r?\n/)).replaceAll(/\r?\n[ \t]+/g, " ");
  const line = head.split(/\r?\n/).find((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return line?.slice(name.length + 1).trim() ?? null;
}
