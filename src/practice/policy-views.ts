import type { Alternation, Closure, RegionHoliday, Season, Trip, WeeklyHours } from "../domain/policy/hours.ts";
import type { Policy, Region } from "../domain/policy/policy.ts";
import type { Instant } from "../domain/time/instant.ts";

/*
 * What the screens are told. Instants are epoch milliseconds; wall times are `YYYY-MM-DDTHH:MM` on the practice's clock;
 * sentences are ready to be read aloud.
 */

/** The phrases the app comes with. */
export interface ShippedPhrasesView {
  readonly safety: Readonly<Record<"crisis" | "danger" | "goodbye" | "means" | "emoji", readonly string[]>>;
  readonly logistics: readonly string[];
}

export interface AvailabilityView {
  readonly version: number;
  /** The ordinary week, or week A of those that alternate. */
  readonly messageHours: WeeklyHours;
  readonly alternation: Alternation | null;
  /** Whose turn it is this week: 0 for week A. */
  readonly weekNow: number;
  readonly seasons: readonly Season[];
  readonly travel: readonly Trip[];
  readonly holidays: {
    readonly region: Region;
    /** The state or province whose holidays these are; null for the whole region's. */
    readonly area: string | null;
    readonly areas: readonly { readonly area: string; readonly name: string }[];
    /** Those of this year and the next, ascending. */
    readonly days: readonly RegionHoliday[];
  };
  readonly closures: readonly Closure[];
  readonly zone: string;
  readonly gate: Policy["gate"];
  readonly replies: Policy["replies"];
  readonly nextOpening: Instant | null;
}

/** A change of the policy, and what it did to the messages that wait. */
export interface PolicyChangeView {
  readonly version: number;
  /** The version to go back to for undo. */
  readonly previousVersion: number;
  /** "2 held messages now surface at Tue 8:00", or null when nothing waits differently. */
  readonly effect: string | null;
}

export interface PolicyVersionsView {
  readonly versions: readonly {
    readonly version: number;
    readonly at: Instant;
    readonly inForce: boolean;
    /** What is different from the version before, a sentence each; null for the first one. */
    readonly changes: readonly string[] | null;
  }[];
  /** There are earlier ones. */
  readonly more: boolean;
}
