import type { Policy } from "../policy.ts";
import { compareAny, isRecord, isSame, wordsOfName } from "./compare-any.ts";
import {
  compareAlternation,
  compareClientHours,
  compareClosures,
  compareHolidays,
  compareMessageHours,
  compareSeasons,
  compareTravel,
} from "./compare-hours.ts";
import { compareGate, comparePractice, compareReplies, compareTemplates } from "./compare-rules.ts";
import type { Compare, PolicyChange, SayPolicy } from "./policy-change.ts";

type Parts = { readonly [Part in keyof Policy]?: Compare<Policy[Part]> };

const parts: Parts = {
  practice: comparePractice,
  messageHours: compareMessageHours,
  alternation: compareAlternation,
  seasons: compareSeasons,
  travel: compareTravel,
  holidays: compareHolidays,
  closures: compareClosures,
  clientHours: compareClientHours,
  gate: compareGate,
  replies: compareReplies,
  templates: compareTemplates,
};

/**
 * What differs between two policies, in words. Two policies without a difference are the same; a part, or a difference,
 * that has no words of its own is said by the names of its fields.
 */
export function comparePolicies(before: Policy, after: Policy, say: SayPolicy): PolicyChange[] {
  const all = new Set([...partsOf(before), ...partsOf(after)]);
  return [...all].flatMap((part) => comparePart(part, before, after, say));
}

function comparePart<Part extends keyof Policy>(
  part: Part,
  before: Policy,
  after: Policy,
  say: SayPolicy,
): PolicyChange[] {
  if (isSame(before[part], after[part])) return [];
  const compare: Parts[Part] = parts[part];
  const found = compare === undefined ? [] : compare(before[part], after[part], say);
  return found.length > 0
    ? [...found, ...unsaid(part, before[part], after[part], found)]
    : compareAny(part, wordsOfName(part), before[part], after[part]);
}

/** Fields of a part that differ and that none of the changes found is about. */
function unsaid(part: string, before: unknown, after: unknown, found: readonly PolicyChange[]): PolicyChange[] {
  if (!isRecord(before) || !isRecord(after) || found.some(({ path }) => path === part)) return [];
  return Object.keys({ ...before, ...after })
    .filter((key) => !found.some(({ path }) => path === `${part}.${key}` || path.startsWith(`${part}.${key}.`)))
    .flatMap((key) =>
      compareAny(`${part}.${key}`, `${wordsOfName(part)}, ${wordsOfName(key).toLowerCase()}`, before[key], after[key]),
    );
}

const partsOf = (policy: Policy): readonly (keyof Policy)[] => Object.keys(policy) as (keyof Policy)[];
