import type { Language } from "../domain/policy/policy.ts";
import type { Repeats } from "../domain/recurrence/repeats.ts";
import type { VacationDraft } from "../domain/vacation/arrangements.ts";
import type { CalendarView, ConflictsView, SeriesView } from "./calendar-views.ts";
import type { ClientView } from "./client-views.ts";
import type { Effect } from "./light-service.ts";
import type { Outcome } from "./outcome.ts";
import type { PolicyChangeView } from "./policy-views.ts";
import type { FreeTimeAround, VacationChange, VacationDraftView, VacationsView } from "./vacation-views.ts";

/** A new appointment as the calendar form gives it; wall times on the practice's clock. */
export interface Booking {
  readonly clientId: string | null;
  readonly title: string;
  readonly start: string;
  readonly durationMinutes: number;
  /** Null for a single appointment. */
  readonly repeats: Repeats | null;
}

/** The appointment that is being changed, and how much of its series with it. */
export interface Changing {
  readonly seriesId: string;
  readonly recurrenceId: string;
  readonly scope: "this" | "following" | "all";
}

/** Where a free time is looked for; wall times on the practice's clock. */
export interface FreeTimeQuestion {
  readonly durationMinutes: number;
  /** The free time begins later than this. */
  readonly after: string;
  /** A series that is being moved is no obstacle to itself. */
  readonly exceptSeriesId: string | null;
}

/** Booking and changing appointments. `scope` is the usual three ways of editing a series. */
export interface BookingService {
  /** Sessions and bands of the dates `[firstDate, lastDate]`, both included. */
  calendar(firstDate: string, lastDate: string): CalendarView;
  series(id: string): SeriesView | null;
  /** The wall time at which the next free time begins. */
  nextFree(question: FreeTimeQuestion): Outcome<string>;
  /** How a booking repeats: "every second Tuesday at 10:00", "once". */
  inWords(booking: Booking): Outcome<string>;
  /** What is in the way of a new appointment, or of one that is being changed. */
  conflicts(booking: Booking, changing: Changing | null): ConflictsView;
  book(booking: Booking): Outcome<{ readonly seriesId: string } & Effect>;
  change(
    seriesId: string,
    recurrenceId: string,
    scope: "this" | "following" | "all",
    change: Booking,
  ): Outcome<{ readonly undo: string } & Effect>;
  cancel(
    seriesId: string,
    recurrenceId: string,
    scope: "this" | "following" | "all",
  ): Outcome<{ readonly undo: string } & Effect>;
  /** Takes back a change or cancellation by the token it returned, for ten minutes. */
  undo(token: string): Outcome<Effect>;
}

export interface ClientInput {
  readonly preferredName: string;
  readonly language: Language;
  readonly emails: readonly string[];
  readonly urgent: boolean;
  readonly optedOut: boolean;
  /** IANA zone; null for the practice's, undefined leaves it as it is. */
  readonly zone?: string | null | undefined;
  /** Those of `emails` that others read too; undefined leaves them as they are. */
  readonly sharedEmails?: readonly string[] | undefined;
}

export interface ClientService {
  list(): readonly ClientView[];
  add(input: ClientInput): Outcome<{ readonly id: string }>;
  change(id: string, input: ClientInput): Outcome<null>;
  /** Archiving ends the hours agreed with the client; `endedHours` is then the change of the policy. */
  archive(id: string, archived: boolean): Outcome<{ readonly endedHours: PolicyChangeView | null }>;
}

/** Planning vacations, changing them, and coming back early. */
export interface VacationService {
  list(): VacationsView;
  /** Goes on with what was begun, or begins anew. */
  begin(): Outcome<{ readonly id: string }>;
  /** Begins to change a planned vacation, or to tell clients that it is over. */
  reopen(id: string): Outcome<{ readonly id: string }>;
  draft(id: string): VacationDraftView | null;
  keepDraft(id: string, draft: VacationDraft): Outcome<VacationDraftView>;
  /** Drops what was begun; a planned vacation stays as it is. */
  discard(id: string): Outcome<null>;
  /** A free time outside the vacation, as a wall time. */
  freeTime(question: FreeTimeAround): Outcome<string>;
  /** Does everything at once: hours, sessions, notices. */
  finish(id: string): Outcome<VacationChange>;
  /** Takes a vacation back; of what was arranged for it, `back` returns to the calendar. */
  remove(id: string, back: readonly string[]): Outcome<VacationChange>;
  /** Ends a vacation today. */
  comeBack(id: string, back: readonly string[]): Outcome<VacationChange>;
  undo(token: string): Outcome<Effect>;
  takeBackNotice(replyId: string): Outcome<null>;
  /** Sends one again that did not arrive, or may not have. */
  sendNoticeAgain(replyId: string): Outcome<null>;
}
