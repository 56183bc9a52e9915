import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { type Context, fileFormat, type Situation, situationFormat } from "./format.ts";
import { type Judged, judge } from "./judge.ts";
import { UnreadableSituation } from "./wall-times.ts";

/** A situation of a file: judged, or what keeps it from being read. */
export type Outcome =
  | { readonly file: string; readonly name: string; readonly situation: Situation; readonly judged: Judged }
  | { readonly file: string; readonly name: string; readonly fault: string };

/** Every situation of a file with what became of it. What cannot be read is an outcome with its fault, never a gap. */
export function outcomesOf(path: string): Outcome[] {
  try {
    return outcomesOfText(path, readFileSync(path, "utf8"));
  } catch (error) {
    return [{ file: path, name: "(the whole file)", fault: faultOf(error) }];
  }
}

/** `outcomesOf` for the text of a file. */
export function outcomesOfText(file: string, text: string): Outcome[] {
  const read = attempt(() => fileFormat.parse(parse(text)));
  if ("fault" in read) return [{ file, name: "(the whole file)", fault: read.fault }];
  const { about: _, situations, ...context } = read.value;
  return situations.map((written, index) => {
    const name = nameOf(written, index);
    const result = attempt(() => {
      const situation = situationFormat.parse(written);
      return { situation, judged: judge(situation, combined(context, situation)) };
    });
    return "fault" in result ? { file, name, fault: result.fault } : { file, name, ...result.value };
  });
}

function attempt<T>(what: () => T): { readonly value: T } | { readonly fault: string } {
  try {
    return { value: what() };
  } catch (error) {
    return { fault: faultOf(error) };
  }
}

const named = z.object({ name: z.string() });
const nameOf = (written: unknown, index: number): string =>
  named.safeParse(written).data?.name ?? `(situation ${index + 1}, without a name)`;

/** Everything that was written wrongly, in sentences that name the field. A bug of ours goes on. */
function faultOf(error: unknown): string {
  if (error instanceof z.ZodError) {
    return error.issues.map(({ path, message }) => `${path.join(" > ") || "the whole"}: ${message}`).join("\n");
  }
  const isOfTheFile =
    error instanceof UnreadableSituation ||
    (error instanceof Error && (error.name === "YAMLParseError" || "code" in error || error instanceof RangeError));
  if (isOfTheFile) return error.message;
  throw error;
}

/** What a situation says goes before what its file says; of these five, part by part. */
function combined(file: Context, situation: Situation): Context {
  const clients = { ...file.clients };
  for (const [name, said] of Object.entries(situation.clients ?? {})) clients[name] = { ...clients[name], ...said };
  return {
    ...file,
    ...situation,
    clients,
    practice: { ...file.practice, ...situation.practice },
    gate: { ...file.gate, ...situation.gate },
    replies: { ...file.replies, ...situation.replies },
    "agreed hours": { ...file["agreed hours"], ...situation["agreed hours"] },
  };
}
