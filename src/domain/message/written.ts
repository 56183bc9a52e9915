/*
 * Lines are compared without accents and with plain blanks, so that "a écrit :" is found however it was typed. Regions with
 * German and French are served, so their mail programs count as those in English and Spanish do.
 */

const quoted = /^\s*>/u;
/** RFC 3676 4.3: the line before a signature. Many programs lose its blank. */
const beforeSignature = /^--\s*$/u;
const deviceLine = new RegExp(
  `^(?:${[
    "sent (?:from|via) .*",
    "get outlook for .*",
    "yahoo mail: .*",
    "enviado (?:desde|con) .*",
    "obtener outlook .*",
    "(?:diese nachricht wurde )?(?:von|mit) (?:meinem|meiner|dem|der) .*gesendet",
    "gesendet (?:von|mit|aus|uber) .*",
    "(?:holen sie sich |laden sie )?outlook fur .*",
    "envoye (?:de|depuis|avec|via|a partir de|a partir du) .*",
    "envoye a partir d['’].*",
    "(?:telecharger|obtenez|obtenir) outlook .*",
  ].join("|")})[.!]?$`,
  "iu",
);
const divider = new RegExp(
  `^(?:-{2,}\\s*(?:${[
    "original message",
    "forwarded message",
    "mensaje original",
    "mensaje reenviado",
    "(?:ursprungliche|weitergeleitete) nachricht",
    "original-?nachricht",
    "message (?:d['’]origine|original|transfere)",
  ].join("|")})\\s*-{2,}|_{10,})$`,
  "iu",
);
const header = (names: string, then: string): RegExp => new RegExp(`^[*]{0,2}(?:${names})\\s?:[*]{0,2}${then}`, "iu");
const whoWrote = header("from|de|von", "\\s");
const whenSent = header("sent|date|gesendet|datum|enviado|enviado el|fecha|envoye", "\\s");
const otherHeader = header(
  "sent|date|to|cc|subject|enviado|enviado el|fecha|para|asunto|gesendet|datum|an|betreff|envoye|a|objet",
  "(?:\\s|$)",
);
const attributionBegins = /^(?:on|el|am|le)\s/iu;
const attribution =
  /^(?:on\s(?=.*\d).{5,400}\swrote|el\s(?=.*\d).{5,400}\sescribio|le\s(?=.*\d).{5,400}\sa ecrit|am\s(?=.*\d).{5,400}\sschrieb(?:\s.{1,400})?)\s?:$/iu;
/** "Dr. Kim schrieb am 12. November 2026 um 10:00:" on one line. */
const attributionByName = /^.{1,200}\sschrieb am\s(?=.*\d).{3,200}:$/iu;
/** Programs break "On ... wrote:" over this many lines at most. */
const longestAttribution = 3;
/** The headers above a mail that is quoted without marks are this many lines at most. */
const longestHeaders = 5;

/** Lines from `at` on that say who wrote what is quoted below; 0 when there is nothing of the kind. */
function attributionAt(lines: readonly string[], at: number): number {
  const first = lines[at] ?? "";
  if (attributionByName.test(first)) return 1;
  if (!attributionBegins.test(first)) return 0;
  for (let count = 1; count <= longestAttribution; count += 1) {
    if (attribution.test(lines.slice(at, at + count).join(" "))) return count;
  }
  return 0;
}

/** Do the headers of a quoted mail begin here? "From: all of us" alone is a greeting. */
function headersAt(lines: readonly string[], at: number): boolean {
  const first = lines[at] ?? "";
  const isFrom = whoWrote.test(first);
  if (!isFrom && !whenSent.test(first)) return false;
  return lines.slice(at + 1, at + longestHeaders).some((next) => (isFrom ? otherHeader : whoWrote).test(next));
}

const linesOf = (text: string): string[] => text.split(/\r\n|[\r\n]/u).map((line) => line.trim());

/** Without accents, and with plain blanks for those of a fixed width. */
const plain = (text: string): string => text.normalize("NFKD").replaceAll(/\p{M}/gu, "");

/**
 * What the sender of a mail wrote themselves: without quoted lines, what a mail program puts before them, and the
 * signature. For tests of a whole message only, such as "the message is STOP". It may cut too much of a text that only
 * looks like a quotation; whatever must not be missed is looked for in the whole text.
 */
export function writtenOf(text: string): string {
  const lines = linesOf(text);
  const compared = linesOf(plain(text));
  const written: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = compared[at] ?? "";
    if (beforeSignature.test(line) || divider.test(line) || headersAt(compared, at)) break;
    const announced = attributionAt(compared, at);
    if (announced > 0) {
      const next = compared.slice(at + announced, at + announced + 3).find((one) => one !== "");
      // Some programs do not mark what they quote; where they do, an answer may follow below.
      if (next === undefined || !quoted.test(next)) break;
      at += announced - 1;
      continue;
    }
    if (!quoted.test(line) && !deviceLine.test(line)) written.push(lines[at] ?? "");
  }
  return written.join("\n").trim();
}
