import type { Booking, SeriesView } from "../data/api.ts";
import { onDate, once, repeatsDraftOf, repeatsFrom, type RepeatsDraft } from "./repeatsDraft.ts";

/** The appointment form while it is filled in. */
export interface Draft {
  readonly client: "unset" | "none" | "new" | { readonly id: string };
  readonly newName: string;
  readonly newEmail: string;
  readonly title: string;
  readonly date: string;
  readonly time: string;
  readonly durationMinutes: number | null;
  readonly repeats: RepeatsDraft;
}

export type DraftField =
  | "clientId"
  | "newName"
  | "newEmail"
  | "title"
  | "start"
  | "durationMinutes"
  | "every"
  | "weekdays"
  | "until"
  | "rule";

export function emptyDraft(start: string, durationMinutes: number, anyClients: boolean): Draft {
  return {
    client: anyClients ? "unset" : "new",
    newName: "",
    newEmail: "",
    title: "",
    date: start.slice(0, 10),
    time: start.slice(11, 16),
    durationMinutes,
    repeats: once,
  };
}

/** `shown` is where the appointment stands now, `start` where it was dragged to. */
export function draftOf(series: SeriesView, shown: string, start: string, durationMinutes: number): Draft {
  return {
    client: series.clientId === null ? "none" : { id: series.clientId },
    newName: "",
    newEmail: "",
    title: series.title,
    date: start.slice(0, 10),
    time: start.slice(11, 16),
    durationMinutes,
    // Dragged to another date, the pattern goes with it.
    repeats: onDate(repeatsDraftOf(series.repeats, series.words), shown.slice(0, 10), start.slice(0, 10)),
  };
}

/** The same draft on another date. */
export function draftOn(draft: Draft, date: string): Draft {
  return { ...draft, date, repeats: onDate(draft.repeats, draft.date, date) };
}

/** The draft as the app books it; null while a date, a time or a number is missing. A new client has no id yet. */
export function bookingOf(draft: Draft): Booking | null {
  if (draft.date === "" || draft.time === "" || draft.durationMinutes === null) return null;
  const repeats = repeatsFrom(draft.repeats);
  if (repeats === undefined) return null;
  return {
    clientId: typeof draft.client === "object" ? draft.client.id : null,
    title: draft.client === "new" ? "" : draft.title,
    start: `${draft.date}T${draft.time}`,
    durationMinutes: draft.durationMinutes,
    repeats,
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
  const { unit, every, until } = draft.repeats;
  if (unit !== "once" && unit !== "rule") {
    if (every === null) gaps.every = "How many from one to the next?";
    if (until !== "" && until < draft.date) gaps.until = "The last date comes before the first.";
  }
  return gaps;
}
