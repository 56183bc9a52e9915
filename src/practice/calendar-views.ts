import type { Closure } from "../domain/policy/hours.ts";
import type { Repeats } from "../domain/recurrence/repeats.ts";
import type { Instant } from "../domain/time/instant.ts";

/*
 * What the screens are told. Instants are epoch milliseconds; wall times are `YYYY-MM-DDTHH:MM` on the practice's clock;
 * sentences are ready to be read aloud.
 */

export interface SessionView {
  readonly seriesId: string;
  readonly recurrenceId: string;
  readonly clientId: string | null;
  /** The client's preferred name, or the title of an appointment without a client. */
  readonly name: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly startWall: string;
  readonly endWall: string;
  readonly recurring: boolean;
  readonly moved: boolean;
}

export interface CalendarView {
  readonly sessions: readonly SessionView[];
  /** Message hours in the range, as wall times. */
  readonly open: readonly { readonly startWall: string; readonly endWall: string }[];
  /** Closures entered by hand, and the region's holidays on the dates they decide. */
  readonly closures: readonly Closure[];
}

export interface SeriesView {
  readonly id: string;
  readonly clientId: string | null;
  readonly title: string;
  readonly start: string;
  readonly zone: string;
  readonly durationMinutes: number;
  readonly rule: string | null;
  /** The rule in words: "every second Tuesday at 10:00". */
  readonly words: string;
  /** The rule as the form asks for it; null for a single appointment. */
  readonly repeats: Repeats | null;
}

/** One date of a booking on which something is in its way. */
export interface ConflictView {
  readonly kind: "appointment" | Closure["kind"];
  /** Which date it is, and what lies there with its name. */
  readonly sentence: string;
  readonly start: Instant;
}

/** What is in the way of a booking, first dates first. */
export interface ConflictsView {
  readonly conflicts: readonly ConflictView[];
  /** How far was looked, where nothing was found or not all is told; null where there is nothing to say. */
  readonly note: string | null;
}
