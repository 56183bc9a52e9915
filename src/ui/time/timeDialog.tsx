import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useState, type ReactNode, type SubmitEvent } from "react";
import { addWallMinutes, dateOf, timeOf } from "./dates.ts";
import { usePracticeTime } from "./practiceTime.tsx";

interface TimeDialogProps {
  readonly title: string;
  readonly intro: string;
  /** Times that can be chosen with one press. */
  readonly choices: readonly { readonly words: string; readonly at: number }[];
  /** The last instant that may be chosen; without one there is no end. */
  readonly latest?: number;
  readonly pending: boolean;
  readonly submitWords: (at: number) => string;
  readonly choose: (at: number) => void;
  readonly close: () => void;
  /** Stands beside Cancel. */
  readonly children?: ReactNode;
}

/* The next full quarter of an hour, at least an hour away. */
function suggestion(wallNow: string): string {
  const later = addWallMinutes(wallNow, 60);
  return addWallMinutes(later, (15 - (Number(later.slice(14, 16)) % 15)) % 15);
}

/** Asks for an instant that is still to come, on the practice's clock. */
export function TimeDialog({
  title,
  intro,
  choices,
  latest,
  pending,
  submitWords,
  choose,
  close,
  children,
}: TimeDialogProps) {
  const { wallNow, instantOf, now } = usePracticeTime();
  const [date, setDate] = useState(() => dateOf(suggestion(wallNow())));
  const [time, setTime] = useState(() => timeOf(suggestion(wallNow())));
  const at = date !== "" && time !== "" ? instantOf(`${date}T${time}`) : null;
  const inPast = at !== null && at <= now();
  const tooFar = at !== null && latest !== undefined && at > latest;
  const good = at !== null && !inPast && !tooFar;

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (good) choose(at);
  };

  return (
    <Modal opened onClose={close} title={title}>
      <form onSubmit={submit}>
        <Stack>
          <Text c="dimmed">{intro}</Text>
          {choices.length === 0 ? null : (
            <Group gap="xs">
              {choices.map((one) => (
                <Button key={one.words} variant="light" disabled={pending} onClick={() => choose(one.at)}>
                  {one.words}
                </Button>
              ))}
            </Group>
          )}
          <Group grow align="flex-start">
            <TextInput
              type="date"
              label="Date"
              value={date}
              onChange={(event) => setDate(event.currentTarget.value)}
              required
              withAsterisk={false}
              error={tooFar ? "At most a year ahead." : null}
            />
            <TextInput
              type="time"
              label="Time"
              value={time}
              onChange={(event) => setTime(event.currentTarget.value)}
              required
              withAsterisk={false}
              error={inPast ? "This time has passed." : null}
            />
          </Group>
          <Group justify="flex-end">
            {children}
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={pending} disabled={!good}>
              {good ? submitWords(at) : "Choose a time"}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
