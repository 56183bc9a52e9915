import { Text } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { MessageDetail } from "../data/api.ts";
import { usePracticeTime } from "../time/practiceTime.tsx";
import { MessageMarks } from "./messageMarks.tsx";

type ThreadMessage = MessageDetail["thread"][number];

/**
 * The texts of what else this person wrote and nobody had read when the conversation was opened, by id. They count as read
 * from then on and stay in full all the same.
 */
export function useUnreadInFull(
  messages: readonly ThreadMessage[],
  openId: string,
  markRead: (id: string, read: boolean) => void,
): ReadonlyMap<string, string> {
  const [full] = useState(
    () => new Map(messages.flatMap(({ id, text }) => (id === openId || text === null ? [] : [[id, text]]))),
  );
  const marked = useRef(false);
  useEffect(() => {
    if (marked.current) return;
    marked.current = true;
    for (const id of full.keys()) markRead(id, true);
  });
  return full;
}

/** One message of a conversation with all its words. */
export function FullMessage({ message, text }: { readonly message: ThreadMessage; readonly text: string }) {
  const { moment } = usePracticeTime();
  const subject = message.subject === "" ? "(no subject)" : message.subject;
  return (
    <article className="thread-message" aria-label={subject}>
      <span className="message-row-top">
        <strong>{subject}</strong>
        <Text component="span" className="message-row-time">
          {moment(message.receivedAt)}
        </Text>
      </span>
      <pre className="plain-text">{text === "" ? message.excerpt : text}</pre>
      <span className="message-row-marks">
        <MessageMarks message={message} />
      </span>
    </article>
  );
}
