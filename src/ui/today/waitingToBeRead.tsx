import { Text } from "@mantine/core";
import { Link } from "wouter";
import type { CardView } from "../data/api.ts";
import { Section } from "../frame/page.tsx";
import { CardReason } from "../inbox/cardReason.tsx";
import { usePracticeTime } from "../time/practiceTime.tsx";

/** Surfaced messages that nobody has read yet, one line a person, in the order in which they are best read. */
export function WaitingToBeRead({ cards }: { readonly cards: readonly CardView[] }) {
  const { moment } = usePracticeTime();
  if (cards.length === 0) return null;
  return (
    <Section title="To read">
      <ul className="rows sheet">
        {cards.map((card) => (
          <li key={card.newest.clientId ?? card.newest.address}>
            <Link href={`/inbox/${encodeURIComponent(card.opens.id)}`} className="today-row today-link">
              <Text component="span" className="today-row-words">
                <strong>{card.newest.name}</strong> {card.unread > 1 ? `${card.unread} messages ` : null}
                <span className="today-subject">{card.newest.subject}</span>
              </Text>
              <CardReason card={card} />
              <Text component="span" c="dimmed">
                {moment(card.newest.receivedAt)}
              </Text>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
