import { z } from "zod";

/** Local wall time to the minute, without a zone: `YYYY-MM-DDTHH:MM`. */
export const wallTimeSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, "A date and time is written like 2026-11-30T10:00.");
export type WallTime = string;

/**
 * A recurring appointment: an RFC 5545 rule that runs on the wall clock of the series' zone, or a single appointment
 * when `rule` is null. Wall time is what was agreed; instants follow from it (FIELD T1).
 */
export interface Series {
  readonly id: string;
  readonly clientId: string | null;
  readonly title: string;
  /** First occurrence, wall time in `zone`. */
  readonly start: WallTime;
  readonly zone: string;
  readonly durationMinutes: number;
  /** RRULE value without the `RRULE:` prefix, e.g. `FREQ=WEEKLY;INTERVAL=2;BYDAY=TU`. UNTIL is a UTC instant. */
  readonly rule: string | null;
  readonly overrides: readonly Override[];
}

/** What differs for one occurrence, named by its original local start (RECURRENCE-ID). */
export type Override =
  | { readonly recurrenceId: WallTime; readonly kind: "cancelled" }
  | {
      readonly recurrenceId: WallTime;
      readonly kind: "moved";
      readonly start: WallTime;
      readonly durationMinutes: number;
    };

/** One instance of a series, override applied. Its interval `[start, end)` is in instants. */
export interface Occurrence {
  readonly seriesId: string;
  readonly recurrenceId: WallTime;
  readonly clientId: string | null;
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly moved: boolean;
}
