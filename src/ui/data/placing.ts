import type { UseFormReturnType } from "@mantine/form";
import type { Problem } from "./problems.ts";

function has(value: unknown, path: readonly string[]): boolean {
  const [head, ...rest] = path;
  if (head === undefined) return true;
  if (typeof value !== "object" || value === null || !(head in value)) return false;
  return has((value as Record<string, unknown>)[head], rest);
}

/**
 * Shows each problem at the form's field of the same name and hands back those without one. `prefixes` are parts of the
 * input's path that the form does not have ("account." in front of "imap.host").
 */
export function placeOn<Values extends Record<string, unknown>>(
  form: UseFormReturnType<Values>,
  prefixes: readonly string[] = [],
) {
  return (problems: readonly Problem[]): readonly Problem[] => {
    const homeless: Problem[] = [];
    const errors: Record<string, string> = {};
    for (const problem of problems) {
      const prefix = prefixes.find((one) => problem.field?.startsWith(one)) ?? "";
      const field = problem.field?.slice(prefix.length) ?? null;
      const home = field === null ? null : homeOf(form.getValues(), field);
      if (home === null) homeless.push(problem);
      else errors[home] = problem.sentence;
    }
    form.setErrors(errors);
    return homeless;
  };
}

/* The closest field: a problem of "emails.1" belongs to "emails" when the form has one input for the whole list. */
function homeOf(values: unknown, field: string): string | null {
  const path = field.split(".");
  while (path.length > 0 && !has(values, path)) path.pop();
  while (path.length > 1 && /^\d+$/.test(path.at(-1) ?? "")) path.pop();
  return path.length === 0 ? null : path.join(".");
}

interface Sorted<Field extends string> {
  readonly placed: Partial<Record<Field, string>>;
  readonly homeless: readonly Problem[];
}

/** Sorts problems by the field of the screen they belong to; `fieldOf` answers null where the screen has none. */
export function sortProblems<Field extends string>(
  problems: readonly Problem[],
  fieldOf: (field: string) => Field | null,
): Sorted<Field> {
  const placed: Partial<Record<Field, string>> = {};
  const homeless: Problem[] = [];
  for (const problem of problems) {
    const field = problem.field === null ? null : fieldOf(problem.field);
    if (field === null) homeless.push(problem);
    else placed[field] = problem.sentence;
  }
  return { placed, homeless };
}
