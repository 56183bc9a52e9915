import type { ClauseChange } from "../domain/communication-policy/letter.ts";
import type { Language } from "../domain/policy/policy.ts";
import type { Instant } from "../domain/time/instant.ts";

/** The communication policy as a whole: what the settings say now, and what clients were given. */
export interface CommunicationPolicyView {
  /** The policy version that an edition issued now would name. */
  readonly policyVersion: number;
  /** The clauses in which the settings differ from the last edition; none before the first. */
  readonly differing: readonly (ClauseChange & { readonly heading: string })[];
  /** The newest first. */
  readonly editions: readonly {
    readonly number: number;
    readonly issuedAt: Instant;
    readonly acknowledgements: number;
  }[];
  /** Can this host make a PDF by itself? */
  readonly makesPdf: boolean;
}

/** Whether a client has acknowledged the last edition, an earlier one, or none. */
export interface AcknowledgementView {
  readonly clientId: string;
  readonly name: string;
  readonly language: Language;
  readonly state: "current" | "outdated" | "none";
  /** The newest edition acknowledged, and when; null with `none`. */
  readonly edition: number | null;
  readonly acknowledgedAt: Instant | null;
}

/** A letter as a file to be kept. */
export interface LetterFileView {
  readonly name: string;
  readonly type: string;
  readonly base64: string;
}

export interface LetterRequest {
  /** Null for what the settings say now. */
  readonly edition: number | null;
  readonly language: Language;
}
