import { useEffect, useState } from "react";
import { keepBeforeLeaving } from "../data/unsaved.ts";
import { draftKeeper, type DraftState } from "./draftKeeper.ts";

interface UseDraft {
  readonly messageId: string;
  /** The draft is another one in each turn; whoever uses this begins anew with it. */
  readonly turn: number;
  /** What was kept when the composer appeared. */
  readonly kept: string;
}

/** What is being written in answer to a message, kept as it is typed. */
export function useDraft({ messageId, turn, kept }: UseDraft) {
  const [text, setText] = useState(kept);
  const [state, setState] = useState<DraftState>("kept");
  const [keeper] = useState(() => draftKeeper({ messageId, turn, text: kept }, setState));

  useEffect(() => {
    const stop = keepBeforeLeaving(keeper.keep);
    const keepWhenHidden = () => void keeper.keep();
    document.addEventListener("visibilitychange", keepWhenHidden);
    return () => {
      stop();
      document.removeEventListener("visibilitychange", keepWhenHidden);
      void keeper.keep();
    };
  }, [keeper]);

  return {
    text,
    state,
    write(now: string) {
      setText(now);
      keeper.typed(now);
    },
    keep: keeper.keep,
    sent() {
      keeper.forget();
      setText("");
    },
  };
}
