import { bracedNames, isReplyVariable, type ReplyVariable } from "../policy/templates.ts";

/** What stands for each variable, and what is said instead of a whole sentence that needs one without a value. */
export interface Filling {
  readonly values: Readonly<Partial<Record<ReplyVariable, string>>>;
  readonly instead: Readonly<Partial<Record<ReplyVariable, string>>>;
}

export interface Filled {
  /** Lines as in the template; lines of which nothing was left are gone. */
  readonly text: string;
  /** The variables whose values stand in it. */
  readonly placed: ReadonlySet<ReplyVariable>;
}

/** One sentence of a template, with the spaces after it. */
export interface Sentence {
  readonly text: string;
  /** What it asks to have filled in; null when it cannot be filled: an unknown name, or a brace that stands alone. */
  readonly variables: readonly ReplyVariable[] | null;
}

/**
 * A template with its variables filled in. A sentence that needs a variable without a value is left out whole, and so is
 * one that cannot be filled for any other reason: whatever the template says, no brace comes through from it.
 */
export function fillTemplate(template: string, filling: Filling): Filled {
  const placed = new Set<ReplyVariable>();
  const said = new Set<string>();
  const lines: string[] = [];
  for (const sentences of linesOf(template)) {
    let kept = "";
    for (const sentence of sentences) kept += fillSentence(sentence, filling, placed, said);
    kept = kept.trim();
    if (kept !== "" || sentences.length === 0) lines.push(kept);
  }
  return {
    text: lines
      .join("\n")
      .replaceAll(/\n{3,}/g, "\n\n")
      .trim(),
    placed,
  };
}

function fillSentence(
  { text, variables }: Sentence,
  { values, instead }: Filling,
  placed: Set<ReplyVariable>,
  said: Set<string>,
): string {
  if (variables === null) return "";
  const missing = variables.filter((name) => values[name] === undefined);
  const [first] = missing;
  if (first !== undefined) {
    const other = instead[first] ?? "";
    if (missing.some((name) => instead[name] === undefined) || said.has(other)) return "";
    said.add(other);
    return `${other} `;
  }
  for (const name of variables) placed.add(name);
  // A value may end in the full stop that also ends its sentence.
  return text.replaceAll(/\{(\w+)\}(\.?)/g, (_place, name: string, stop: string) => {
    const value = (isReplyVariable(name) ? values[name] : undefined) ?? "";
    return value.endsWith(".") ? value : `${value}${stop}`;
  });
}

/** Templates are few and each is filled many times. */
const known = new Map<string, readonly (readonly Sentence[])[]>();
const mostKnown = 500;

/** The sentences of each line of a template; none for a blank line. */
export function linesOf(template: string): readonly (readonly Sentence[])[] {
  const before = known.get(template);
  if (before !== undefined) return before;
  const lines = template.split(/\r?\n/).map((line) => (line.trim() === "" ? [] : sentencesOf(line).map(sentence)));
  if (known.size === mostKnown) known.clear();
  known.set(template, lines);
  return lines;
}

function sentence(text: string): Sentence {
  const names = Array.from(text.matchAll(bracedNames), ([, name = ""]) => name);
  const variables = names.filter(isReplyVariable);
  const fillable = variables.length === names.length && !/[{}]/.test(text.replaceAll(bracedNames, ""));
  return { text, variables: fillable ? variables : null };
}

const sentenceBreaks = new Intl.Segmenter("en", { granularity: "sentence" });
const abbreviated = /(?:^|[\s(])(?:Dr|Dra|Mr|Mrs|Ms|Mx|Prof|Sr|Sra|Srta|Lic|St|Tel|No|Nr|Ext|[A-Z])\.\s*$/iu;

/** A title or an initial ends no sentence: "Dr. Lee" stays together. */
function sentencesOf(line: string): readonly string[] {
  // A word stands for each variable, because its brace would be taken for the middle of a sentence.
  const shape = line.replaceAll(bracedNames, (name) => "X".padEnd(name.length, "x"));
  const sentences: string[] = [];
  let begun = "";
  for (const { index, segment } of sentenceBreaks.segment(shape)) {
    begun += line.slice(index, index + segment.length);
    if (abbreviated.test(segment)) continue;
    sentences.push(begun);
    begun = "";
  }
  return begun === "" ? sentences : [...sentences, begun];
}
