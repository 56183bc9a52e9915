import type { Alternation, WeeklyHours } from "../domain/policy/hours.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { PolicyDraft } from "../domain/policy/draft.ts";
import type { Difference, ReplayFigures } from "../domain/replay/compare.ts";
import type { Instant } from "../domain/time/instant.ts";

/** Dates `YYYY-MM-DD` on the practice's clock, both included. */
export interface SimulatedPeriod {
  readonly firstDate: string;
  readonly lastDate: string;
}

/** The settings that a draft begins with. */
export interface DraftBasis {
  readonly messageHours: WeeklyHours;
  readonly alternation: Alternation | null;
  readonly gate: Policy["gate"];
  readonly replies: Policy["replies"];
}

/** What a draft would be tried on. */
export interface DraftLook {
  /** The version in force, with which it is compared. */
  readonly policyVersion: number;
  /** What it changes in the settings in force, a sentence each. */
  readonly changes: readonly string[];
  /** Messages that came in during the period. */
  readonly messages: number;
}

/** A draft that is tried on a period, or was. */
export interface SimulationView {
  readonly id: string;
  readonly draft: PolicyDraft;
  readonly period: SimulatedPeriod;
  /** Messages played so far, of all that are played: each of them twice. */
  readonly played: number;
  readonly toPlay: number;
  /** Null while it runs. */
  readonly result: SimulationResult | null;
}

export interface SimulationResult {
  /** The version it was compared with: the one that was in force then. */
  readonly policyVersion: number;
  readonly messages: number;
  readonly before: ReplayFigures;
  readonly after: ReplayFigures;
  /** How many messages fare otherwise, and how; those of which there are any. */
  readonly counts: readonly { readonly difference: Difference; readonly count: number }[];
}

/** How one message fares: what the gate says, and what the sender is told. */
export interface FareView {
  readonly sentence: string;
  /** The whole reply; null for none. */
  readonly reply: string | null;
  readonly noReply: string | null;
}

/** A message that fares otherwise. */
export interface SimulatedChangeView {
  readonly messageId: string;
  readonly name: string;
  readonly subject: string;
  readonly excerpt: string;
  readonly receivedAt: Instant;
  readonly before: FareView;
  readonly after: FareView;
  readonly replyDiffers: boolean;
}
