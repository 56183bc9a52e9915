import type { Language } from "../domain/policy/policy.ts";
import type { Instant } from "../domain/time/instant.ts";
import type { Decision, VacationDraft } from "../domain/vacation/arrangements.ts";
import type { ChecklistItem } from "../domain/vacation/checklist.ts";
import type { NoticeKind } from "../domain/vacation/notice-words.ts";
import type { ReplyState } from "./message-views.ts";
import type { SessionView } from "./calendar-views.ts";

/** A session that begins during the vacation, and what is decided about it. */
export interface SessionInTheWay extends SessionView {
  /** Names it among all of them. */
  readonly key: string;
  readonly decision: Decision | null;
  /** What stands against the time it is to be moved to, in sentences. */
  readonly against: readonly string[];
}

/** All sessions of one client that are in the way; those without a client stand together. */
export interface InTheWayOfClient {
  readonly clientId: string | null;
  readonly name: string;
  readonly sessions: readonly SessionInTheWay[];
}

/** A session that was cancelled or moved for a vacation. */
export interface ArrangedView {
  readonly key: string;
  readonly clientId: string | null;
  readonly name: string;
  readonly startWall: string;
  /** Null where it was cancelled. */
  readonly movedToWall: string | null;
  /** It was changed by hand since, so it stays as it is. */
  readonly changedSince: boolean;
  /** Whether it can still come back, and what it would then meet. */
  readonly ahead: boolean;
  readonly against: readonly string[];
}

export interface RecipientView {
  readonly clientId: string;
  readonly name: string;
  readonly language: Language;
  readonly kind: NoticeKind;
  /** How many of their sessions are concerned. */
  readonly sessions: number;
  readonly chosen: boolean;
  /** Why no notice can be sent; null when one can. */
  readonly unreachable: string | null;
  readonly address: string | null;
  /** Others read the address too, so sessions are not named. */
  readonly shared: boolean;
  readonly subject: string;
  readonly text: string;
}

export interface VacationProblem {
  readonly field: string;
  readonly sentence: string;
}

/** Everything a vacation that is being planned or changed would do, worked out anew with every change of the draft. */
export interface VacationDraftView {
  readonly id: string;
  readonly draft: VacationDraft;
  /** What keeps it from being finished. */
  readonly problems: readonly VacationProblem[];
  readonly inTheWay: readonly InTheWayOfClient[];
  /** Arranged before, and not in the way of the new dates any more. */
  readonly notInTheWay: readonly (ArrangedView & { readonly comesBack: boolean })[];
  readonly recipients: readonly RecipientView[];
  readonly texts: Readonly<
    Record<Language, { readonly shipped: string; readonly used: boolean; readonly emergencyLine: string }>
  >;
  readonly kind: NoticeKind;
  readonly leaves: {
    readonly now: boolean;
    /** When "at the next opening" is; null when there is none in time. */
    readonly opening: Instant | null;
    /** When they leave by the present choice; null when they cannot. */
    readonly at: Instant | null;
  };
  /** What is answered to a message in the middle of the vacation. */
  readonly replies: {
    readonly at: Instant;
    readonly clients: readonly { readonly language: Language; readonly subject: string; readonly text: string }[];
    readonly unknown: { readonly language: Language; readonly subject: string; readonly text: string } | null;
  } | null;
  readonly checklist: readonly ChecklistItem[];
  readonly counts: {
    readonly cancelled: number;
    readonly moved: number;
    readonly kept: number;
    readonly open: number;
    readonly back: number;
    readonly notices: number;
  };
}

export interface NoticeView {
  readonly replyId: string;
  readonly clientId: string | null;
  readonly name: string;
  readonly state: ReplyState;
  readonly subject: string;
  readonly text: string;
  /** When it left, or leaves as far as is known. */
  readonly at: Instant | null;
  readonly reason: string | null;
  /** It says what holds now. */
  readonly current: boolean;
}

/** A vacation that was planned, and what became of it. */
export interface VacationView {
  readonly id: string;
  readonly standing: "ahead" | "away" | "over" | "withdrawn" | "returned" | "not-in-hours";
  readonly firstDate: string;
  readonly lastDate: string;
  readonly label: string;
  readonly cover: { readonly name: string; readonly phone: string } | null;
  readonly withoutCover: string | null;
  readonly arranged: readonly ArrangedView[];
  readonly notices: readonly NoticeView[];
  /** Clients who were told what does not hold any more, and have not been told so. */
  readonly outdated: readonly { readonly clientId: string; readonly name: string }[];
  readonly checklist: readonly ChecklistItem[];
  /** Its change was begun and not finished. */
  readonly beingChanged: boolean;
}

export interface VacationsView {
  /** What was begun and not finished; null when nothing was. */
  readonly begun: { readonly id: string; readonly firstDate: string; readonly lastDate: string } | null;
  readonly vacations: readonly VacationView[];
}

export interface FreeTimeAround {
  readonly id: string;
  /** The session to move. */
  readonly key: string;
  readonly side: "before" | "after";
  /** Where it was last suggested; the next one is looked for from there. Null for the first. */
  readonly beyond: string | null;
}

/** What a change of a vacation did, and the token that takes it back. */
export interface VacationChange {
  readonly id: string;
  readonly undo: string;
  /** "2 held messages now surface at Tue 8:00", or null when nothing waits differently. */
  readonly effect: string | null;
}
