import type { VacationDraft, VacationDraftView } from "../data/api.ts";

export type StepName = "days" | "sessions" | "notices" | "replies" | "summary";

export const stepWords: Readonly<Record<StepName, { readonly short: string; readonly title: string }>> = {
  days: { short: "Days", title: "Days and cover" },
  sessions: { short: "Sessions", title: "Sessions in the way" },
  notices: { short: "Notices", title: "Notices to clients" },
  replies: { short: "Replies", title: "What clients will be told" },
  summary: { short: "Summary", title: "Before you leave" },
};

/** The steps of planning; where a vacation is over, clients are only told so. */
export function stepsOf(stage: VacationDraft["stage"]): readonly StepName[] {
  return stage === "tell" ? ["notices", "summary"] : ["days", "sessions", "notices", "replies", "summary"];
}

/** The step on which a problem can be mended. */
export function stepOfProblem(field: string): StepName {
  if (field.startsWith("session ")) return "sessions";
  return field === "leaves" || field === "notices" || field.startsWith("texts.") ? "notices" : "days";
}

/** The first problem of a field, said beside it; null where there is none. */
export function problemOf(view: VacationDraftView, field: string): string | null {
  return view.problems.find((problem) => problem.field === field)?.sentence ?? null;
}
