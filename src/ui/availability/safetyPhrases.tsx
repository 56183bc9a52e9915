import { ActionIcon, Button, Group, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useState, type SubmitEvent } from "react";
import { client, type AvailabilityView } from "../data/api.ts";
import { Section } from "../frame/page.tsx";
import { usePolicyAct } from "./usePolicyAct.ts";

type Gate = AvailabilityView["gate"];

/** Words that let a message surface at any hour. */
export function SafetyPhrases({ gate }: { readonly gate: Gate }) {
  const [phrase, setPhrase] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const add = usePolicyAct({
    call: (added: string) => client.policy.setGate.mutate({ ...gate, safetyPhrases: [...gate.safetyPhrases, added] }),
    said: "Safety phrase added.",
    done: () => setPhrase(""),
    place: (problems) => {
      setProblem(problems[0]?.sentence ?? null);
      return [];
    },
  });
  const remove = usePolicyAct({
    call: (removed: string) =>
      client.policy.setGate.mutate({ ...gate, safetyPhrases: gate.safetyPhrases.filter((one) => one !== removed) }),
    said: "Safety phrase removed.",
  });

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const added = phrase.trim();
    const known = gate.safetyPhrases.some((one) => one.toLowerCase() === added.toLowerCase());
    const found = added.length < 2 ? "At least two letters." : known ? "This phrase is on the list already." : null;
    setProblem(found);
    if (found === null) add.run(added);
  };

  return (
    <Section
      title="Safety phrases"
      note="A message with one of these words surfaces at any hour and gets the safety reply. They can only let a message through, never hold one, and they do not recognise a crisis."
    >
      <form onSubmit={submit} noValidate>
        <Group align="flex-start" gap="xs" mb="sm">
          <TextInput
            aria-label="New safety phrase"
            placeholder="Word or phrase"
            maxLength={80}
            value={phrase}
            onChange={(event) => setPhrase(event.currentTarget.value)}
            error={problem}
            style={{ flex: "0 1 20rem" }}
          />
          <Button type="submit" variant="light" leftSection={<IconPlus size={18} aria-hidden />} loading={add.pending}>
            Add phrase
          </Button>
        </Group>
      </form>
      <ul className="phrases" aria-label="Safety phrases">
        {gate.safetyPhrases.map((one) => (
          <li key={one}>
            {one}
            <ActionIcon
              size={24}
              color="gray"
              disabled={remove.pending}
              aria-label={`Remove ${one}`}
              onClick={() => remove.run(one)}
            >
              <IconX size={14} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </Section>
  );
}
