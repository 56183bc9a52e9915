import { TRPCClientError } from "@trpc/client";

/** Why something was not done, worded for the therapist; `field` names the input it is about. */
export interface Problem {
  readonly field: string | null;
  readonly sentence: string;
}

interface Issue {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

function issuesIn(message: string): readonly Issue[] {
  try {
    const parsed: unknown = JSON.parse(message);
    if (!Array.isArray(parsed)) return [];
    return parsed.filter(
      (one): one is Issue =>
        typeof one === "object" &&
        one !== null &&
        Array.isArray((one as Issue).path) &&
        typeof (one as Issue).message === "string",
    );
  } catch {
    // The message was a sentence, not a list of issues.
    return [];
  }
}

/** Was the call refused because the practice is locked? */
export function isLocked(error: unknown): boolean {
  return error instanceof TRPCClientError && codeOf(error) === "UNAUTHORIZED";
}

function codeOf(error: { readonly data: unknown }): string | null {
  const data = error.data;
  return typeof data === "object" && data !== null && "code" in data && typeof data.code === "string"
    ? data.code
    : null;
}

/** A failed call in words. Input that was not accepted comes as one problem for each field. */
export function problemsOf(error: unknown): readonly Problem[] {
  if (!(error instanceof TRPCClientError))
    return [{ field: null, sentence: "Something went wrong on this screen. Please try again." }];
  const code = codeOf(error);
  if (code === null) return [{ field: null, sentence: "The app did not answer. Please try again." }];
  if (code === "UNAUTHORIZED") return [{ field: null, sentence: "The practice is locked." }];
  if (code === "BAD_REQUEST") {
    const issues = issuesIn(error.message);
    if (issues.length > 0)
      return issues.map((issue) => ({
        field: issue.path.length > 0 ? issue.path.join(".") : null,
        sentence: issue.message,
      }));
  }
  return [
    {
      field: null,
      sentence: "Something went wrong in the app. Please try again; if it happens again, restart the app.",
    },
  ];
}
