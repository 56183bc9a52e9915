import { Button } from "@mantine/core";
import { IconArchive, IconHourglassEmpty, IconUserQuestion } from "@tabler/icons-react";
import { useState, type ReactNode } from "react";
import type { InboxView, MessageView } from "../data/api.ts";
import { BlockedSection } from "./blockedSection.tsx";
import { Nothing } from "./nothing.tsx";
import { MessageRow } from "./messageRow.tsx";
import { SurfacedSection } from "./surfacedSection.tsx";

interface MessageListProps {
  readonly inbox: InboxView;
  readonly openId: string | null;
}

/** The sections of the inbox. */
export function MessageList({ inbox, openId }: MessageListProps) {
  const openIsArchived = inbox.archived.some((message) => message.id === openId);
  const [showArchived, setShowArchived] = useState(false);
  const archivedShown = showArchived || openIsArchived;
  // Safety messages of the unknown stand among the cards.
  const onCards = new Set(inbox.digest.flatMap((card) => card.messages.map(({ id }) => id)));
  return (
    <>
      <SurfacedSection cards={inbox.digest} openId={openId} />
      <ListSection
        title="Held"
        messages={inbox.held}
        openId={openId}
        empty={<Nothing icon={<IconHourglassEmpty size={20} />}>Nothing is held.</Nothing>}
      />
      <ListSection
        title="Unknown"
        messages={inbox.unknown.filter(({ id }) => !onCards.has(id))}
        openId={openId}
        empty={<Nothing icon={<IconUserQuestion size={20} />}>Nobody has written who is not a client.</Nothing>}
      />
      {inbox.snoozed.length === 0 ? null : (
        <ListSection title="Snoozed" messages={inbox.snoozed} openId={openId} empty={null} />
      )}
      <BlockedSection inbox={inbox} openId={openId} />
      <section className="inbox-section" aria-label="Archived">
        <h2 className="inbox-section-title">
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            aria-expanded={archivedShown}
            leftSection={<IconArchive size={16} aria-hidden />}
            onClick={() => setShowArchived(!archivedShown)}
          >
            Archived ({inbox.archived.length})
          </Button>
        </h2>
        {archivedShown ? (
          <Rows
            messages={inbox.archived}
            openId={openId}
            empty={<Nothing icon={<IconArchive size={20} />}>Nothing is archived.</Nothing>}
          />
        ) : null}
      </section>
    </>
  );
}

interface ListSectionProps {
  readonly title: string;
  readonly messages: readonly MessageView[];
  readonly openId: string | null;
  readonly empty: ReactNode;
}

function ListSection({ title, messages, openId, empty }: ListSectionProps) {
  return (
    <section className="inbox-section" aria-label={title}>
      <h2 className="inbox-section-title">
        {title} <span className="inbox-section-count">{messages.length}</span>
      </h2>
      <Rows messages={messages} openId={openId} empty={empty} />
    </section>
  );
}

function Rows({ messages, openId, empty }: Omit<ListSectionProps, "title">) {
  if (messages.length === 0) return empty;
  return (
    <ul className="rows sheet">
      {messages.map((message) => (
        <li key={message.id}>
          <MessageRow message={message} open={message.id === openId} />
        </li>
      ))}
    </ul>
  );
}
