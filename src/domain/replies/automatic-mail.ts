import type { Envelope } from "../message/inbound.ts";
import { failedAuthentication, headerToken, withoutComments } from "./header-value.ts";
import type { Suppression } from "./reply.ts";

const listHeaders = new Set([
  "list-id",
  "list-help",
  "list-subscribe",
  "list-unsubscribe",
  "list-post",
  "list-owner",
  "list-archive",
]);
const bulkPrecedence = new Set(["bulk", "junk", "list", "auto_reply"]);
const reportTypes = ["multipart/report", "message/delivery-status", "message/disposition-notification"];
const suppressValues = new Set(["all", "oof", "autoreply"]);
const machineNames = [
  /^(?:mailer-daemon|listserv|majordomo|.*-request|owner-.*)$/,
  /^(?:no|do[-_.]?not)[-_.]?reply/,
  /[-_.+](?:no|do[-_.]?not)[-_.]?reply(?:[-_.+=].*)?$/,
  /^(?:.*-)?bounces?(?:[-+=].*)?$/,
];

/**
 * Why a mail must not be answered automatically (RFC 3834 2, RFC 5230 4.5 and 4.6; FIELD E1-E7, E9-E11), or null when
 * it may. `ownAddresses` are those of all the practice's mailboxes with their aliases, in lower case.
 */
export function automaticMail(envelope: Envelope, sender: string, ownAddresses: readonly string[]): Suppression | null {
  const values = (name: string) =>
    envelope.headers.filter((header) => header.name === name).map((header) => header.value);

  if (values("auto-submitted").some((value) => headerToken(value) !== "no")) return "automatic-mail";
  if (envelope.returnPath === null || envelope.returnPath === "") return "null-sender";
  if (envelope.headers.some((header) => listHeaders.has(header.name))) return "mailing-list";
  if (values("precedence").some((value) => bulkPrecedence.has(headerToken(value)))) return "bulk-mail";
  if ([sender, envelope.returnPath].some(isMachineAddress)) return "machine-sender";
  if (!envelope.recipients.some((address) => ownAddresses.includes(address))) return "not-addressed-to-practice";
  if ([sender, envelope.returnPath].some((address) => ownAddresses.includes(address))) return "own-address";
  if (values("x-auto-response-suppress").some(suppressesAnswers)) return "asked-not-to-be-answered";
  if (values("content-type").some((value) => reportTypes.includes(headerToken(value)))) return "delivery-report";
  if (envelope.junk || failedAuthentication(values("authentication-results"))) return "junk";
  // RFC 5322 3.6: there is one From. A second one is a way to show one author to the filter and another to the reader.
  if (values("from").length > 1) return "junk";
  return null;
}

/** A list of values (MS-OXCMAIL 2.2.3.2.14): the others are about receipts and reports only. */
function suppressesAnswers(value: string): boolean {
  return withoutComments(value)
    .toLowerCase()
    .split(/[\s,;]/)
    .some((part) => suppressValues.has(part));
}

/** Does an address look like that of a program: a list server, a form, one that is not read? */
export function isMachineAddress(address: string): boolean {
  return machineNames.some((names) => names.test(localPart(address)));
}

function localPart(address: string): string {
  return address.slice(0, address.lastIndexOf("@") === -1 ? undefined : address.lastIndexOf("@"));
}
