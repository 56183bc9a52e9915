import { Button, Text } from "@mantine/core";
import { IconClock } from "@tabler/icons-react";
import type { ThreadReplyView } from "../data/api.ts";
import { usePracticeTime } from "../time/practiceTime.tsx";
import { useTakeBack } from "./useAnswer.ts";

/** What was written by hand and has not left: when it leaves, and how to take it back. */
export function WaitingReplies({ replies }: { readonly replies: readonly ThreadReplyView[] }) {
  const waiting = replies.filter((reply) => reply.waits);
  if (waiting.length === 0) return null;
  return (
    <ul className="rows sheet waiting-replies" aria-label="Waiting to leave">
      {waiting.map((reply) => (
        <li key={reply.id}>
          <WaitingReply reply={reply} />
        </li>
      ))}
    </ul>
  );
}

function WaitingReply({ reply }: { readonly reply: ThreadReplyView }) {
  return (
    <div className="waiting-reply">
      <div className="waiting-reply-words">
        <Leaving reply={reply} />
        <pre className="plain-text">{reply.text}</pre>
      </div>
      <TakeBack reply={reply} />
    </div>
  );
}

/** "Leaves Monday 9:00", with what stands in its way. */
export function Leaving({ reply }: { readonly reply: ThreadReplyView }) {
  const { momentWithin } = usePracticeTime();
  return (
    <Text component="span" className="leaving">
      <IconClock size={16} aria-hidden />{" "}
      {reply.leavesAt === null
        ? "Waits until message hours are in sight"
        : `${reply.reason === null ? "Leaves" : "Is tried again"} ${momentWithin(reply.leavesAt)}`}
      {reply.reason === null ? null : (
        <Text component="span" c="dimmed">
          {" "}
          {reply.reason}
        </Text>
      )}
    </Text>
  );
}

export function TakeBack({ reply }: { readonly reply: ThreadReplyView }) {
  const takeBack = useTakeBack();
  return (
    <Button
      variant="light"
      size="compact-sm"
      flex="none"
      loading={takeBack.pending}
      onClick={() => takeBack.run(reply.id)}
    >
      Take back
    </Button>
  );
}
