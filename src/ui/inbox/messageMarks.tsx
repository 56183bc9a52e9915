import { IconClockPause, IconHourglass, IconUrgent } from "@tabler/icons-react";
import type { MessageView } from "../data/api.ts";
import { usePracticeTime } from "../time/practiceTime.tsx";

/** Whether a message surfaced for safety, and until when it is held or snoozed: a word beside each sign. */
export function MessageMarks({
  message,
}: {
  readonly message: Pick<MessageView, "held" | "safety" | "until" | "snoozedUntil">;
}) {
  const { momentWithin } = usePracticeTime();
  return (
    <>
      {message.safety ? (
        <span className="safety-mark">
          <IconUrgent size={15} aria-hidden /> Safety
        </span>
      ) : null}
      {message.held ? (
        <span className="held-mark">
          <IconHourglass size={14} aria-hidden /> Held{" "}
          {message.until === null ? "until the practice opens" : `until ${momentWithin(message.until)}`}
        </span>
      ) : null}
      {message.snoozedUntil === null ? null : (
        <span className="snoozed-mark">
          <IconClockPause size={14} aria-hidden /> Back {momentWithin(message.snoozedUntil)}
        </span>
      )}
    </>
  );
}
