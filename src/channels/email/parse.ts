import { createHash } from "node:crypto";
import PostalMime from "postal-mime";
import type { Attachment } from "postal-mime";
import type { Header, InboundMessage } from "../../domain/message/inbound.ts";
import type { Instant } from "../../domain/time/instant.ts";
import {
  addressesIn,
  decodedLine,
  divideMail,
  firstHeader,
  longestHead,
  messageIdsIn,
  readHeaders,
} from "./headers.ts";
import { textOfHtml } from "./html-text.ts";

/** What the mailbox knows of a mail besides its source. */
export interface MailFacts {
  readonly accountId: string;
  /** IMAP INTERNALDATE, epoch milliseconds. */
  readonly receivedAt: Instant;
  /** The provider has flagged the mail as junk. */
  readonly junk: boolean;
  /** Size in bytes of the whole mail when `source` is only its beginning. */
  readonly fullSize?: number;
  /** The server refuses to hand over the body; `source` is what could be had, maybe nothing. */
  readonly withheld?: boolean;
}

interface Content {
  readonly text: string;
  readonly attachments: readonly string[];
  readonly unreadable: string | null;
}

/** Longest text that is kept, in characters. */
const longestText = 500_000;
/** RFC 5322 2.1.1: no line is longer than 998 characters, so no honest Message-ID is either. */
const longestMessageId = 998;

const elsewhere = "Open it in your mail program.";

/**
 * Reads a mail as it came from the server. Never rejects: a mail that cannot be parsed becomes a message with the headers
 * that could be had and a sentence in `unreadable`. A mail that is read in part keeps that part as `text` and has the
 * sentence as well, so that nobody takes the part for the whole.
 */
export async function parseMail(source: Buffer | Uint8Array, facts: MailFacts): Promise<InboundMessage> {
  const { head, body } = divideMail(source);
  const headers = readHeaders(head);
  const content = await readContent(source, head, headers, facts);
  const author = addressesIn(headers, ["from"])[0] ?? addressesIn(headers, ["sender"])[0];
  const messageId = messageIdOf(headers);
  return {
    channel: "email",
    accountId: facts.accountId,
    externalId: messageId ?? fingerprint(headers, body, facts),
    sender: author?.address ?? "",
    senderName: author?.name ?? "",
    subject: decodedLine(firstHeader(headers, "subject"), 998),
    text: content.text,
    attachments: content.attachments,
    receivedAt: facts.receivedAt,
    envelope: {
      returnPath: returnPathOf(headers),
      recipients: [...new Set(addressesIn(headers, recipientHeaders).map((recipient) => recipient.address))],
      headers,
      messageId,
      references: referencesOf(headers),
      junk: facts.junk || headers.some(({ name, value }) => spamHeaders.has(name) && /^yes\b/i.test(value)),
    },
    unreadable: content.unreadable,
  };
}

/** FIELD E6. */
const recipientHeaders = ["to", "cc", "bcc", "resent-to", "resent-cc", "resent-bcc"];

/** What common filters write into a mail that they take for spam but deliver all the same. */
const spamHeaders = new Set(["x-spam-flag", "x-spam-status", "x-spam"]);

async function readContent(
  source: Uint8Array,
  head: Uint8Array,
  headers: readonly Header[],
  facts: MailFacts,
): Promise<Content> {
  const nothing = { text: "", attachments: [] };
  if (facts.withheld === true) {
    return { ...nothing, unreadable: `The mail server did not hand over this mail. ${elsewhere}` };
  }
  if (head.length > longestHead) return { ...nothing, unreadable: `This mail could not be read. ${elsewhere}` };
  try {
    const mail = await PostalMime.parse(source, { maxHeadersSize: 2 * longestHead, maxNestingDepth: 100 });
    const { text, cut } = textOf(mail.text ?? "", mail.html ?? "");
    const attachments = mail.attachments.map(nameOf);
    return { text, attachments, unreadable: shortcoming(text, cut, headers, facts) };
  } catch {
    // Whatever the parser stumbled over, the therapist is told that a mail is there: `unreadable` is the report.
    return { ...nothing, unreadable: `This mail could not be read. ${elsewhere}` };
  }
}

function shortcoming(text: string, cut: boolean, headers: readonly Header[], facts: MailFacts): string | null {
  if (facts.fullSize !== undefined) {
    const megabytes = Math.round(facts.fullSize / 1_000_000);
    return `This mail is ${megabytes} MB large, only its beginning was read. ${elsewhere}`;
  }
  if (cut) return `This mail is very long, only its beginning was read. ${elsewhere}`;
  const type = firstHeader(headers, "content-type") ?? "";
  const sealed = /^\s*(?:multipart\/encrypted|application\/(?:x-)?pkcs7-mime)\b/i.test(type);
  return sealed && text === "" ? `This mail is encrypted and cannot be read here. ${elsewhere}` : null;
}

/**
 * The plain text, or the words of the HTML where there is no plain text. Some programs send a stub such as "your reader
 * cannot show this mail" as plain text: where the HTML says far more, both are kept, for the gate must see every word.
 */
function textOf(plain: string, html: string): { readonly text: string; readonly cut: boolean } {
  const written = tidied(plain);
  const rendered = html === "" ? { text: "", cut: false } : textOfHtml(html);
  const worded = tidied(rendered.text);
  const text = worded.length > 4 * written.length + 200 || written === "" ? `${written}\n\n${worded}`.trim() : written;
  return { text: text.slice(0, longestText), cut: rendered.cut || text.length > longestText };
}

function tidied(text: string): string {
  return text
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[^\P{Cc}\n\t]/gu, "")
    .trim();
}

function nameOf(attachment: Attachment): string {
  const name = decodedLine(attachment.filename, 1000).split(/[\\/]/).at(-1) ?? "";
  return name === "" ? attachment.mimeType : name.slice(-200);
}

function messageIdOf(headers: readonly Header[]): string | null {
  const value = firstHeader(headers, "message-id");
  const id = messageIdsIn(value)[0] ?? (value !== null && /^[^<>\s]+$/.test(value) ? `<${value}>` : null);
  return id !== null && id.length <= longestMessageId ? id : null;
}

/** Identity of a mail without Message-ID; the same mail fetched again gives the same. */
function fingerprint(headers: readonly Header[], body: Uint8Array, facts: MailFacts): string {
  const named = ["date", "from", "subject"].map((name) => firstHeader(headers, name) ?? "");
  // Two mails of which nothing at all is known must not pass for one.
  const anonymous = body.length === 0 && named.every((value) => value === "");
  const hash = createHash("sha256").update(JSON.stringify([...named, anonymous ? facts.receivedAt : 0]));
  return `sha256:${hash.update(body).digest("hex")}`;
}

/** The topmost Return-Path is the one the own server wrote at delivery (RFC 5321 4.4). */
function returnPathOf(headers: readonly Header[]): string | null {
  const value = firstHeader(headers, "return-path");
  if (value === null) return null;
  if (/^<\s*>/.test(value)) return "";
  return addressesIn([{ name: "return-path", value }], ["return-path"])[0]?.address ?? null;
}

/** RFC 5322 3.6.4: where a mail has no References, its In-Reply-To stands in if it names exactly one message. */
function referencesOf(headers: readonly Header[]): string[] {
  const references = messageIdsIn(firstHeader(headers, "references"));
  const answered = messageIdsIn(firstHeader(headers, "in-reply-to"));
  return references.length === 0 && answered.length === 1 ? answered : references;
}
