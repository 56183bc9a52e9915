import { Button, Group, Modal, Select, Stack, TextInput } from "@mantine/core";
import { useState, type SubmitEvent } from "react";
import { useAct } from "../data/act.ts";
import { client, type CommunicationPolicyView, type Inputs } from "../data/api.ts";
import { sortProblems } from "../data/placing.ts";
import { usePracticeTime } from "../time/practiceTime.tsx";
import { useDayOf } from "./useDayOf.ts";

interface RecordAcknowledgementProps {
  readonly clientId: string;
  readonly name: string;
  /** At least one, the newest first. */
  readonly editions: CommunicationPolicyView["editions"];
  readonly close: () => void;
}

/** Asks which edition a client has acknowledged and on which day, which may be past. */
export function RecordAcknowledgement({ clientId, name, editions, close }: RecordAcknowledgementProps) {
  const { today } = usePracticeTime();
  const day = useDayOf();
  const [edition, setEdition] = useState(`${editions[0]?.number ?? ""}`);
  const [date, setDate] = useState(today);
  const [problem, setProblem] = useState<string | null>(null);
  const record = useAct({
    call: (input: Inputs["communicationPolicy"]["acknowledge"]) => client.communicationPolicy.acknowledge.mutate(input),
    said: (_, input) => `${name} has acknowledged edition ${input.edition}.`,
    done: close,
    place: (found) => {
      const { placed, homeless } = sortProblems(found, (field) => (field === "date" ? field : null));
      setProblem(placed.date ?? null);
      return homeless;
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setProblem(date === "" ? "A day is needed." : null);
    if (date !== "") record.run({ clientId, edition: Number(edition), date });
  };
  return (
    <Modal opened onClose={close} title={`${name} has acknowledged the letter`}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Select
            label="Edition"
            allowDeselect={false}
            value={edition}
            onChange={(value) => setEdition(value ?? edition)}
            data={editions.map(({ number, issuedAt }) => ({
              value: `${number}`,
              label: `Edition ${number}, issued ${day(issuedAt)}`,
            }))}
          />
          <TextInput
            type="date"
            label="Day"
            max={today()}
            value={date}
            onChange={(event) => setDate(event.currentTarget.value)}
            error={problem}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Discard
            </Button>
            <Button type="submit" loading={record.pending}>
              Record
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
