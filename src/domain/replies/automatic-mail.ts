import type { Envelope } from "../message/inbound.ts";
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
const machineNames =
  /^(?:mailer-daemon|listserv|majordomo|(?:no|do-?not)[-_.]?reply.*|.*[-_.+](?:no|do-?not)-?reply|bounces?(?:[-+=].*)?|.*-bounces?|.*-request|owner-.*)$/;

/**
 * Why a mail must not be answered automatically (RFC 3834 2, RFC 5230 4.5 and 4.6; FIELD E1-E7, E9-E11), or null when
 * it may. `ownAddresses` are the account's address and its aliases, in lower case.
 */
export function automaticMail(envelope: Envelope, sender: string, ownAddresses: readonly string[]): Suppression | null {
  const values = (name: string) =>
    envelope.headers.filter((header) => header.name === name).map((header) => header.value);

  if (values("auto-submitted").some((value) => token(value) !== "no")) return "automatic-mail";
  if (envelope.returnPath === null || envelope.returnPath === "") return "null-sender";
  if (envelope.headers.some((header) => listHeaders.has(header.name))) return "mailing-list";
  if (values("precedence").some((value) => bulkPrecedence.has(token(value)))) return "bulk-mail";
  if ([sender, envelope.returnPath].some((address) => machineNames.test(localPart(address)))) return "machine-sender";
  if (!envelope.recipients.some((address) => ownAddresses.includes(address))) return "not-addressed-to-practice";
  if ([sender, envelope.returnPath].some((address) => ownAddresses.includes(address))) return "own-address";
  if (
    values("x-auto-response-suppress").some((value) => value.split(",").some((part) => suppressValues.has(token(part))))
  ) {
    return "asked-not-to-be-answered";
  }
  if (values("content-type").some((value) => reportTypes.includes(token(value)))) return "delivery-report";
  if (envelope.junk || failedAuthentication(values("authentication-results")[0])) return "junk";
  return null;
}

/** The value before parameters and comments, in lower case (RFC 3834 5). */
function token(value: string): string {
  return (
    value
      .replace(/\([^)]*\)/g, "")
      .split(";", 1)[0]
      ?.trim()
      .toLowerCase() ?? ""
  );
}

function localPart(address: string): string {
  return address.slice(0, address.lastIndexOf("@") === -1 ? undefined : address.lastIndexOf("@"));
}

/** Only the first instance can be the own provider's; those below it were in the mail when it arrived (RFC 8601 5). */
function failedAuthentication(results: string | undefined): boolean {
  return results !== undefined && /\bdmarc=fail\b/i.test(results);
}
