import { Text } from "@mantine/core";
import { IconHourglass, IconHourglassEmpty } from "@tabler/icons-react";
import { Link } from "wouter";
import type { MessageView } from "../data/api.ts";
import { Empty } from "../data/asked.tsx";
import { Section } from "../frame/page.tsx";
import { usePracticeTime } from "../time/practiceTime.tsx";

/** What is held, and when it will be released. */
export function HeldToday({ held }: { readonly held: readonly MessageView[] }) {
  const { momentWithin } = usePracticeTime();
  return (
    <Section title="Held">
      <div className="sheet">
        {held.length === 0 ? (
          <Empty icon={<IconHourglassEmpty />} title="Nothing is held">
            Messages that arrive while the practice is closed wait here until it opens.
          </Empty>
        ) : (
          <ul className="rows">
            {held.map((message) => (
              <li key={message.id}>
                <Link href={`/inbox/${encodeURIComponent(message.id)}`} className="today-row today-link">
                  <Text component="span" className="today-row-words">
                    <strong>{message.name}</strong> <span className="today-subject">{message.subject}</span>
                  </Text>
                  <span className="held-mark">
                    <IconHourglass size={14} aria-hidden />
                    {message.until === null ? "until the practice opens" : `until ${momentWithin(message.until)}`}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Section>
  );
}
