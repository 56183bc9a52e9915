import { ImapFlow } from "imapflow";
import { type Filed, type Letter, letterSource } from "../../builders/letter.ts";
import { mailPassword, type MailServers, sendAsClient, therapistAddress } from "../../servers/index.ts";

/** Sends a letter through real SMTP, envelope and bytes exactly as given. */
export async function post(servers: MailServers, letter: Letter): Promise<void> {
  const { returnPath = letter.from, arrivesAt = therapistAddress } = letter;
  await sendAsClient(servers, { raw: letterSource(letter), envelope: { from: returnPath, to: [arrivesAt] } });
}

/** Puts a letter into the therapist's real mailbox as a mail program or a provider's filter does: with no delivery. */
export async function file(servers: MailServers, letter: Letter, filed: Filed): Promise<void> {
  const client = new ImapFlow({
    host: "127.0.0.1",
    port: servers.imapPort,
    secure: false,
    doSTARTTLS: false,
    auth: { user: therapistAddress, pass: mailPassword },
    logger: false,
  });
  await client.connect();
  try {
    const { mailbox = "INBOX", flags = [], receivedAt } = filed;
    await client.append(mailbox, letterSource(letter), [...flags], new Date(receivedAt));
  } finally {
    await client.logout();
  }
}
