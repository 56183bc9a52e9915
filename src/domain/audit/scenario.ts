import type { Policy } from "../policy/policy.ts";
import type { ReplyFacts } from "../replies/reply-facts.ts";
import type { Emergencies } from "../replies/words.ts";
import type { Region } from "../policy/policy.ts";
import type { Instant } from "../time/instant.ts";

/** `look` is for what is not wrong and may not be meant. */
export type AuditResult = "passed" | "look" | "failed";

/** What a result is called. */
export const resultNames: Readonly<Record<AuditResult, string>> = {
  passed: "Passed",
  look: "Look at this",
  failed: "Failed",
};

/** The setting that a scenario is about, where it can be changed. */
export type AuditPlace =
  | "hours"
  | "closures"
  | "holidays"
  | "travel"
  | "gate"
  | "replies"
  | "wordings"
  | "agreed-hours"
  | "practice";

/** What is checked, and by what. */
export interface AuditSetting {
  readonly now: Instant;
  readonly policy: Policy;
  readonly words: ReplyFacts["words"];
  readonly emergencies: Emergencies;
  readonly regionNames: Readonly<Record<Region, string>>;
}

/** What became of a scenario under these settings. */
export interface Judgement {
  readonly result: AuditResult;
  /** What happens, in plain words. */
  readonly happens: string;
  /** Why that is right, or what to look at. */
  readonly sentence: string;
}

/** A judgement of one of several cases, such as one holiday. */
export interface NamedJudgement extends Judgement {
  readonly name: string;
}

/** One thing that may befall a practice. */
export interface Scenario {
  readonly id: string;
  readonly place: AuditPlace;
  readonly name: string;
  readonly judge: (setting: AuditSetting) => Judgement | readonly NamedJudgement[];
}

export const passed = (happens: string, sentence: string): Judgement => ({ result: "passed", happens, sentence });
export const look = (happens: string, sentence: string): Judgement => ({ result: "look", happens, sentence });
export const failed = (happens: string, sentence: string): Judgement => ({ result: "failed", happens, sentence });

/** Passed when `isRight`, else the other result with its own sentence. */
export const judged = (
  isRight: boolean,
  happens: string,
  right: string,
  wrong: string,
  otherwise: typeof look = failed,
): Judgement => (isRight ? passed(happens, right) : otherwise(happens, wrong));
