import type { VacationPlan } from "../domain/vacation/arrangements.ts";
import type { Reckoning } from "./vacation-plan.ts";

/** What is known of a vacation once its draft is carried out. */
export function finishedPlan({ vacation, closure, calendar, saysOtherwise }: Reckoning): VacationPlan {
  const { draft, plan } = vacation;
  const revision = (plan?.revision ?? 0) + 1;
  if (closure === null || calendar === null) {
    if (plan === null) throw new Error(`A vacation without dates: ${vacation.id}`);
    // It is over, and clients are told so: nothing else changes.
    return { ...plan, revision };
  }
  return {
    firstDate: closure.firstDate,
    lastDate: closure.lastDate,
    label: closure.label,
    cover: closure.cover,
    withoutCover: closure.cover === null ? draft.withoutCover.trim() : null,
    revision,
    saysSince: saysOtherwise ? revision : (plan?.saysSince ?? revision),
    arranged: calendar.arranged,
    kept: calendar.inTheWay.flatMap(({ seriesId, recurrenceId, clientId, start, decided }) =>
      decided?.kind === "keep" ? [{ seriesId, recurrenceId, clientId, start }] : [],
    ),
    back: [...(plan?.back ?? []), ...calendar.back.map(({ clientId, start }) => ({ clientId, start }))],
    ended: null,
  };
}
