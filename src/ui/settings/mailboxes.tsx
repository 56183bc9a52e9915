import { Button, Group, Text } from "@mantine/core";
import { IconCircleCheck, IconClock, IconMailPlus, IconPlayerStop, IconRefresh } from "@tabler/icons-react";
import { useState } from "react";
import { useAct } from "../data/act.ts";
import { client, type MailboxView } from "../data/api.ts";
import { sayBeforeDoing } from "../data/say.tsx";
import { Section } from "../frame/page.tsx";
import { usePracticeTime } from "../time/practiceTime.tsx";
import { MailboxForm } from "./mailboxForm.tsx";

interface MailboxesProps {
  readonly mailboxes: readonly MailboxView[];
  readonly practiceName: string;
}

/** Where messages come from: the connected mailbox, or the form that connects one. */
export function Mailboxes({ mailboxes, practiceName }: MailboxesProps) {
  const [adding, setAdding] = useState(false);
  if (mailboxes.length === 0 || adding) {
    return (
      <Section
        title="Connect a mailbox"
        note="Mail is read over IMAP and answered over SMTP, straight from this computer. The password is kept encrypted with the rest of your data."
      >
        <MailboxForm
          mailbox={null}
          practiceName={practiceName}
          done={() => setAdding(false)}
          {...(mailboxes.length === 0 ? {} : { discard: () => setAdding(false) })}
        />
      </Section>
    );
  }
  return (
    <Section
      title="Mailbox"
      action={
        <Button variant="light" leftSection={<IconMailPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
          Connect another mailbox
        </Button>
      }
    >
      {mailboxes.map((mailbox) => (
        <Mailbox key={mailbox.id} mailbox={mailbox} practiceName={practiceName} />
      ))}
    </Section>
  );
}

function Mailbox({ mailbox, practiceName }: { readonly mailbox: MailboxView; readonly practiceName: string }) {
  const { momentWithin } = usePracticeTime();
  const [changing, setChanging] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const remove = useAct({
    call: () => client.mailboxes.remove.mutate({ id: mailbox.id }),
    said: `${mailbox.address} is disconnected.`,
  });

  const disconnect = () => {
    setLeaving(true);
    sayBeforeDoing(
      `${mailbox.address} is being disconnected. Its messages stay here.`,
      () => remove.run(undefined),
      () => setLeaving(false),
    );
  };

  return (
    <article className="mailbox sheet" aria-label={mailbox.address}>
      <Group justify="space-between" gap="sm">
        <div>
          <Text fw={600}>{mailbox.address}</Text>
          <Health health={mailbox.health} />
          <Text c="dimmed">
            {mailbox.lastMessageAt === null
              ? "No message has arrived yet."
              : `Last message ${momentWithin(mailbox.lastMessageAt)}.`}
          </Text>
        </div>
        <Group gap="xs">
          <Button variant="default" onClick={() => setChanging(!changing)} aria-expanded={changing}>
            Change
          </Button>
          <Button variant="default" disabled={leaving} loading={remove.pending} onClick={disconnect}>
            {leaving ? "Being disconnected" : "Disconnect"}
          </Button>
        </Group>
      </Group>
      {changing ? (
        <div className="mailbox-change">
          <MailboxForm
            mailbox={mailbox}
            practiceName={practiceName}
            done={() => setChanging(false)}
            discard={() => setChanging(false)}
          />
        </div>
      ) : null}
    </article>
  );
}

function Health({ health }: { readonly health: MailboxView["health"] }) {
  const { time } = usePracticeTime();
  switch (health.state) {
    case "connecting":
      return (
        <Text className="health">
          <IconRefresh size={18} aria-hidden /> Connecting…
        </Text>
      );
    case "watching":
      return (
        <Text className="health">
          <IconCircleCheck size={18} aria-hidden /> Receiving mail
        </Text>
      );
    case "waiting":
      return (
        <Text className="health">
          <IconClock size={18} aria-hidden /> {health.fault.sentence} Next attempt at {time(health.nextAttemptAt)}.
        </Text>
      );
    case "stopped":
      return (
        <Text className="health">
          <IconPlayerStop size={18} aria-hidden /> Stopped
        </Text>
      );
    default:
      return health satisfies never;
  }
}
