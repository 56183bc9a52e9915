/** Most lines below what somebody says that can be their name: a closing, a name, a number, an address. */
const longestSignature = 4;
/** In characters. */
const longestLine = 60;

const greeting =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hola|buen[oa]s(?: \p{L}+)?|estimad[oa]|querid[oa]|hallo|guten \p{L}+|liebe[r]?|sehr geehrte[r]?|bonjour|bonsoir|cher|chère)(?: [\p{L}.'’-]+){0,3}$/iu;
const closing =
  /^(?:(?:many |with )?thanks(?: again)?|thank you|cheers|best|(?:best|kind|kindest|warm|warmest) (?:wishes|regards)|regards|sincerely|yours|(?:muchas )?gracias|(?:un )?saludos?(?: cordial(?:es)?)?|atentamente|danke|lg|mfg|(?:viele|liebe|beste|herzliche|mit freundlichen) gr(?:ü|ue)(?:ß|ss)en?|merci|cordialement|bien à vous)$/iu;
/** "maya", "Maya Doe", "Dr. Maya van der Doe". */
const name = /^(?:\p{L}[\p{L}.'’-]*|\p{Lu}[\p{L}.'’-]*(?: \p{L}[\p{L}.'’-]*){0,3} \p{Lu}[\p{L}.'’-]*)$/u;
/** "she/her" */
const pronouns = /^\p{L}{1,8}(?:\/\p{L}{1,8}){1,2}$/u;
const telephone = /^(?:\p{L}{1,6}[.:]? ?)?[+(\d][\d()./ -]{4,}$/u;
const address = /^\S+@\S+$/u;
/** A hyphen inside a word parts nothing: "opt-out". */
const dash = /\s-+\s|\s?[–—]\s?/u;

/** Without the signs around it. */
const bare = (line: string): string => line.replace(/^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu, "");

function mayEndAMail(line: string): boolean {
  if (line.length > longestLine) return false;
  const said = bare(line);
  return name.test(said) || pronouns.test(said) || closing.test(said) || telephone.test(line) || address.test(line);
}

/**
 * The one line that somebody wrote below a greeting or above their name ("STOP", then "Maya"; "STOP - Maya"). Null where they
 * wrote more than a line, and where there is neither. `written` is what they wrote themselves (`writtenOf`).
 *
 * A name cannot be told from any other word: nothing may be changed or held because of what this says.
 */
export function aboveName(written: string): string | null {
  const lines = written.split("\n").filter((line) => bare(line) !== "");
  const greeted = lines.length > 1 && greeting.test(bare(lines[0] ?? ""));
  const [said, ...below] = greeted ? lines.slice(1) : lines;
  if (said === undefined || said.length > longestLine || below.length > longestSignature) return null;
  if (!below.every((line) => mayEndAMail(line.trim()))) return null;
  const [before, after, more] = said.split(dash);
  if (before !== undefined && after !== undefined && more === undefined && mayEndAMail(after.trim())) return before;
  return greeted || below.length > 0 ? said : null;
}
