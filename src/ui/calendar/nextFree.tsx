import { Button, Group, Text } from "@mantine/core";
import { IconClockSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useAct } from "../data/act.ts";
import { client, type Inputs } from "../data/api.ts";
import { dateOf, timeOf } from "../time/dates.ts";
import { usePracticeTime } from "../time/practiceTime.tsx";
import { draftOn, type Draft } from "./draft.ts";

/** Looks for the next free time within message hours and hands it on as a wall time. */
export function useNextFree(found: (start: string) => void) {
  return useAct({
    call: (question: Inputs["calendar"]["nextFree"]) => client.calendar.nextFree.query(question),
    said: null,
    done: found,
  });
}

interface NextFreeProps {
  readonly draft: Draft;
  readonly change: (draft: Draft) => void;
  readonly exceptSeriesId: string | null;
}

/** Fills in the next free time after the one in the form; again, the one after that. */
export function NextFree({ draft, change, exceptSeriesId }: NextFreeProps) {
  const { date, wallTime, wallNow } = usePracticeTime();
  const [said, say] = useState("It looks within your message hours.");
  const free = useNextFree((start) => {
    change({ ...draftOn(draft, dateOf(start)), time: timeOf(start) });
    say(`Free: ${date(dateOf(start))}, ${wallTime(timeOf(start))}`);
  });
  const { durationMinutes } = draft;
  const after = draft.date === "" || draft.time === "" ? wallNow() : `${draft.date}T${draft.time}`;
  return (
    <Group gap="sm">
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconClockSearch size={16} aria-hidden />}
        loading={free.pending}
        disabled={durationMinutes === null}
        onClick={() => (durationMinutes === null ? undefined : free.run({ durationMinutes, after, exceptSeriesId }))}
      >
        Next free time
      </Button>
      <Text c="dimmed" aria-live="polite">
        {said}
      </Text>
    </Group>
  );
}
