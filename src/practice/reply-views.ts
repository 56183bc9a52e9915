import type { Language, Policy } from "../domain/policy/policy.ts";
import type { ReplyForm, ReplyReason, ReplyVariable } from "../domain/policy/templates.ts";
import type { LintFinding } from "../domain/replies/lint.ts";
import type { Segments } from "../domain/replies/segments.ts";
import type { Instant } from "../domain/time/instant.ts";

/** One reply in one language and form: the shipped wording, and the therapist's own where there is one. */
export interface ReplyTemplateView {
  readonly reason: ReplyReason;
  readonly language: Language;
  readonly form: ReplyForm;
  readonly shipped: string;
  readonly own: string | null;
  /** What can be filled in. */
  readonly variables: readonly ReplyVariable[];
  /** The emergency line leads, wherever the wording places it. */
  readonly emergencyFirst: boolean;
}

/** Everything on the Replies screen. */
export interface RepliesView {
  readonly replies: Policy["replies"];
  /** In which unknown senders are answered. */
  readonly language: Language;
  readonly templates: readonly ReplyTemplateView[];
}

/** A wording as an example client would get it. */
export interface TemplatePreview {
  readonly subject: string;
  readonly text: string;
  /** The part of the text that cannot be removed. */
  readonly emergencyLine: string;
  /** Of a text message. */
  readonly segments: Segments | null;
  readonly findings: readonly LintFinding[];
  /** The wording with letters that plain text messages have; null where it needs no change. */
  readonly plain: string | null;
  readonly example: {
    readonly clientName: string;
    readonly writesAt: Instant;
    /** No vacation with cover is planned, so an invented colleague stands in. */
    readonly coverIsInvented: boolean;
  };
}
