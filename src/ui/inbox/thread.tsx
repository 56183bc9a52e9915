import { Button, Group, Text } from "@mantine/core";
import { IconMoon, IconPencil, IconRobot } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { api, type MessageDetail, type ThreadReplyView } from "../data/api.ts";
import { usePracticeTime } from "../time/practiceTime.tsx";
import { FullMessage, useUnreadInFull } from "./fullMessage.tsx";
import { MessageRow } from "./messageRow.tsx";
import { replyKind, ReplyState } from "./replyState.tsx";
import { useWriteAgain } from "./useAnswer.ts";

type ThreadMessage = MessageDetail["thread"][number];

interface ThreadProps {
  readonly messages: readonly ThreadMessage[];
  readonly openId: string;
  readonly markRead: (id: string, read: boolean) => void;
}

type Entry =
  | { readonly kind: "message"; readonly at: number; readonly message: ThreadMessage }
  | { readonly kind: "reply"; readonly at: number; readonly reply: ThreadReplyView };

/** What this person wrote and what was sent to them, by hand or automatically, in the order in which it happened. */
export function Thread({ messages, openId, markRead }: ThreadProps) {
  const full = useUnreadInFull(messages, openId, markRead);
  const answering = useQuery({ ...api.inbox.byHand.open.queryOptions({ id: openId }), gcTime: 0 }).data;
  const replies = answering?.replies.filter((reply) => !reply.waits) ?? [];
  if (messages.length + replies.length < 2) return null;
  const entries = inOrder(messages, replies);
  return (
    <section className="message-part" aria-label="Conversation">
      <h3>Conversation</h3>
      <ol className="rows sheet thread">
        {entries.map((entry) =>
          entry.kind === "message" ? (
            <li key={entry.message.id}>
              {full.has(entry.message.id) ? (
                <FullMessage message={entry.message} text={full.get(entry.message.id) ?? ""} />
              ) : (
                <MessageRow message={entry.message} open={entry.message.id === openId} />
              )}
            </li>
          ) : (
            <li key={entry.reply.id} className="thread-reply" data-kind={entry.reply.kind}>
              <Reply reply={entry.reply} />
            </li>
          ),
        )}
      </ol>
    </section>
  );
}

/* The mail server's clock may be ahead of this one: a reply never stands before the message that it answers. */
function inOrder(messages: readonly ThreadMessage[], replies: readonly ThreadReplyView[]): readonly Entry[] {
  const received = new Map(messages.map(({ id, receivedAt }) => [id, receivedAt]));
  const afterAnswered = ({ at, messageId }: ThreadReplyView) => Math.max(at, received.get(messageId ?? "") ?? at);
  return [
    ...messages.map((message): Entry => ({ kind: "message", at: message.receivedAt, message })),
    ...replies.map((reply): Entry => ({ kind: "reply", at: afterAnswered(reply), reply })),
  ].toSorted((a, b) => a.at - b.at);
}

function Reply({ reply }: { readonly reply: ThreadReplyView }) {
  const { moment } = usePracticeTime();
  const byHand = reply.kind === "by-hand";
  return (
    <>
      <Group gap="xs" justify="space-between">
        <span className="thread-reply-who">
          {byHand ? <IconPencil size={16} aria-hidden /> : <IconRobot size={16} aria-hidden />}{" "}
          {byHand ? "You" : `Automatic: ${replyKind(reply.kind).toLowerCase()}`}
        </span>
        <span className="message-row-time">
          {reply.outsideHours ? (
            <span className="outside-hours">
              <IconMoon size={14} aria-hidden /> Outside message hours
            </span>
          ) : null}
          <ReplyState state={reply.state} /> {moment(reply.at)}
        </span>
      </Group>
      {byHand ? (
        <pre className="plain-text">{reply.text}</pre>
      ) : (
        <details className="why-details">
          <summary>Show what was sent</summary>
          <pre className="plain-text">{reply.text}</pre>
        </details>
      )}
      {reply.reason === null ? null : <Text c="dimmed">{reply.reason}</Text>}
      {byHand && reply.inVain ? <WriteAgain id={reply.id} /> : null}
    </>
  );
}

function WriteAgain({ id }: { readonly id: string }) {
  const writeAgain = useWriteAgain();
  return (
    <Button variant="light" size="compact-sm" mt="xs" loading={writeAgain.pending} onClick={() => writeAgain.run(id)}>
      Write again
    </Button>
  );
}
