import { audit, type AuditLine, type AuditReport } from "../../src/domain/audit/audit.ts";
import type { AuditSetting } from "../../src/domain/audit/scenario.ts";
import type { Policy } from "../../src/domain/policy/policy.ts";
import { firstPolicy } from "../../src/practice/first-policy.ts";
import { emergencies, regionNames, replyWords } from "../../src/practice/words.ts";
import { weekdaysNineToFive } from "./values.ts";

// In New York. Monday 23 November 2026, 12:00.
const mondayNoon = Date.parse("2026-11-23T17:00:00Z");

/** The settings of a practice in New York as they are after the first run, with what a test says differently. */
export function settingWith(said: Partial<Policy> = {}, other: Partial<AuditSetting> = {}): AuditSetting {
  const policy = firstPolicy(
    {
      practice: { name: "Dr. Kim", zone: "America/New_York", locale: "en-US", region: "US" },
      messageHours: weekdaysNineToFive,
      passphrase: "",
      unlockWithComputer: false,
    },
    mondayNoon,
  );
  return { now: mondayNoon, policy: { ...policy, ...said }, words: replyWords, emergencies, regionNames, ...other };
}

export const auditOf = (said: Partial<Policy> = {}, other: Partial<AuditSetting> = {}): AuditReport =>
  audit(settingWith(said, other));

/** The lines of one scenario. */
export const linesAbout = ({ groups }: AuditReport, id: string): AuditLine[] =>
  groups.flatMap(({ lines }) => lines.filter((line) => line.id === id || line.id.startsWith(`${id} `)));
