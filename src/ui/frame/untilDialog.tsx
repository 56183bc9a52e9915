import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useState, type SubmitEvent } from "react";
import { addWallMinutes, dateOf, timeOf } from "../time/dates.ts";
import { usePracticeTime } from "../time/practiceTime.tsx";

export type UntilPurpose = "open" | "quiet";

interface UntilDialogProps {
  readonly purpose: UntilPurpose;
  readonly pending: boolean;
  readonly choose: (until: number) => void;
  readonly close: () => void;
}

const quick = [
  { minutes: 30, words: "30 minutes" },
  { minutes: 60, words: "1 hour" },
  { minutes: 120, words: "2 hours" },
] as const;

/* The next full quarter of an hour, at least an hour away. */
function suggestion(wallNow: string): string {
  const later = addWallMinutes(wallNow, 60);
  return addWallMinutes(later, (15 - (Number(later.slice(14, 16)) % 15)) % 15);
}

/** Asks until when the practice is open, or not to be disturbed. */
export function UntilDialog({ purpose, pending, choose, close }: UntilDialogProps) {
  const { wallNow, instantOf, momentWithin, now } = usePracticeTime();
  const [date, setDate] = useState(() => dateOf(suggestion(wallNow())));
  const [time, setTime] = useState(() => timeOf(suggestion(wallNow())));
  const until = date !== "" && time !== "" ? instantOf(`${date}T${time}`) : null;
  const inPast = until !== null && until <= now();

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (until !== null && !inPast) choose(until);
  };

  return (
    <Modal opened onClose={close} title={purpose === "open" ? "Open now until" : "Do not disturb until"}>
      <form onSubmit={submit}>
        <Stack>
          <Text c="dimmed">
            {purpose === "open"
              ? "Messages surface as they arrive until then. After that the ordinary hours hold again."
              : "Messages are held until then, or until message hours next begin, whichever is first. Safety words and clients marked urgent still surface."}
          </Text>
          <Group gap="xs">
            {quick.map((one) => (
              <Button
                key={one.minutes}
                variant="light"
                disabled={pending}
                onClick={() => choose(now() + one.minutes * 60_000)}
              >
                {one.words}
              </Button>
            ))}
          </Group>
          <Group grow align="flex-start">
            <TextInput
              type="date"
              label="Date"
              value={date}
              onChange={(event) => setDate(event.currentTarget.value)}
              required
              withAsterisk={false}
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
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={pending} disabled={until === null || inPast}>
              {until === null || inPast
                ? "Choose a time"
                : `${purpose === "open" ? "Open" : "Hold messages"} until ${momentWithin(until)}`}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
