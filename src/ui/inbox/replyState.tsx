import { IconBan, IconCheck, IconClock, IconQuestionMark, IconSend, IconX, type Icon } from "@tabler/icons-react";
import type { ReplyView } from "../data/api.ts";

interface ReplyLook {
  readonly icon: Icon;
  readonly words: string;
}

/** The state of an automatic reply as a sign and words. */
function replyLook(state: ReplyView["state"]): ReplyLook {
  switch (state) {
    case "queued":
      return { icon: IconClock, words: "Waiting to be sent" };
    case "sending":
      return { icon: IconSend, words: "Being sent" };
    case "sent":
      return { icon: IconCheck, words: "Sent" };
    case "failed":
      return { icon: IconX, words: "Not sent" };
    case "unconfirmed":
      return { icon: IconQuestionMark, words: "Perhaps sent" };
    case "suppressed":
      return { icon: IconBan, words: "No reply" };
    default:
      return state satisfies never;
  }
}

/** Sign and words of a reply's state, side by side. */
export function ReplyState({ state }: { readonly state: ReplyView["state"] }) {
  const look = replyLook(state);
  return (
    <span className="reply-state">
      <look.icon size={16} aria-hidden /> {look.words}
    </span>
  );
}

/** "Availability reply", "Safety reply" */
export function replyKind(kind: ReplyView["kind"]): string {
  switch (kind) {
    case "availability":
      return "Availability reply";
    case "safety":
      return "Safety reply";
    case "opt-out":
      return "Confirmation of STOP";
    case "opt-in":
      return "Confirmation of START";
    case "by-hand":
      return "Your reply";
    case "notice":
      return "Notice";
    default:
      return kind satisfies never;
  }
}
