import { IconClockPause, IconHourglass, IconMailQuestion, IconPhoneCall, IconUrgent } from "@tabler/icons-react";
import type { MessageView } from "../data/api.ts";
import { usePracticeTime } from "../time/practiceTime.tsx";

type Marked = Pick<MessageView, "held" | "safety" | "until" | "snoozedUntil" | "undelivered" | "unclear">;

/** Whether a message surfaced for safety, whom no reply reached, and until when it is held or snoozed: a word beside each sign. */
export function MessageMarks({ message }: { readonly message: Marked }) {
  const { momentWithin } = usePracticeTime();
  return (
    <>
      {message.safety ? (
        <span className="safety-mark">
          <IconUrgent size={15} aria-hidden /> Safety
        </span>
      ) : null}
      {message.undelivered === null || message.undelivered.settled ? null : (
        <span className="safety-mark not-reached-mark">
          <IconPhoneCall size={15} aria-hidden /> {message.undelivered.sentence}
        </span>
      )}
      {message.unclear === null ? null : (
        <span className="card-mark">
          <IconMailQuestion size={15} aria-hidden /> Needs you to say how it was meant
        </span>
      )}
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
