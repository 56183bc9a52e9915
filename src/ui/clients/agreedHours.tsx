import { Button, Group, Modal, Text, Title } from "@mantine/core";
import { IconCalendarClock, IconClockPause, IconClockPlus } from "@tabler/icons-react";
import { useState } from "react";
import { usePolicyAct } from "../availability/usePolicyAct.ts";
import { client as verbs, type AgreedHours, type ClientView } from "../data/api.ts";
import { usePracticeTime } from "../time/practiceTime.tsx";
import { AgreedHoursForm, agreementOf } from "./agreedHoursForm.tsx";
import { useAgreedWords } from "./agreedWords.ts";

const dayMilliseconds = 86_400_000;

/** Hours in which this client's messages surface although the practice is closed, to read, suspend and end. */
export function AgreedHoursOfClient({ client }: { readonly client: ClientView }) {
  const [editing, setEditing] = useState(false);
  const agreed = client.agreedHours;
  return (
    <section className="client-agreement" aria-label="Agreed hours">
      <Group justify="space-between" mb="xs">
        <Title order={3}>Agreed hours</Title>
        {agreed === null ? (
          <Button
            variant="light"
            leftSection={<IconClockPlus size={18} aria-hidden />}
            disabled={client.archived}
            onClick={() => setEditing(true)}
          >
            Agree on hours
          </Button>
        ) : null}
      </Group>
      {agreed === null ? (
        <Text c="dimmed">
          None. Hours agreed with {client.preferredName}, for phone coaching say, would let their messages surface while
          you are closed.
        </Text>
      ) : (
        <Agreement client={client} agreed={agreed} edit={() => setEditing(true)} />
      )}
      <Modal
        opened={editing}
        onClose={() => setEditing(false)}
        title={`Hours agreed with ${client.preferredName}`}
        size="xl"
      >
        <AgreedHoursForm clientId={client.id} agreed={agreed} done={() => setEditing(false)} />
      </Modal>
    </section>
  );
}

interface AgreementProps {
  readonly client: ClientView;
  readonly agreed: AgreedHours;
  readonly edit: () => void;
}

function Agreement({ client, agreed, edit }: AgreementProps) {
  const { now, today } = usePracticeTime();
  const words = useAgreedWords();
  const suspend = useChange("Agreed hours suspended for 24 hours.");
  const resume = useChange("Agreed hours resumed.");
  const end = useChange("Agreed hours end today.");
  const remove = usePolicyAct({
    call: () => verbs.policy.removeClientHours.mutate({ clientId: client.id }),
    said: "Agreed hours removed.",
  });
  const holds = agreed.standing === "in-force" || agreed.standing === "suspended";
  const isSuspended = agreed.standing === "suspended";

  return (
    <>
      <dl className="agreement">
        <dt>Reason</dt>
        <dd>{agreed.reason}</dd>
        <dt>Hours</dt>
        <dd>{words.hours(agreed)}</dd>
        <dt>Dates</dt>
        <dd>{words.dates(agreed)}</dd>
        <dt>Now</dt>
        <dd className={isSuspended ? "agreement-mark" : undefined}>
          {isSuspended ? <IconClockPause size={16} aria-hidden /> : null}
          {words.standing(agreed)}
        </dd>
        <dt>Used</dt>
        <dd>{words.used(agreed)}</dd>
        <dt>Review</dt>
        <dd className={agreed.reviewIsDue ? "agreement-mark" : undefined}>
          {agreed.reviewIsDue ? <IconCalendarClock size={16} aria-hidden /> : null}
          {words.review(agreed)}
        </dd>
      </dl>
      <Group gap="xs">
        <Button variant="default" size="compact-sm" onClick={edit}>
          Change
        </Button>
        {isSuspended ? (
          <Button
            variant="default"
            size="compact-sm"
            loading={resume.pending}
            onClick={() => resume.run({ ...agreementOf(agreed), suspendedUntil: null })}
          >
            Resume
          </Button>
        ) : null}
        {agreed.standing === "in-force" ? (
          <Button
            variant="default"
            size="compact-sm"
            loading={suspend.pending}
            onClick={() => suspend.run({ ...agreementOf(agreed), suspendedUntil: Math.round(now()) + dayMilliseconds })}
          >
            Suspend for 24 hours
          </Button>
        ) : null}
        {holds && agreed.lastDate !== today() ? (
          <Button
            variant="default"
            size="compact-sm"
            loading={end.pending}
            onClick={() => end.run({ ...agreementOf(agreed), lastDate: today() })}
          >
            End today
          </Button>
        ) : null}
        <Button variant="default" size="compact-sm" loading={remove.pending} onClick={() => remove.run(undefined)}>
          Remove
        </Button>
      </Group>
    </>
  );
}

function useChange(said: string) {
  return usePolicyAct({
    call: (agreed: ReturnType<typeof agreementOf>) => verbs.policy.setClientHours.mutate({ agreed }),
    said,
  });
}
