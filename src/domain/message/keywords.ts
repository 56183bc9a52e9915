import { aboveName } from "./above-name.ts";
import { optOutWording } from "./opt-out-wording.ts";
import { writtenOf } from "./written.ts";

/**
 * What a message means for automatic messages to its sender, beyond what it says.
 * - `opt-out`: automatic messages end.
 * - `opt-in`: they begin again.
 * - `help`: the carriers' question who writes here, and possibly a cry for help.
 * - `unclear`: it may be meant as one of these; the therapist decides and nothing changes by itself.
 */
export type Keyword = "opt-out" | "opt-in" | "help" | "unclear";

export interface KeywordContext {
  /** The practice has just written to the client or reminded them, or their session is about to begin: YES may be an answer. */
  readonly expectsAnswer: boolean;
  /** The client comes to sessions these days: CANCEL may mean one of them. */
  readonly sessionInSight: boolean;
  /** The sender has opted out and not in again. */
  readonly optedOut: boolean;
}

/** Words of the carriers and the FCC that mean nothing else in therapy life (47 CFR 64.1200(a)(10); FIELD 4b). */
const optOut: ReadonlySet<string> = new Set([
  "stop",
  "stopall",
  "stop all",
  "unsubscribe",
  "revoke",
  "optout",
  "opt out",
]);
/** Opt-outs by the same rule that are also everyday answers. */
const ambiguousOptOut: ReadonlySet<string> = new Set(["cancel", "end", "quit"]);
const optIn: ReadonlySet<string> = new Set(["start", "unstop"]);
const help: ReadonlySet<string> = new Set(["help", "info", "ayuda"]);

/** No carrier acts on these, and as a whole message they can hardly mean anything else than an opt-out. */
const unclearOptOut: ReadonlySet<string> = new Set([
  "alto",
  "parar",
  "pare",
  "paren",
  "para",
  "detener",
  "baja",
  "basta",
  "no mas",
  "cancelar",
  "fin",
  "no more",
  "enough",
  "remove me",
  "unsubscribe me",
  "opt me out",
]);
/** From somebody who is opted out. Only START, UNSTOP and YES bring automatic messages back by themselves. */
const unclearOptIn: ReadonlySet<string> = new Set([
  "si",
  "opt in",
  "optin",
  "subscribe",
  "resume",
  "start again",
  "comenzar",
  "empezar",
  "iniciar",
  "alta",
]);

const courtesy: ReadonlySet<string> = new Set(
  "please pls plz now thanks thank you ok okay hi hello hey it this that por favor gracias ya hola".split(" "),
);

/** Longest text, in characters, in which a wording is looked for. A longer one is a letter, and is read as one. */
const longestRequest = 600;

/** Lower case, without accents, apostrophes and invisible signs. */
const folded = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}'’‘`´]/gu, "")
    .toLowerCase();

/** The message as one keyword: without surrounding punctuation and quotes, its words parted by one space. */
function aloneOf(written: string): string {
  return written.replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, "").replace(/[\s\p{Pd}]+/gu, " ");
}

/** The message without words of courtesy, repetition and signs: "Please STOP, stop!!" is "stop". */
function gistOf(written: string): string {
  const words = written.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "" && !courtesy.has(word));
  return words.filter((word, index) => word !== words[index - 1]).join(" ");
}

/** Exactly one of the words, or a wording that is clear enough to be asked about. */
function meaningOf(written: string, { expectsAnswer, sessionInSight, optedOut }: KeywordContext): Keyword | null {
  const alone = aloneOf(written);
  if (optOut.has(alone)) return "opt-out";
  if (ambiguousOptOut.has(alone)) return expectsAnswer || sessionInSight ? "unclear" : "opt-out";
  if (optIn.has(alone)) return "opt-in";
  if (help.has(alone)) return "help";
  if (alone === "yes") return expectsAnswer ? "unclear" : optedOut ? "opt-in" : null;
  if (alone === "si") return expectsAnswer || optedOut ? "unclear" : null;

  const gist = gistOf(written);
  if (optOut.has(gist) || unclearOptOut.has(gist) || optOutWording(written)) return "unclear";
  return optedOut && (optIn.has(gist) || unclearOptIn.has(gist)) ? "unclear" : null;
}

/**
 * The same where what looks like a name stands below. That may be another word, so that nothing changes by itself; of
 * somebody who has opted out only the wish to opt in again is a question.
 */
function meaningAboveName(above: string, optedOut: boolean): Keyword | null {
  const alone = aloneOf(above);
  const gist = gistOf(above);
  if (help.has(alone)) return "help";
  const asks = optedOut
    ? alone === "yes" || optIn.has(gist) || unclearOptIn.has(gist)
    : ambiguousOptOut.has(alone) || optOut.has(alone) || optOut.has(gist) || unclearOptOut.has(gist);
  return asks ? "unclear" : null;
}

/**
 * The keyword that a message is, or null. Only the words of the carriers, as the whole of what the client wrote (without
 * quoted mail and signature), change anything by themselves. Every other clear wording ("stop please", "no me escriba
 * más", ALTO, STOP above a name) is put before the therapist, because the FCC counts any wording that a reasonable person
 * understands. So is a word that may be an answer while one is expected (FIELD 4b, finding 4).
 *
 * A mail whose text is empty may say it in its subject: pass that instead.
 */
export function keywordOf(text: string, context: KeywordContext): Keyword | null {
  const written = writtenOf(text);
  if (written === "" || written.length > longestRequest) return null;
  const meaning = meaningOf(folded(written), context);
  if (meaning !== null) return meaning;
  const above = aboveName(written);
  return above === null ? null : meaningAboveName(folded(above), context.optedOut);
}
