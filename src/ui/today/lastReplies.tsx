import { Text } from "@mantine/core";
import { IconMailForward } from "@tabler/icons-react";
import { Link } from "wouter";
import type { ReplyView } from "../data/api.ts";
import { Empty } from "../data/asked.tsx";
import { Section } from "../frame/page.tsx";
import { replyKind, ReplyState } from "../inbox/replyState.tsx";
import { usePracticeTime } from "../time/practiceTime.tsx";

/** The last automatic replies, and what became of them. */
export function LastReplies({ replies }: { readonly replies: readonly ReplyView[] }) {
  const { moment } = usePracticeTime();
  return (
    <Section title="Last automatic replies">
      <div className="sheet">
        {replies.length === 0 ? (
          <Empty icon={<IconMailForward />} title="No automatic reply yet">
            When a message has to wait, its sender is told once.{" "}
            <Link href="/availability">See what a client would receive</Link>
          </Empty>
        ) : (
          <ul className="rows">
            {replies.map((reply) => (
              <li key={reply.id}>
                <Link
                  href={reply.messageId === null ? "/inbox" : `/inbox/${encodeURIComponent(reply.messageId)}`}
                  className="today-row today-link"
                >
                  <Text component="span" className="today-row-words">
                    <strong>{reply.name ?? reply.to}</strong>{" "}
                    <span className="today-subject">{replyKind(reply.kind)}</span>
                    {reply.reason === null ? null : (
                      <Text component="span" c="dimmed" display="block">
                        {reply.reason}
                      </Text>
                    )}
                  </Text>
                  <ReplyState state={reply.state} />
                  <Text component="span" c="dimmed">
                    {moment(reply.at)}
                  </Text>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Section>
  );
}
