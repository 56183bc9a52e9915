const quoted = /^\s*>/u;
/** RFC 3676 4.3: the line before a signature. Many programs lose its blank. */
const beforeSignature = /^--\s*$/u;
const deviceLine = /^(?:sent (?:from|via) |get outlook for |enviado (?:desde|con) |obtener outlook )/iu;
const divider =
  /^(?:-{2,}\s*(?:original message|forwarded message|mensaje original|mensaje reenviado)\s*-{2,}|_{10,})$/iu;
const firstHeader = /^[*]{0,2}(?:from|de):[*]{0,2}\s/iu;
const otherHeader = /^[*]{0,2}(?:sent|date|to|subject|enviado|enviado el|fecha|para|asunto):[*]{0,2}(?:\s|$)/iu;
const attributionBegins = /^(?:on|el)\s/iu;
const attribution = /^(?:on|el)\s(?=.*\d).{5,400}\s(?:wrote|escribió):$/iu;
/** Programs break "On ... wrote:" over this many lines at most. */
const longestAttribution = 3;

/** Lines from `at` on that say who wrote what is quoted below; 0 when there is nothing of the kind. */
function attributionAt(lines: readonly string[], at: number): number {
  if (!attributionBegins.test(lines[at] ?? "")) return 0;
  for (let count = 1; count <= longestAttribution; count += 1) {
    if (attribution.test(lines.slice(at, at + count).join(" "))) return count;
  }
  return 0;
}

/**
 * What the sender of a mail wrote themselves: without quoted lines, what a mail program puts before them, and the
 * signature. For tests of a whole message only, such as "the message is STOP". It may cut too much of a text that only
 * looks like a quotation; whatever must not be missed is looked for in the whole text.
 */
export function writtenOf(text: string): string {
  const lines = text.split(/\r\n|[\r\n]/u).map((line) => line.trim());
  const written: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    if (beforeSignature.test(line) || divider.test(line)) break;
    if (firstHeader.test(line) && lines.slice(at + 1, at + 5).some((next) => otherHeader.test(next))) break;
    const announced = attributionAt(lines, at);
    if (announced > 0) {
      const next = lines.slice(at + announced, at + announced + 3).find((one) => one !== "");
      // Some programs do not mark what they quote; where they do, an answer may follow below.
      if (next === undefined || !quoted.test(next)) break;
      at += announced - 1;
      continue;
    }
    if (!quoted.test(line) && !deviceLine.test(line)) written.push(line);
  }
  return written.join("\n").trim();
}
