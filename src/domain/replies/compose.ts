import { closureInForce } from "../availability/closure-in-force.ts";
import { availabilityOf } from "../availability/open-spans.ts";
import type { RuleName } from "../gate/verdict.ts";
import type { Language, Policy } from "../policy/policy.ts";
import type { Instant } from "../time/instant.ts";
import { fill, openingWords } from "./opening-words.ts";
import type { ReplyKind } from "./reply.ts";
import type { ReplyWords } from "./words.ts";

/** The language of a sender whose own is not known: the practice's, where it is one we can write. */
export function languageOfPractice(policy: Policy): Language {
  return policy.practice.locale.toLowerCase().startsWith("es") ? "es" : "en";
}

/** What stands in every automatic reply of the practice's region (promise 3). */
export function emergencyLine(policy: Policy, words: ReplyWords): string {
  const line = words.emergency[policy.practice.region];
  if (line === undefined) throw new Error(`No emergency line for region ${policy.practice.region}`);
  return line;
}

/** What one reply says. `firstName` is null for senders who are not clients; they get neutral words (FIELD E12). */
export interface Composition {
  readonly kind: ReplyKind;
  readonly rule: RuleName;
  readonly now: Instant;
  /** When messages are read again; null only for safety replies. */
  readonly readFrom: Instant | null;
  readonly firstName: string | null;
  readonly policy: Policy;
  readonly language: Language;
  readonly words: ReplyWords;
}

/**
 * Subject and plain text of a reply. The emergency line is put in here, by code, and comes first in a safety reply; no
 * template can leave it out (promise 3, FIELD C1, 4d).
 */
export function compose(composition: Composition): { readonly subject: string; readonly text: string } {
  const { policy, words, firstName, kind } = composition;
  const emergency = emergencyLine(policy, words);
  const greeting = firstName === null ? words.greetingUnnamed : fill(words.greeting, { firstName });
  const paragraphs =
    kind === "safety"
      ? [emergency, greeting, safetyParagraph(composition)]
      : [greeting, availabilityParagraph(composition), ...coverParagraph(composition), emergency, words.automatic];
  return { subject: words.subject, text: `${paragraphs.join("\n\n")}\n` };
}

function safetyParagraph({ firstName, policy, words }: Composition): string {
  return firstName === null ? words.safetyUnknownSender : fill(words.safety, { practice: policy.practice.name });
}

function availabilityParagraph({ rule, now, readFrom, firstName, policy, language, words }: Composition): string {
  if (readFrom === null) throw new Error("An availability reply needs the instant from which messages are read.");
  const opening = openingWords(readFrom, now, policy.practice.zone, language, policy.practice.region, words);
  const values = { practice: policy.practice.name, opening };
  if (firstName === null) return fill(words.unknownSender, values);
  if (rule === "in-session") return fill(words.inSession, values);
  if (rule === "do-not-disturb") return fill(words.doNotDisturb, values);
  return fill(words.closed, values);
}

function coverParagraph({ firstName, now, policy, words }: Composition): string[] {
  if (firstName === null) return [];
  const cover = closureInForce(availabilityOf(policy), now)?.cover ?? null;
  return cover === null ? [] : [fill(words.cover, { name: cover.name, phone: cover.phone })];
}
