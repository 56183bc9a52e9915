import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { IconArchive, IconArrowLeft } from "@tabler/icons-react";
import { Link, useLocation } from "wouter";
import { useAct } from "../data/act.ts";
import { client as verbs, type ClientView, type Inputs } from "../data/api.ts";
import { placeOn } from "../data/placing.ts";
import { useRestore } from "../data/restore.ts";
import { policyChain, sayUndo } from "../data/say.tsx";
import { ClientAcknowledgement } from "../reports/clientAcknowledgement.tsx";
import { usePracticeTime } from "../time/practiceTime.tsx";
import { AgreedHoursOfClient } from "./agreedHours.tsx";
import { ClientFields } from "./clientFields.tsx";
import { OptOutNote } from "./optOutNote.tsx";
import { inputOf, useClientForm } from "./clientForm.ts";

/** One client's card, to read and to change. */
export function ClientCard({ client }: { readonly client: ClientView }) {
  const { momentWithin } = usePracticeTime();
  const [, go] = useLocation();
  const form = useClientForm(client);
  const save = useAct({
    call: (input: Inputs["clients"]["add"]) => verbs.clients.change.mutate({ ...input, id: client.id }),
    said: "Saved.",
    done: () => form.resetDirty(),
    place: placeOn(form),
  });
  const restore = useRestore();
  const putBack = useAct({
    call: (_policyVersion: number | null) => verbs.clients.archive.mutate({ id: client.id, archived: false }),
    said: `${client.preferredName} is back on the list.`,
    // The hours that ended with archiving are a part of the policy.
    done: (_, policyVersion) => (policyVersion === null ? undefined : restore(policyVersion)),
  });
  const archive = useAct({
    call: () => verbs.clients.archive.mutate({ id: client.id, archived: true }),
    said: null,
    done: ({ endedHours }) => {
      const ended = endedHours === null ? "" : ` The hours agreed with them have ended. ${endedHours.effect ?? ""}`;
      sayUndo(
        `${client.preferredName} archived.${ended}`.trim(),
        () => putBack.run(endedHours?.previousVersion ?? null),
        endedHours === null ? null : policyChain,
      );
      go("/clients");
    },
  });

  return (
    <article className="client-card sheet" aria-label={client.preferredName}>
      <Link href="/clients" className="client-back">
        <IconArrowLeft size={18} aria-hidden /> Back to the list
      </Link>
      <Group justify="space-between" mb="xs">
        <Title order={2}>{client.preferredName}</Title>
        <Button
          variant="default"
          leftSection={<IconArchive size={18} aria-hidden />}
          loading={archive.pending || putBack.pending}
          onClick={() => (client.archived ? putBack.run(null) : archive.run(undefined))}
        >
          {client.archived ? "Move back to the list" : "Archive"}
        </Button>
      </Group>
      <Text c="dimmed" mb="lg">
        {client.nextSession === null ? "No session booked." : `Next session ${momentWithin(client.nextSession)}.`}
      </Text>
      <ClientAcknowledgement clientId={client.id} />
      <OptOutNote optOut={client.optOut} />
      <form onSubmit={form.onSubmit((values) => save.run(inputOf(values)))} noValidate>
        <Stack>
          <ClientFields form={form} />
          <Group justify="flex-end">
            <Button variant="default" disabled={!form.isDirty()} onClick={() => form.reset()}>
              Discard changes
            </Button>
            <Button type="submit" loading={save.pending}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
      <AgreedHoursOfClient client={client} />
    </article>
  );
}
