import { client, queryClient } from "../data/api.ts";

/** What the composer says about its draft: nothing typed since it was kept, on its way, or not kept yet. */
export type DraftState = "kept" | "typing" | "not-kept";

/* Kept after a pause in typing, and now and then without one: a crash never costs more than these. */
const pauseMilliseconds = 400;
const longestMilliseconds = 2_000;

export interface DraftKeeper {
  typed(text: string): void;
  /** Keeps what was typed; settles when the app has it, or could not take it. */
  keep(): Promise<void>;
  /** What was typed is no draft any more: it was sent. */
  forget(): void;
}

interface Draft {
  readonly messageId: string;
  readonly turn: number;
  readonly text: string;
}

/** Hands what is typed to the app, which keeps it through locks, restarts and crashes. */
export function draftKeeper({ messageId, turn, text }: Draft, report: (state: DraftState) => void): DraftKeeper {
  let wanted = text;
  let kept = text;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let typingSince: number | null = null;
  let saving: Promise<void> = Promise.resolve();

  const save = async (): Promise<void> => {
    const saved = wanted;
    if (saved === kept) return;
    try {
      const answer = await client.inbox.byHand.keepDraft.mutate({ id: messageId, text: saved, turn });
      if (!answer.ok || !answer.value.kept) {
        // The draft has become another one meanwhile: the screen asks for it.
        kept = saved;
        await queryClient.invalidateQueries();
        return;
      }
      kept = saved;
      report(wanted === kept ? "kept" : "typing");
    } catch {
      // The app cannot be reached: the composer says so, and it is tried again for as long as there is something to keep.
      report("not-kept");
      timer = setTimeout(() => void keep(), longestMilliseconds);
    }
  };
  const keep = (): Promise<void> => {
    clearTimeout(timer);
    typingSince = null;
    saving = saving.then(save);
    return saving;
  };

  return {
    keep,
    typed(now) {
      wanted = now;
      if (now === kept) return;
      report("typing");
      const at = performance.now();
      typingSince ??= at;
      clearTimeout(timer);
      timer = setTimeout(
        () => void keep(),
        Math.max(0, Math.min(pauseMilliseconds, typingSince + longestMilliseconds - at)),
      );
    },
    forget() {
      clearTimeout(timer);
      wanted = "";
      kept = "";
    },
  };
}
