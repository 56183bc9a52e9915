import { usePracticeTime } from "../time/practiceTime.tsx";
import { TimeDialog } from "../time/timeDialog.tsx";

export type UntilPurpose = "open" | "quiet";

interface UntilDialogProps {
  readonly purpose: UntilPurpose;
  readonly pending: boolean;
  readonly choose: (until: number) => void;
  readonly close: () => void;
}

const quick = [
  { minutes: 30, words: "30 minutes" },
  { minutes: 60, words: "1 hour" },
  { minutes: 120, words: "2 hours" },
] as const;

/** Asks until when the practice is open, or not to be disturbed. */
export function UntilDialog({ purpose, pending, choose, close }: UntilDialogProps) {
  const { momentWithin, now } = usePracticeTime();
  const open = purpose === "open";
  return (
    <TimeDialog
      title={open ? "Open now until" : "Do not disturb until"}
      intro={
        open
          ? "Messages surface as they arrive until then. After that the ordinary hours hold again."
          : "Messages are held until then, or until message hours next begin, whichever is first. Safety words and clients marked urgent still surface."
      }
      choices={quick.map(({ minutes, words }) => ({ words, at: now() + minutes * 60_000 }))}
      pending={pending}
      submitWords={(at) => `${open ? "Open" : "Hold messages"} until ${momentWithin(at)}`}
      choose={choose}
      close={close}
    />
  );
}
