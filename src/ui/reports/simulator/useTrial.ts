import { useState } from "react";
import { queryClient } from "../../data/api.ts";
import { noDraft, type Draft, type Period, type Simulation } from "./draft.ts";

/** What would be tried, and on what. */
interface Tried {
  readonly draft: Draft;
  readonly period: Period;
}

/** Beside what the app answers, so that it goes with all of that when the screens are locked. */
const kept = ["simulator draft"];

/** The draft and the days on the bench. They are still there when one comes back from another screen. */
export function useTrial(simulation: Simulation | null, period: Period): readonly [Tried, (tried: Tried) => void] {
  const [tried, setTried] = useState<Tried>(
    () => queryClient.getQueryData<Tried>(kept) ?? simulation ?? { draft: noDraft, period },
  );
  const keep = (next: Tried) => {
    queryClient.setQueryDefaults(kept, { gcTime: Number.POSITIVE_INFINITY });
    queryClient.setQueryData(kept, next);
    setTried(next);
  };
  return [tried, keep];
}
