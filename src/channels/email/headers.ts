import { addressParser, decodeWords } from "postal-mime";
import type { Header } from "../../domain/message/inbound.ts";

/** Header blocks longer than this are cut; the mail then counts as unreadable. In bytes. */
export const longestHead = 512 * 1024;

/** An address as a mail writes it: the address in lower case, the name decoded and on one line. */
export interface NamedAddress {
  readonly address: string;
  readonly name: string;
}

/** The two halves of a mail, divided at the first empty line. Views of the source, nothing is copied. */
export function divideMail(source: Uint8Array): { readonly head: Uint8Array; readonly body: Uint8Array } {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  for (const start of ["\r\n", "\n"]) {
    if (bytes.subarray(0, start.length).toString("latin1") === start) {
      return { head: bytes.subarray(0, 0), body: bytes.subarray(start.length) };
    }
  }
  const divisions = ["\n\r\n", "\n\n"]
    .map((mark) => ({ at: bytes.indexOf(mark), length: mark.length }))
    .filter((division) => division.at >= 0)
    .toSorted((a, b) => a.at - b.at);
  const first = divisions[0];
  if (first === undefined) return { head: bytes, body: bytes.subarray(bytes.length) };
  return { head: bytes.subarray(0, first.at), body: bytes.subarray(first.at + first.length) };
}

/**
 * Every header of a mail in order of appearance, repeated ones included, unfolded (RFC 5322 2.2.3). Lines that are no
 * header field are left out, so that a line with an odd character before `From` can never pass for a From header.
 */
export function readHeaders(head: Uint8Array): Header[] {
  const headers: Header[] = [];
  const unfolded = decodeHead(head.subarray(0, longestHead)).replaceAll(/\r?\n(?=[ \t])/g, "");
  for (const line of unfolded.split(/\r?\n/)) {
    const colon = line.indexOf(":");
    const name = line.slice(0, Math.max(colon, 0)).replace(/[ \t]+$/, "");
    if (/^[!-9;-~]+$/.test(name)) headers.push({ name: name.toLowerCase(), value: line.slice(colon + 1).trim() });
  }
  return headers;
}

/** Headers are ASCII or UTF-8 (RFC 6532); what is neither comes from programs that wrote their own 8-bit character set. */
function decodeHead(head: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(head);
  } catch (error) {
    if (error instanceof TypeError) return new TextDecoder("windows-1252").decode(head);
    throw error;
  }
}

/** The first value of a header (name in lower case), null when the mail has none. */
export function firstHeader(headers: readonly Header[], name: string): string | null {
  return headers.find((header) => header.name === name)?.value ?? null;
}

/** All addresses in all instances of the named headers, groups resolved, entries without an address left out. */
export function addressesIn(headers: readonly Header[], names: readonly string[]): NamedAddress[] {
  return headers
    .filter((header) => names.includes(header.name))
    .flatMap((header) => addressParser(header.value, { flatten: true }))
    .map((entry) => ({ address: (entry.address ?? "").trim().toLowerCase(), name: oneLine(entry.name, 200) }))
    .filter((entry) => entry.address.includes("@") || /^[\w.+-]+$/.test(entry.address));
}

/** Message identifiers in a header value, each with its angle brackets (RFC 5322 3.6.4). */
export function messageIdsIn(value: string | null): string[] {
  return value?.match(/<[^<>\s]+>/g) ?? [];
}

/** A header value for people: encoded words decoded, white space and control characters collapsed, cut at `longest`. */
export function decodedLine(value: string | null, longest: number): string {
  return oneLine(decodeWords(value ?? ""), longest);
}

function oneLine(text: string, longest: number): string {
  return text
    .replaceAll(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, longest);
}
