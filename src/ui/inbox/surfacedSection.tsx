import { IconInbox } from "@tabler/icons-react";
import type { CardView } from "../data/api.ts";
import { CardRow } from "./cardRow.tsx";
import { Nothing } from "./nothing.tsx";

interface SurfacedSectionProps {
  readonly cards: readonly CardView[];
  readonly openId: string | null;
}

/** What surfaced, in the order in which it is best read: safety, opting out, what touches today, the rest. */
export function SurfacedSection({ cards, openId }: SurfacedSectionProps) {
  return (
    <section className="inbox-section" aria-label="Surfaced">
      <h2 className="inbox-section-title">
        Surfaced{" "}
        <span className="inbox-section-count">{cards.reduce((sum, card) => sum + card.messages.length, 0)}</span>
      </h2>
      {cards.length === 0 ? (
        <Nothing icon={<IconInbox size={20} />}>Nothing has surfaced.</Nothing>
      ) : (
        <ul className="rows sheet">
          {cards.map((card) => (
            <li key={card.newest.clientId ?? card.newest.address}>
              <CardRow card={card} open={card.messages.some(({ id }) => id === openId)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
