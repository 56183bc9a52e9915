import { Text } from "@mantine/core";
import { IconUrgent } from "@tabler/icons-react";
import { Link } from "wouter";
import type { MessageView } from "../data/api.ts";
import { Section } from "../frame/page.tsx";
import { usePracticeTime } from "../time/practiceTime.tsx";

/** Surfaced messages that nobody has read yet. */
export function WaitingToBeRead({ messages }: { readonly messages: readonly MessageView[] }) {
  const { moment } = usePracticeTime();
  if (messages.length === 0) return null;
  return (
    <Section title="To read">
      <ul className="rows sheet">
        {messages.map((message) => (
          <li key={message.id}>
            <Link href={`/inbox/${encodeURIComponent(message.id)}`} className="today-row today-link">
              <Text component="span" className="today-row-words">
                <strong>{message.name}</strong> <span className="today-subject">{message.subject}</span>
              </Text>
              {message.safety ? (
                <span className="safety-mark">
                  <IconUrgent size={15} aria-hidden /> Safety
                </span>
              ) : null}
              <Text component="span" c="dimmed">
                {moment(message.receivedAt)}
              </Text>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
