import { Alert, Button, Group, Modal, Radio, Select, Stack, Text, TextInput } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState, type SubmitEvent } from "react";
import { usePracticeLanguage } from "../clients/practiceLanguage.ts";
import { useAct, type Answer } from "../data/act.ts";
import { api, client, type MessageDetail } from "../data/api.ts";
import type { Problem } from "../data/problems.ts";

interface LinkSenderProps {
  readonly message: MessageDetail;
  readonly close: () => void;
}

/** Says whose address an unknown sender's is. */
export function LinkSender({ message, close }: LinkSenderProps) {
  const clients = (useQuery(api.clients.list.queryOptions()).data ?? []).filter((one) => !one.archived);
  const language = usePracticeLanguage();
  const [way, setWay] = useState<"existing" | "new">("existing");
  const [clientId, setClientId] = useState<string | null>(null);
  const [name, setName] = useState(message.name === message.address ? "" : message.name);
  const [problem, setProblem] = useState<string | null>(null);
  const effectiveWay = clients.length === 0 ? "new" : way;

  const link = useAct({
    call: async (): Promise<Answer<null>> => {
      if (effectiveWay === "existing")
        return client.inbox.linkToClient.mutate({ id: message.id, clientId: clientId ?? "" });
      const added = await client.clients.add.mutate({
        preferredName: name,
        language,
        emails: [],
        urgent: false,
        optedOut: false,
      });
      return added.ok ? client.inbox.linkToClient.mutate({ id: message.id, clientId: added.value.id }) : added;
    },
    said: "Linked. Messages from this address now belong to the client.",
    done: close,
    place: (problems: readonly Problem[]) => {
      setProblem(problems[0]?.sentence ?? null);
      return [];
    },
  });

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (effectiveWay === "existing" && clientId === null) setProblem("Please choose a client.");
    else if (effectiveWay === "new" && name.trim() === "") setProblem("A name is needed.");
    else {
      setProblem(null);
      link.run(undefined);
    }
  };

  if (!message.linking.possible)
    return (
      <Modal opened onClose={close} title="Link to a client">
        <Stack>
          <Text>
            <strong>{message.address}</strong> cannot belong to a client. {message.linking.note}
          </Text>
          <Group justify="flex-end">
            <Button onClick={close}>Close</Button>
          </Group>
        </Stack>
      </Modal>
    );

  return (
    <Modal opened onClose={close} title="Link to a client">
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text>
            <strong>{message.address}</strong> will belong to the client. What is held from this address is decided
            again.
          </Text>
          {message.linking.note === null ? null : (
            <Alert color="gray" icon={<IconInfoCircle aria-hidden />} p="xs">
              {message.linking.note}
            </Alert>
          )}
          {clients.length === 0 ? null : (
            <Radio.Group
              label="Whose address is it?"
              value={way}
              onChange={(value) => setWay(value === "new" ? "new" : "existing")}
            >
              <Group mt="xs">
                <Radio value="existing" label="A client" />
                <Radio value="new" label="A new client" />
              </Group>
            </Radio.Group>
          )}
          {effectiveWay === "existing" ? (
            <Select
              label="Client"
              searchable
              data={clients.map((one) => ({ value: one.id, label: one.preferredName }))}
              value={clientId}
              onChange={setClientId}
              comboboxProps={{ withinPortal: true }}
              nothingFoundMessage="No client of that name"
              error={problem}
            />
          ) : (
            <TextInput
              label="Preferred name"
              value={name}
              maxLength={80}
              onChange={(event) => setName(event.currentTarget.value)}
              error={problem}
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={link.pending}>
              Link
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
