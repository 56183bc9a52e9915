import { availabilityOf } from "../domain/availability/open-spans.ts";
import { type Closure, closureSchema, dateSchema } from "../domain/policy/hours.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { Instant } from "../domain/time/instant.ts";
import { dateAt } from "../domain/time/practice-zone.ts";
import { dayOfDate } from "../domain/time/wall.ts";
import type { VacationDraft } from "../domain/vacation/arrangements.ts";
import type { VacationProblem } from "./vacation-views.ts";

const longest = 400;

/** The closure a draft describes; null when its dates cannot be understood. What else is wrong stands in `problems`. */
export function closureOfDraft(
  id: string,
  draft: VacationDraft,
  policy: Policy,
  now: Instant,
): { readonly closure: Closure | null; readonly problems: readonly VacationProblem[] } {
  const inDates = problemInDates(id, draft, policy, now);
  const inCover = problemsInCover(draft);
  const covered = draft.coverName.trim() !== "" && inCover.length === 0;
  const closure = closureSchema.safeParse({
    id,
    kind: "vacation",
    label: draft.label,
    firstDate: draft.firstDate,
    lastDate: draft.lastDate,
    windows: [],
    cover: covered ? { name: draft.coverName, phone: draft.coverPhone } : null,
  });
  return {
    closure: inDates === null && closure.success ? closure.data : null,
    problems: [...(inDates === null ? [] : [inDates]), ...inCover],
  };
}

function problemInDates(
  id: string,
  { firstDate, lastDate }: VacationDraft,
  policy: Policy,
  now: Instant,
): VacationProblem | null {
  if (!dateSchema.safeParse(firstDate).success) return { field: "firstDate", sentence: "A first day is needed." };
  if (!dateSchema.safeParse(lastDate).success) return { field: "lastDate", sentence: "A last day is needed." };
  if (lastDate < firstDate) return { field: "lastDate", sentence: "The last day comes before the first." };
  if (lastDate < dateAt(availabilityOf(policy), now))
    return { field: "lastDate", sentence: "These days are over already." };
  if (dayOfDate(lastDate) - dayOfDate(firstDate) >= longest)
    return { field: "lastDate", sentence: `At most ${longest} days, please.` };
  const other = policy.closures.some(
    (closure) =>
      closure.kind === "vacation" &&
      closure.id !== id &&
      closure.firstDate <= lastDate &&
      firstDate <= closure.lastDate,
  );
  return other ? { field: "firstDate", sentence: "Another vacation has some of these dates." } : null;
}

/** Without cover there has to be a reason (FIELD L11); the emergency line is in every reply all the same. */
function problemsInCover({ coverName, coverPhone, withoutCover }: VacationDraft): VacationProblem[] {
  const name = coverName.trim();
  const phone = coverPhone.trim();
  if (name === "" && phone === "")
    return withoutCover.trim() === ""
      ? [{ field: "withoutCover", sentence: "Name who covers, or say why nobody does." }]
      : [];
  if (name === "") return [{ field: "coverName", sentence: "Who covers?" }];
  return phone.length < 3 ? [{ field: "coverPhone", sentence: "A number to call is needed." }] : [];
}

/** The policy with this closure in it, in place of the one of the same id. */
export function withClosure(policy: Policy, closure: Closure | null, id: string): Policy {
  const others = policy.closures.filter((one) => one.id !== id);
  return { ...policy, closures: closure === null ? others : [closure, ...others] };
}
