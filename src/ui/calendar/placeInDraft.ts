import { sortProblems } from "../data/placing.ts";
import type { Problem } from "../data/problems.ts";
import type { DraftField } from "./draft.ts";

const fields: Readonly<Record<string, DraftField>> = {
  clientId: "clientId",
  preferredName: "newName",
  "emails.0": "newEmail",
  emails: "newEmail",
  title: "title",
  start: "start",
  durationMinutes: "durationMinutes",
  "repeats.every": "every",
  "repeats.weekdays": "weekdays",
  "repeats.until": "until",
  "repeats.rule": "rule",
};

/** Shows each problem at its field of the appointment form and hands back those without one. */
export function placeInDraft(show: (problems: Partial<Record<DraftField, string>>) => void) {
  return (problems: readonly Problem[]): readonly Problem[] => {
    const { placed, homeless } = sortProblems(problems, (field) => fields[field.replace(/^change\./, "")] ?? null);
    show(placed);
    return homeless;
  };
}
