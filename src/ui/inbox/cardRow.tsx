import { Link } from "wouter";
import type { CardView } from "../data/api.ts";
import { usePracticeTime } from "../time/practiceTime.tsx";
import { counted } from "../time/words.ts";
import { CardReason } from "./cardReason.tsx";
import { MessageMarks } from "./messageMarks.tsx";

interface CardRowProps {
  readonly card: CardView;
  readonly open: boolean;
}

/** All that surfaced from one person: who, how much, the newest words, and the reason for its place. */
export function CardRow({ card, open }: CardRowProps) {
  const { moment } = usePracticeTime();
  const { opens, newest, messages, unread } = card;
  return (
    <Link
      href={`/inbox/${encodeURIComponent(opens.id)}`}
      className="message-row"
      data-message={opens.id}
      data-messages={messages.map(({ id }) => id).join(" ")}
      data-unread={unread > 0 || undefined}
      aria-current={open ? "true" : undefined}
    >
      <span className="message-row-top">
        <span className="message-row-name">
          {unread > 0 ? <span className="unread-dot" aria-hidden /> : null}
          {unread > 0 ? <span className="unseen">{unread === 1 ? "Unread. " : `${unread} unread. `}</span> : null}
          {opens.name}
          {messages.length > 1 ? (
            <span className="message-row-count">
              <span aria-hidden>{messages.length}</span>
              <span className="unseen">, {counted(messages.length, "message")}</span>
            </span>
          ) : null}
        </span>
        <span className="message-row-time">{moment(newest.receivedAt)}</span>
      </span>
      <span className="message-row-subject">{newest.subject === "" ? "(no subject)" : newest.subject}</span>
      <span className="message-row-excerpt">{newest.excerpt}</span>
      <span className="message-row-marks">
        <CardReason card={card} />
        <MessageMarks message={{ ...opens, safety: opens.safety && card.reason !== "safety" }} />
        {opens.clientId === null ? <span className="card-mark">Not a client</span> : null}
      </span>
    </Link>
  );
}
