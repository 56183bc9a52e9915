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

/**
 * A template with its variables filled in. A sentence that needs a variable without a value is left out whole, and so is
 * one that cannot be filled for any other reason: whatever the template says, no brace comes through from it.
 */
export function fillTemplate(template: string, filling: Filling): Filled {
  const placed = new Set<ReplyVariable>();
  const said = new Set<string>();
  const lines: string[] = [];
  for (const line of template.split(/\r?\n/)) {
    const kept = sentencesOf(line)
      .map((sentence) => fillSentence(sentence, filling, placed, said))
      .join("")
      .trim();
    if (kept !== "" || line.trim() === "") lines.push(kept);
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
  sentence: string,
  { values, instead }: Filling,
  placed: Set<ReplyVariable>,
  said: Set<string>,
): string {
  if (/[{}]/.test(sentence.replaceAll(bracedNames, ""))) return "";
  const names: ReplyVariable[] = [];
  for (const [, name = ""] of sentence.matchAll(bracedNames)) {
    if (!isReplyVariable(name) || (values[name] === undefined && instead[name] === undefined)) return "";
    names.push(name);
  }
  const missing = names.find((name) => values[name] === undefined);
  if (missing !== undefined) {
    const other = instead[missing] ?? "";
    if (said.has(other)) return "";
    said.add(other);
    return `${other} `;
  }
  for (const name of names) placed.add(name);
  // A value may end in the full stop that also ends its sentence.
  return sentence.replaceAll(/\{(\w+)\}(\.?)/g, (_place, name: string, stop: string) => {
    const value = (isReplyVariable(name) ? values[name] : undefined) ?? "";
    return value.endsWith(".") ? value : `${value}${stop}`;
  });
}

const abbreviated = /(?:^|[\s(])(?:Dr|Dra|Mr|Mrs|Ms|Mx|Prof|Sr|Sra|Srta|Lic|St|Tel|No|Nr|Ext|[A-Z])\.\s*$/iu;

/** The sentences of one line, each with the spaces after it. A title or an initial ends none: "Dr. Lee" stays together. */
function sentencesOf(line: string): readonly string[] {
  // A word stands for each variable, because its brace would be taken for the middle of a sentence.
  const shape = line.replaceAll(bracedNames, (name) => "X".padEnd(name.length, "x"));
  const sentences: string[] = [];
  let open = false;
  for (const { index, segment } of new Intl.Segmenter("en", { granularity: "sentence" }).segment(shape)) {
    const original = line.slice(index, index + segment.length);
    if (open) sentences.push(`${sentences.pop() ?? ""}${original}`);
    else sentences.push(original);
    open = abbreviated.test(segment);
  }
  return sentences;
}
