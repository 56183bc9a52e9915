import type { ClientHours } from "../domain/policy/client-hours.ts";
import type { Language } from "../domain/policy/policy.ts";
import type { Instant } from "../domain/time/instant.ts";

/*
 * What the screens are told. Instants are epoch milliseconds; wall times are `YYYY-MM-DDTHH:MM` on the practice's clock;
 * sentences are ready to be read aloud.
 */

export interface ClientView {
  readonly id: string;
  readonly preferredName: string;
  readonly language: Language;
  readonly emails: readonly string[];
  /** Marked urgent by the therapist: every message surfaces at once. */
  readonly urgent: boolean;
  /** Asked not to receive automatic replies. */
  readonly optedOut: boolean;
  /** Since when as far as is known, and whether by STOP, by words that you took for it, or by your own hand. */
  readonly optOut: { readonly at: Instant | null; readonly how: "stop" | "unclear" | "by-hand" } | null;
  readonly archived: boolean;
  readonly nextSession: Instant | null;
  /** IANA zone of a client who lives in another one than the practice. */
  readonly zone: string | null;
  /** Those of the addresses that others read too. */
  readonly sharedEmails: readonly string[];
  readonly agreedHours: AgreedHoursView | null;
}

/** Hours agreed with one client, and how they stand. */
export interface AgreedHoursView extends ClientHours {
  readonly standing: "not-begun" | "in-force" | "suspended" | "ended";
  /** What they let through since Monday. */
  readonly usedThisWeek: number;
  /** The day has come on which the therapist wanted to look at them again. */
  readonly reviewIsDue: boolean;
}
