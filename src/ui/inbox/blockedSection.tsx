import { Button, Text } from "@mantine/core";
import { IconBan } from "@tabler/icons-react";
import { useState } from "react";
import type { InboxView } from "../data/api.ts";
import { useUnblock } from "./blockSender.tsx";
import { MessageRow } from "./messageRow.tsx";

interface BlockedSectionProps {
  readonly inbox: Pick<InboxView, "blocked" | "blockedSenders">;
  readonly openId: string | null;
}

/** Messages of senders who were marked as spam, and the addresses themselves. Folded away unless asked for. */
export function BlockedSection({ inbox, openId }: BlockedSectionProps) {
  const { blocked, blockedSenders } = inbox;
  const [asked, setAsked] = useState(false);
  const shown = asked || blocked.some((message) => message.id === openId);
  if (blocked.length === 0 && blockedSenders.length === 0) return null;
  return (
    <section className="inbox-section" aria-label="Blocked">
      <h2 className="inbox-section-title">
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          aria-expanded={shown}
          leftSection={<IconBan size={16} aria-hidden />}
          onClick={() => setAsked(!shown)}
        >
          Blocked ({blocked.length})
        </Button>
      </h2>
      {shown ? (
        <>
          {blocked.length === 0 ? (
            <Text c="dimmed">No message of a blocked sender is in the inbox.</Text>
          ) : (
            <ul className="rows sheet">
              {blocked.map((message) => (
                <li key={message.id}>
                  <MessageRow message={message} open={message.id === openId} />
                </li>
              ))}
            </ul>
          )}
          <h3 className="blocked-addresses-title">Blocked addresses</h3>
          <ul className="rows sheet" aria-label="Blocked addresses">
            {blockedSenders.map((sender) => (
              <BlockedAddress key={`${sender.channel} ${sender.address}`} sender={sender} />
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

function BlockedAddress({ sender }: { readonly sender: InboxView["blockedSenders"][number] }) {
  const unblock = useUnblock();
  return (
    <li className="blocked-address">
      <Text className="blocked-address-name">{sender.address}</Text>
      <Button
        variant="default"
        size="compact-sm"
        loading={unblock.pending}
        aria-label={`Unblock ${sender.address}`}
        onClick={() => unblock.run(sender)}
      >
        Unblock
      </Button>
    </li>
  );
}
