import type { Instant } from "../domain/time/instant.ts";
import type { ThreadReplyView } from "./message-views.ts";

/**
 * When a reply written by hand leaves: at once, when the practice opens - which may move, and was shown as `shown` - or at an
 * instant.
 */
export type LeavingTime =
  | { readonly kind: "now" }
  | { readonly kind: "opening"; readonly shown: Instant }
  | { readonly kind: "at"; readonly at: Instant };

/** What can be written in answer to a message, or why nothing can. */
export type ComposerView =
  | { readonly ready: false; readonly sentence: string }
  | {
      readonly ready: true;
      /** The therapist's own address that it is sent from. */
      readonly from: string;
      /** Where it may go, the likeliest first: where the mail asks for answers, and the address it came from. */
      readonly addresses: readonly string[];
      readonly subject: string;
      /** Something to know before writing; null when there is nothing. */
      readonly note: string | null;
    };

/** Answering one message by hand: what is being written, and what was written before. */
export interface AnsweringView {
  readonly composer: ComposerView;
  readonly draft: string;
  /** Grows whenever the draft is replaced by something else than typing. */
  readonly turn: number;
  /** What the practice light suggests: at the opening while nobody is to be disturbed, else now. */
  readonly byDefault: "now" | "opening";
  /** When "at opening" is; null when no opening is in sight. */
  readonly opening: Instant | null;
  /** The last instant a reply may be put off to. */
  readonly latest: Instant;
  /** Everything sent to this person, or about to be, oldest first. */
  readonly replies: readonly ThreadReplyView[];
}

export interface HandWritten {
  readonly messageId: string;
  readonly text: string;
  /** One of the addresses of the composer. */
  readonly to: string;
  readonly leaves: LeavingTime;
}

/** A time at which a message may come back. */
export interface SnoozeChoice {
  readonly kind: "later-today" | "opening" | "next-week";
  readonly at: Instant;
}
