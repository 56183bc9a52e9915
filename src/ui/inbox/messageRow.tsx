import { Link } from "wouter";
import type { MessageView } from "../data/api.ts";
import { usePracticeTime } from "../time/practiceTime.tsx";
import { MessageMarks } from "./messageMarks.tsx";

interface MessageRowProps {
  readonly message: MessageView;
  readonly open: boolean;
}

/** One message in the list: who, what, since when, and whether it waits. */
export function MessageRow({ message, open }: MessageRowProps) {
  const { moment } = usePracticeTime();
  const unread = !message.read && !message.held;
  return (
    <Link
      href={`/inbox/${encodeURIComponent(message.id)}`}
      className="message-row"
      data-message={message.id}
      data-unread={unread || undefined}
      aria-current={open ? "true" : undefined}
    >
      <span className="message-row-top">
        <span className="message-row-name">
          {unread ? <span className="unread-dot" aria-hidden /> : null}
          {unread ? <span className="unseen">Unread. </span> : null}
          {message.name}
        </span>
        <span className="message-row-time">{moment(message.receivedAt)}</span>
      </span>
      <span className="message-row-subject">{message.subject === "" ? "(no subject)" : message.subject}</span>
      <span className="message-row-excerpt">{message.excerpt}</span>
      {message.held || message.safety || message.snoozedUntil !== null || message.unclear !== null ? (
        <span className="message-row-marks">
          <MessageMarks message={message} />
        </span>
      ) : null}
    </Link>
  );
}
