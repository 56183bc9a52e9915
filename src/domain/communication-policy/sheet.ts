import { availabilityOf } from "../availability/open-spans.ts";
import type { Language, Policy } from "../policy/policy.ts";
import { fill } from "../replies/opening-words.ts";
import type { Instant } from "../time/instant.ts";
import { dateAt } from "../time/practice-zone.ts";
import { localeOfLetter } from "./compose.ts";
import { dateInWords } from "./hours-in-words.ts";
import type { ClauseChange, Letter } from "./letter.ts";
import type { LetterWords } from "./words.ts";

/** A letter as it stands on paper: with its edition and with the clauses marked that changed. */
export interface LetterSheet {
  readonly language: Language;
  readonly title: string;
  readonly subtitle: string;
  /** "Edition 3, November 30, 2026", or that it is a draft. It stands on every page. */
  readonly edition: string;
  readonly clauses: readonly {
    readonly id: string;
    readonly heading: string;
    readonly paragraphs: readonly string[];
    /** "Changed since edition 2", or null. */
    readonly mark: string | null;
  }[];
  readonly signature: LetterWords["signature"];
}

/** What is to be put on paper. `policy` is the one the letter was made from; its zone and region word the date. */
export interface SheetFacts {
  readonly letter: Letter;
  readonly language: Language;
  readonly words: LetterWords;
  readonly policy: Policy;
  /** Null for a draft. */
  readonly issued: { readonly number: number; readonly at: Instant } | null;
  /** The edition it is compared with; null for the first. */
  readonly before: { readonly number: number; readonly changes: readonly ClauseChange[] } | null;
}

export function letterSheet({ letter, language, words, policy, issued, before }: SheetFacts): LetterSheet {
  const mark = (id: string): string | null => {
    const kind = before?.changes.find((change) => change.id === id)?.kind ?? "gone";
    return kind === "gone" ? null : fill(words[kind], { number: `${before?.number}` });
  };
  return {
    language,
    title: letter.title,
    subtitle: letter.subtitle,
    edition:
      issued === null
        ? words.draft
        : fill(words.edition, {
            number: `${issued.number}`,
            date: dateInWords(dateAt(availabilityOf(policy), issued.at), localeOfLetter(language, policy)),
          }),
    clauses: letter.clauses.map((clause) => ({ ...clause, mark: mark(clause.id) })),
    signature: words.signature,
  };
}
