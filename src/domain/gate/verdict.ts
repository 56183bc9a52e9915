import type { Instant } from "../time/instant.ts";

/**
 * Who spoke: the gate's rules in their order (DESIGN.md), `undecided` for what no rule can settle - it is surfaced - and
 * `by-hand` for the therapist.
 */
export const ruleNames = [
  "safety",
  "blocked",
  "repeated-contact",
  "near-session",
  "do-not-disturb",
  "in-session",
  "client-hours",
  "closed",
  "batch",
  "open",
  "undecided",
  "by-hand",
] as const;
export type RuleName = (typeof ruleNames)[number];

/** A machine-readable reason, such as `closure:vacation`. */
export type Reason = string;

/** What happens to a message. A hold always has its release instant. */
export type Verdict =
  | { readonly kind: "surface"; readonly rule: RuleName; readonly reasons: readonly Reason[] }
  | { readonly kind: "hold"; readonly until: Instant; readonly rule: RuleName; readonly reasons: readonly Reason[] };

export const surface = (rule: RuleName, ...reasons: Reason[]): Verdict => ({ kind: "surface", rule, reasons });
export const hold = (until: Instant, rule: RuleName, ...reasons: Reason[]): Verdict => ({
  kind: "hold",
  until,
  rule,
  reasons,
});
