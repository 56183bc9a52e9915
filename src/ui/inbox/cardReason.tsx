import { IconCalendarEvent, IconMailOff, IconUrgent } from "@tabler/icons-react";
import type { CardView } from "../data/api.ts";
import { usePracticeTime } from "../time/practiceTime.tsx";

/** Why a card stands where it stands: a sign and words. The rest needs none. */
export function CardReason({ card }: { readonly card: CardView }) {
  const { time } = usePracticeTime();
  switch (card.reason) {
    case "safety":
      return (
        <span className="safety-mark">
          <IconUrgent size={15} aria-hidden /> {card.opens.pinned ? "Safety, not opened yet" : "Safety"}
        </span>
      );
    case "opt-out":
      return (
        <span className="card-mark">
          <IconMailOff size={15} aria-hidden /> Opting out
        </span>
      );
    case "today":
      return (
        <span className="card-mark">
          <IconCalendarEvent size={15} aria-hidden />{" "}
          {card.session === null ? "Session soon" : `Session today at ${time(card.session)}`}
        </span>
      );
    case "rest":
      return null;
    default:
      return card.reason satisfies never;
  }
}
