import type { Booking, SeriesView } from "../data/api.ts";

/** The appointment form while it is filled in. */
export interface Draft {
  readonly client: "unset" | "none" | "new" | { readonly id: string };
  readonly newName: string;
  readonly newEmail: string;
  readonly title: string;
  readonly date: string;
  readonly time: string;
  readonly durationMinutes: number | null;
  readonly repeats: "once" | "weekly";
  readonly everyWeeks: number | null;
  readonly until: string;
}

export type DraftField =
  | "clientId"
  | "newName"
  | "newEmail"
  | "title"
  | "start"
  | "durationMinutes"
  | "everyWeeks"
  | "until";

export function emptyDraft(start: string, durationMinutes: number, anyClients: boolean): Draft {
  return {
    client: anyClients ? "unset" : "new",
    newName: "",
    newEmail: "",
    title: "",
    date: start.slice(0, 10),
    time: start.slice(11, 16),
    durationMinutes,
    repeats: "once",
    everyWeeks: 1,
    until: "",
  };
}

export function draftOf(series: SeriesView, start: string, durationMinutes: number): Draft {
  return {
    client: series.clientId === null ? "none" : { id: series.clientId },
    newName: "",
    newEmail: "",
    title: series.title,
    date: start.slice(0, 10),
    time: start.slice(11, 16),
    durationMinutes,
    repeats: series.rule === null ? "once" : "weekly",
    everyWeeks: series.everyWeeks ?? 1,
    until: series.until ?? "",
  };
}

/** The draft as the app books it; null while a date, a time or a number is missing. A new client has no id yet. */
export function bookingOf(draft: Draft): Booking | null {
  if (draft.date === "" || draft.time === "" || draft.durationMinutes === null) return null;
  if (draft.repeats === "weekly" && draft.everyWeeks === null) return null;
  return {
    clientId: typeof draft.client === "object" ? draft.client.id : null,
    title: draft.client === "new" ? "" : draft.title,
    start: `${draft.date}T${draft.time}`,
    durationMinutes: draft.durationMinutes,
    everyWeeks: draft.repeats === "weekly" ? draft.everyWeeks : null,
    until: draft.repeats === "weekly" && draft.until !== "" ? draft.until : null,
  };
}

/** What is missing, by field. */
export function gapsIn(draft: Draft): Partial<Record<DraftField, string>> {
  const gaps: Partial<Record<DraftField, string>> = {};
  if (draft.client === "unset") gaps.clientId = "Please choose a client, or No client.";
  if (draft.client === "new" && draft.newName.trim() === "") gaps.newName = "A name is needed.";
  if (draft.client === "none" && draft.title.trim() === "") gaps.title = "A title is needed.";
  if (draft.date === "" || draft.time === "") gaps.start = "A date and a time are needed.";
  if (draft.durationMinutes === null) gaps.durationMinutes = "A length is needed.";
  if (draft.repeats === "weekly" && draft.everyWeeks === null) gaps.everyWeeks = "How many weeks apart?";
  if (draft.repeats === "weekly" && draft.until !== "" && draft.until < draft.date)
    gaps.until = "The last date comes before the first.";
  return gaps;
}
