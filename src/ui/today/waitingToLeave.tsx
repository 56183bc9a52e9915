import { Text } from "@mantine/core";
import { Link } from "wouter";
import type { ThreadReplyView } from "../data/api.ts";
import { Section } from "../frame/page.tsx";
import { Leaving, TakeBack } from "../inbox/waitingReplies.tsx";

/** What was written by hand and has not left yet. */
export function WaitingToLeave({ replies }: { readonly replies: readonly ThreadReplyView[] }) {
  if (replies.length === 0) return null;
  return (
    <Section title="Your answers, waiting to leave">
      <ul className="rows sheet">
        {replies.map((reply) => (
          <li key={reply.id} className="today-row">
            <Text component="span" className="today-row-words">
              <Link href={reply.messageId === null ? "/inbox" : `/inbox/${encodeURIComponent(reply.messageId)}`}>
                <strong>{reply.name ?? reply.to}</strong>
              </Link>{" "}
              <span className="today-subject">{reply.subject}</span>
              <Text component="span" display="block">
                <Leaving reply={reply} />
              </Text>
            </Text>
            <TakeBack reply={reply} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
