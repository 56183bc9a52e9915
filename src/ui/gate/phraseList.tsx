import { ActionIcon, Button, Group, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useState, type SubmitEvent } from "react";

interface AddPhraseProps {
  readonly label: string;
  readonly known: readonly string[];
  readonly add: (phrase: string) => void;
  readonly pending: boolean;
}

/** One line to add a word or phrase to a list. */
export function AddPhrase({ label, known, add, pending }: AddPhraseProps) {
  const [phrase, setPhrase] = useState("");
  const [problem, setProblem] = useState<string | null>(null);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const added = phrase.trim();
    const isThere = known.some((one) => one.toLowerCase() === added.toLowerCase());
    // A single picture is two units long; a single letter would be found in every other message.
    const found = added.length < 2 ? "At least two letters." : isThere ? "This phrase is on the list already." : null;
    setProblem(found);
    if (found !== null) return;
    add(added);
    setPhrase("");
  };

  return (
    <form onSubmit={submit} noValidate>
      <Group align="flex-start" gap="xs" mb="sm">
        <TextInput
          aria-label={label}
          placeholder="Word or phrase"
          maxLength={80}
          value={phrase}
          onChange={(event) => setPhrase(event.currentTarget.value)}
          error={problem}
          style={{ flex: "0 1 20rem" }}
        />
        <Button type="submit" variant="light" leftSection={<IconPlus size={18} aria-hidden />} loading={pending}>
          Add phrase
        </Button>
      </Group>
    </form>
  );
}

interface PhrasesProps {
  readonly label: string;
  readonly phrases: readonly string[];
  readonly remove: (phrase: string) => void;
  readonly pending: boolean;
}

/** Phrases side by side, each with a way to remove it. */
export function Phrases({ label, phrases, remove, pending }: PhrasesProps) {
  return (
    <ul className="phrases" aria-label={label}>
      {phrases.map((one) => (
        <li key={one}>
          {one}
          <ActionIcon
            size={24}
            color="gray"
            disabled={pending}
            aria-label={`Remove ${one}`}
            onClick={() => remove(one)}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}
