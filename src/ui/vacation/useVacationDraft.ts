import { useCallback, useEffect, useRef, useState } from "react";
import { api, client, queryClient, type VacationDraft, type VacationDraftView } from "../data/api.ts";
import { problemsOf } from "../data/problems.ts";
import { sayProblem } from "../data/say.tsx";

const pauseMilliseconds = 300;

export interface KeptDraft {
  readonly draft: VacationDraft;
  readonly change: (part: Partial<VacationDraft>) => void;
  /** Keeps what has not been kept yet. Settles when the app knows all of it. */
  readonly keep: () => Promise<void>;
}

/** What is typed is kept by the app shortly after, and at once when the page is left: nothing of it is lost. */
export function useVacationDraft({ id, draft: first }: VacationDraftView): KeptDraft {
  const [draft, setDraft] = useState(first);
  const latest = useRef(first);
  const kept = useRef(first);
  const running = useRef<Promise<void>>(Promise.resolve());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const keep = useCallback((): Promise<void> => {
    clearTimeout(timer.current);
    const wanted = latest.current;
    if (wanted === kept.current) return running.current;
    kept.current = wanted;
    // One after the other, so that the last word is the last that is kept.
    running.current = running.current.then(async () => {
      try {
        const answer = await client.vacations.keepDraft.mutate({ id, draft: wanted });
        if (!answer.ok) sayProblem(answer.sentence);
        else {
          const { queryKey } = api.vacations.draft.queryOptions({ id });
          await queryClient.cancelQueries({ queryKey });
          queryClient.setQueryData(queryKey, answer.value);
        }
      } catch (error) {
        kept.current = first;
        sayProblem(problemsOf(error)[0]?.sentence ?? "What you typed could not be kept.");
      }
    });
    return running.current;
  }, [id, first]);

  const newest = useRef(keep);
  useEffect(() => {
    newest.current = keep;
  }, [keep]);
  useEffect(() => () => void newest.current(), []);

  const change = useCallback(
    (part: Partial<VacationDraft>) => {
      latest.current = { ...latest.current, ...part };
      setDraft(latest.current);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void keep(), pauseMilliseconds);
    },
    [keep],
  );

  return { draft, change, keep };
}
