import { Readable } from "node:stream";
import MailComposer from "nodemailer/lib/mail-composer";
import type { OutgoingReply, SendOutcome, Submission } from "../channel.ts";
import type { EmailAccount } from "./account.ts";
import { cluesIn, faultOf } from "./fault.ts";
import type { SmtpLimits } from "./smtp-session.ts";
import { openSmtp } from "./smtp-session.ts";

/**
 * Long waits for the answer to the message (RFC 5321 4.5.3.2.6 asks for ten minutes), because giving up there leaves a
 * reply of which nobody can say whether it left.
 */
const patience: SmtpLimits = {
  connectionTimeout: 20_000,
  greetingTimeout: 20_000,
  loginTimeout: 60_000,
  socketTimeout: 10 * 60_000,
};

/**
 * One attempt to send a reply (RFC 3834 3, FIELD 4a). An automatic one leaves with the null sender, so that a bounce of it
 * can never be answered; where the server refuses that, with the account's own address. What the therapist wrote always
 * has that, so that a bounce comes back to them. Never rejects for what a server or the network may do.
 */
export async function sendReply(
  account: EmailAccount,
  reply: OutgoingReply,
  limits: SmtpLimits = patience,
): Promise<SendOutcome> {
  if (!isOneAddress(reply.to)) {
    return { kind: "failed", fault: { code: "rejected", sentence: "The client's address cannot be used for mail." } };
  }
  const mail = await compose(account, reply);
  const answersByItself = reply.submission === "auto-replied";
  const first = await attempt(account, answersByItself ? "" : account.address, mail, limits);
  const last =
    answersByItself && first.kind === "broke" && refusesNullSender(first.error)
      ? await attempt(account, account.address, mail, limits)
      : first;
  return last.kind === "sent" ? last : outcomeOf(last, account.smtp.host);
}

/** RFC 3834 3.1.3: exactly one recipient. A list or a display name would be taken apart further on. */
function isOneAddress(address: string): boolean {
  return /^[^\s<>,;:"]+@[^\s<>,;:"@]+$/.test(address);
}

/** What says that a mail was sent automatically; nothing on one that was written by hand. */
function headersOf(submission: Submission): Record<string, string> {
  return submission === "by-hand" ? {} : { "Auto-Submitted": submission, "X-Auto-Response-Suppress": "All" };
}

interface ComposedMail {
  readonly source: Buffer;
  /** A bounce of an automatic mail is of no use to anybody. */
  readonly bounces: boolean;
  /** As the envelope needs it: a domain with other letters than ASCII is in its IDNA form. */
  readonly recipient: string;
}

async function compose(account: EmailAccount, reply: OutgoingReply): Promise<ComposedMail> {
  const mail = new MailComposer({
    from: { name: account.displayName, address: account.address },
    to: { name: "", address: reply.to },
    subject: reply.subject,
    text: reply.text,
    messageId: reply.messageId,
    date: new Date(reply.date),
    ...(reply.inReplyTo === null ? {} : { inReplyTo: reply.inReplyTo }),
    ...(reply.references.length === 0 ? {} : { references: [...reply.references] }),
    headers: headersOf(reply.submission),
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  const [recipient, ...others] = mail.getEnvelope().to;
  if (recipient === undefined || others.length > 0) throw new Error("A reply must have exactly one recipient");
  return { source: await mail.build(), bounces: reply.submission !== "auto-replied", recipient };
}

type Attempt = { readonly kind: "sent" } | Broken;
interface Broken {
  readonly kind: "broke";
  readonly error: unknown;
  /** Some of the message was passed on to the connection. Until then no server can have taken it. */
  readonly handedOver: boolean;
}

async function attempt(account: EmailAccount, from: string, mail: ComposedMail, limits: SmtpLimits): Promise<Attempt> {
  let handedOver = false;
  try {
    const { connection, broken } = await openSmtp(account, limits);
    try {
      const dsn = mail.bounces ? {} : { dsn: { notify: "NEVER" } };
      const envelope = { from, to: [mail.recipient], size: mail.source.length, ...dsn };
      // nodemailer begins to read only after the server has said 354, which is the one trace of that step it leaves.
      const content = new Readable({
        read() {
          handedOver = true;
          this.push(mail.source);
          this.push(null);
        },
      });
      const answered = new Promise<void>((resolve, reject) => {
        connection.send(envelope, content, (error) => (error ? reject(error) : resolve()));
      });
      await Promise.race([answered, broken]);
      connection.quit();
      return { kind: "sent" };
    } finally {
      connection.close();
    }
  } catch (error) {
    return { kind: "broke", error, handedOver };
  }
}

/**
 * Did the server turn the mail away for its null sender? Most say so at MAIL FROM; servers that put off their checks say
 * it at RCPT TO or after the message, and then name the sender as the reason. Either way nothing was accepted.
 */
function refusesNullSender(error: unknown): boolean {
  const { code, command, responseCode, response } = cluesIn(error);
  if (faultOf(error, "").code !== "rejected" || responseCode < 500 || !["EENVELOPE", "EMESSAGE"].includes(code))
    return false;
  return command === "MAIL FROM" || /\b5\.(?:1\.[78]|7\.60)\b|<>|sender|send as/i.test(response);
}

function outcomeOf({ error, handedOver }: Broken, host: string): SendOutcome {
  const fault = faultOf(error, host);
  const { code, responseCode } = cluesIn(error);
  const refused = code === "EMESSAGE" && responseCode >= 400 && responseCode <= 599;
  if (handedOver && !refused) {
    return {
      kind: "unconfirmed",
      fault: { ...fault, sentence: `${fault.sentence} The reply may or may not have left.` },
    };
  }
  return { kind: fault.code === "rejected" ? "failed" : "try-again", fault };
}
