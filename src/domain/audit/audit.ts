import { availabilityOf } from "../availability/open-spans.ts";
import type { Instant } from "../time/instant.ts";
import { dateAt, wallAt } from "../time/practice-zone.ts";
import { awayScenarios } from "./away.ts";
import { hoursScenarios } from "./hours.ts";
import { interruptionScenarios } from "./interruptions.ts";
import { safetyScenarios } from "./safety.ts";
import {
  type AuditPlace,
  type AuditResult,
  type AuditSetting,
  failed,
  type NamedJudgement,
  type Scenario,
} from "./scenario.ts";
import { silenceScenarios } from "./silence.ts";
import { wordingScenarios } from "./wording.ts";

/** One line of the report. */
export interface AuditLine extends NamedJudgement {
  /** Of the scenario, and of the case where it has several. */
  readonly id: string;
  readonly place: AuditPlace;
}

export interface AuditGroup {
  readonly name: string;
  readonly lines: readonly AuditLine[];
}

/** What came of trying the settings out. It names no client and quotes no message. */
export interface AuditReport {
  readonly at: Instant;
  /** Date and time on the practice's clock. */
  readonly wall: string;
  readonly groups: readonly AuditGroup[];
  readonly counts: Readonly<Record<AuditResult, number>>;
}

const groups: readonly { readonly name: string; readonly scenarios: readonly Scenario[] }[] = [
  { name: "Hours and clocks", scenarios: hoursScenarios },
  { name: "Holidays, vacations and travel", scenarios: awayScenarios },
  { name: "Safety", scenarios: safetyScenarios },
  { name: "What may interrupt", scenarios: interruptionScenarios },
  { name: "Who is answered, and who is not", scenarios: silenceScenarios },
  { name: "What replies say", scenarios: wordingScenarios },
];

/**
 * Tries every scenario under the settings, with invented clients, sessions and messages, by the functions that decide about
 * real ones. The same settings and instant give the same report. A scenario that cannot be judged has failed.
 */
export function audit(setting: AuditSetting): AuditReport {
  const judgedGroups = groups.map(({ name, scenarios }) => ({
    name,
    lines: scenarios.flatMap((scenario) => linesOf(scenario, setting)),
  }));
  const count = (result: AuditResult) =>
    judgedGroups.reduce((sum, { lines }) => sum + lines.filter((one) => one.result === result).length, 0);
  const zones = availabilityOf(setting.policy);
  return {
    at: setting.now,
    wall: `${dateAt(zones, setting.now)} ${wallAt(zones, setting.now).slice(11)}`,
    groups: judgedGroups,
    counts: { passed: count("passed"), look: count("look"), failed: count("failed") },
  };
}

function linesOf({ id, place, name, judge }: Scenario, setting: AuditSetting): AuditLine[] {
  const judgement = attempt(() => judge(setting));
  const cases = "result" in judgement ? [{ name, ...judgement }] : judgement;
  return cases.map((one, index) => ({ id: cases.length === 1 ? id : `${id} ${index + 1}`, place, ...one }));
}

function attempt(judge: () => ReturnType<Scenario["judge"]>): ReturnType<Scenario["judge"]> {
  try {
    return judge();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return failed("The app made a mistake while trying this.", `Please report it: ${error.name}.`);
  }
}
