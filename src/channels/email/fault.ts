import { z } from "zod";
import type { ChannelFault } from "../channel.ts";

/**
 * What imapflow, nodemailer and Node put on their errors. Texts of the server are looked at but never repeated: a server
 * may echo anything, and the sentence is for the therapist.
 */
const clueSchema = z.object({
  code: z.string().catch(""),
  /** nodemailer replaces `code` and keeps the one of the system here. */
  originalCode: z.string().catch(""),
  message: z.string().catch(""),
  /** SMTP reply code. */
  responseCode: z.number().catch(0),
  /** The SMTP step that failed, such as `RCPT TO`; `CONN` for the connection itself. */
  command: z.string().catch(""),
  authenticationFailed: z.boolean().catch(false),
  /** IMAP response code, such as `AUTHENTICATIONFAILED` (RFC 5530). */
  serverResponseCode: z.string().catch(""),
  /** The server's words. */
  response: z.string().catch(""),
});
export type Clues = z.infer<typeof clueSchema>;

/** Reads what a library's error tells; of anything else, nothing. */
export function cluesIn(error: unknown): Clues {
  const parsed = clueSchema.safeParse(error);
  return parsed.success ? parsed.data : clueSchema.parse({});
}

/** The message could not be stored on this computer; the mail itself is safe on the server. */
export class NotStored extends Error {
  override readonly name = "NotStored";
}

/** The server offers no login on this connection, so nothing was tried. */
export class NoLoginOffered extends Error {
  override readonly name = "NoLoginOffered";
}

/**
 * Turns any error of the mail libraries into a fault with one plain sentence. `host` is the server the app spoke to. The
 * sentence never holds the password or anything the server said. Unknown errors become `protocol`.
 */
export function faultOf(error: unknown, host: string): ChannelFault {
  if (error instanceof NotStored) {
    return {
      code: "protocol",
      sentence:
        "A message has arrived but could not be saved on this computer. It stays in the mailbox and is fetched again.",
    };
  }
  if (error instanceof NoLoginOffered) {
    return { code: "protocol", sentence: `${host} offers no login on this port. Check the port and the encryption.` };
  }
  const found = cluesIn(error);
  return (
    certificateFault(found, host) ??
    loginFault(found, host) ??
    replyFault(found, host) ??
    throttleFault(found, host) ??
    encryptionFault(found, host) ??
    networkFault(found, host) ?? {
      code: "protocol",
      sentence: `${host} answered in a way this app does not understand. Check the server's name and port.`,
    }
  );
}

function codesOf(found: Clues): string[] {
  return [found.code, found.originalCode].filter((code) => code !== "");
}

/** nodemailer drops the code of a fault in STARTTLS and keeps only OpenSSL's words, hence the second half of each rule. */
function certificateFault(found: Clues, host: string): ChannelFault | null {
  const means = (codes: readonly string[], words: RegExp) =>
    codesOf(found).some((code) => codes.includes(code)) ||
    (/ETLS|ESOCKET/.test(found.code) && words.test(found.message));
  const fault = (sentence: string): ChannelFault => ({ code: "certificate", sentence });
  if (means(["CERT_HAS_EXPIRED"], /certificate has expired/i)) {
    return fault(`The certificate of ${host} has expired. Is the clock of this computer right?`);
  }
  if (means(["CERT_NOT_YET_VALID"], /certificate is not yet valid/i)) {
    return fault(`The certificate of ${host} is not valid yet. Is the clock of this computer right?`);
  }
  if (means(["ERR_TLS_CERT_ALTNAME_INVALID", "HOSTNAME_MISMATCH"], /does not match certificate's altnames/i)) {
    return fault(`The certificate shown by ${host} belongs to another server. Check the server's name.`);
  }
  if (means(untrusted, /self[- ]signed certificate|unable to (?:verify|get)|certificate/i)) {
    return fault(`The certificate of ${host} is not trusted by this computer, so nothing was sent to it.`);
  }
  return null;
}

const untrusted = [
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "CERT_SIGNATURE_FAILURE",
  "CERT_CHAIN_TOO_LONG",
  "CERT_REVOKED",
  "CERT_UNTRUSTED",
  "CERT_REJECTED",
  "INVALID_CA",
  "INVALID_PURPOSE",
];

function loginFault(found: Clues, host: string): ChannelFault | null {
  const refused =
    found.authenticationFailed || found.code === "EAUTH" || [530, 534, 535, 538].includes(found.responseCode);
  if (!refused) return null;
  // RFC 5530 UNAVAILABLE, RFC 4954 454: the password may well be right, only nobody could check it.
  const temporary = found.responseCode >= 400 && found.responseCode < 500;
  if (temporary || ["UNAVAILABLE", "SERVERBUG", "INUSE"].includes(found.serverResponseCode)) {
    return { code: "throttled", sentence: `${host} cannot check the password right now. It is tried again.` };
  }
  if (["LIMIT", "OVERQUOTA"].includes(found.serverResponseCode)) return tooMuch(host);
  if (/app(?:lication)?[- ]specific|app password/i.test(`${found.message} ${found.response}`)) {
    return {
      code: "auth",
      sentence: `${host} asks for an app password. Make one in the settings of the mail account.`,
    };
  }
  return { code: "auth", sentence: `${host} did not accept the user name or the password.` };
}

function replyFault(found: Clues, host: string): ChannelFault | null {
  const reply = found.responseCode;
  if (reply >= 400 && reply < 500) {
    return { code: "throttled", sentence: `${host} does not take the mail right now and asks to try again later.` };
  }
  if (found.command === "API" && found.code === "EENVELOPE") {
    return { code: "rejected", sentence: "The client's address cannot be used for mail." };
  }
  if (reply === 552 || (found.code === "EMESSAGE" && found.command === "MAIL FROM")) {
    return { code: "rejected", sentence: `${host} refused the mail because it is too large or the mailbox is full.` };
  }
  if (reply < 500 || reply > 599 || !["EENVELOPE", "EMESSAGE"].includes(found.code)) return null;
  switch (found.command) {
    case "RCPT TO":
      return { code: "rejected", sentence: `${host} does not take mail for the client's address.` };
    case "MAIL FROM":
      return { code: "rejected", sentence: `${host} does not let this account send mail from its address.` };
    default:
      return { code: "rejected", sentence: `${host} refused the mail.` };
  }
}

function throttleFault(found: Clues, host: string): ChannelFault | null {
  const limited = found.code === "ETHROTTLE" || ["LIMIT", "OVERQUOTA", "INUSE"].includes(found.serverResponseCode);
  return limited ? tooMuch(host) : null;
}

function tooMuch(host: string): ChannelFault {
  return { code: "throttled", sentence: `${host} asks for fewer connections. It is tried again later.` };
}

function encryptionFault(found: Clues, host: string): ChannelFault | null {
  const codes = codesOf(found);
  if (
    codes.some((code) => code === "EPROTO" || code.startsWith("ERR_SSL_")) ||
    /wrong version number/i.test(found.message)
  ) {
    return {
      code: "protocol",
      sentence: `${host} does not speak TLS on this port. Check the port, or choose STARTTLS.`,
    };
  }
  if (
    codes.includes("ETLS") ||
    /STARTTLS/.test(found.message) ||
    ["UPGRADE_TIMEOUT", "STARTTLS_INJECTION"].includes(found.code)
  ) {
    return {
      code: "protocol",
      sentence: `${host} did not switch to an encrypted connection, so no password was sent. Check the port, or choose TLS.`,
    };
  }
  if (found.code === "GREETING_TIMEOUT" || /greeting/i.test(found.message)) {
    return { code: "protocol", sentence: `${host} answers, but not as a mail server of this kind. Check the port.` };
  }
  return null;
}

function networkFault(found: Clues, host: string): ChannelFault | null {
  const codes = codesOf(found);
  const among = (known: readonly string[]) => codes.some((code) => known.includes(code));
  const fault = (sentence: string): ChannelFault => ({ code: "unreachable", sentence });
  if (among(["ENOTFOUND", "ENODATA", "EAI_NONAME"])) {
    return fault(`There is no server named ${host}, or this computer is offline.`);
  }
  if (among(["EAI_AGAIN", "ENETUNREACH", "ENETDOWN", "EHOSTUNREACH", "EHOSTDOWN", "EADDRNOTAVAIL", "EDNS"])) {
    return fault(`This computer is offline, or ${host} cannot be reached from here.`);
  }
  if (among(["ECONNREFUSED"]))
    return fault(`${host} takes no connection on this port. Check the port, or try again later.`);
  if (among(["ETIMEOUT", "ETIMEDOUT", "CONNECT_TIMEOUT"])) return fault(`${host} did not answer in time.`);
  if (among(lost)) return fault(`The connection to ${host} was lost.`);
  return null;
}

const lost = [
  "ECONNRESET",
  "ECONNABORTED",
  "ECONNECTION",
  "EPIPE",
  "NoConnection",
  "EConnectionClosed",
  "ClosedAfterConnectTLS",
  "ClosedAfterConnectText",
  "StateLogout",
  "ESOCKET",
];
