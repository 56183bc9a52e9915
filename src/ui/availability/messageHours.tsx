import { Button, Group, Text } from "@mantine/core";
import { useState } from "react";
import { client, type AvailabilityView, type WeeklyHours } from "../data/api.ts";
import { Section } from "../frame/page.tsx";
import { problemsInHours } from "./hours.ts";
import { HoursEditor } from "./hoursEditor.tsx";
import { usePolicyAct } from "./usePolicyAct.ts";

/** The ordinary week of message hours, to read and to change. */
export function MessageHours({ view }: { readonly view: AvailabilityView }) {
  /* null while nothing was touched: then the hours in force are shown, whoever changed them. */
  const [edited, setEdited] = useState<WeeklyHours | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const save = usePolicyAct({
    call: (messageHours: WeeklyHours) => client.policy.setMessageHours.mutate({ messageHours }),
    said: "Message hours saved.",
    done: () => setEdited(null),
    place: (problems) => {
      setProblem(problems[0]?.sentence ?? null);
      return [];
    },
  });

  const submit = () => {
    if (edited === null) return;
    const found = problemsInHours(edited);
    setProblem(found);
    if (found === null) save.run(edited);
  };
  const discard = () => {
    setEdited(null);
    setProblem(null);
  };

  return (
    <Section
      title="Message hours"
      note={`The hours in which you read messages, in the time zone of the practice (${view.zone.replaceAll("_", " ")}).`}
    >
      <HoursEditor value={edited ?? view.messageHours} change={setEdited} problem={problem} />
      <Group mt="md">
        <Button onClick={submit} loading={save.pending} disabled={edited === null}>
          Save message hours
        </Button>
        {edited === null ? null : (
          <>
            <Button variant="default" onClick={discard}>
              Discard changes
            </Button>
            <Text c="dimmed">Not saved yet.</Text>
          </>
        )}
      </Group>
    </Section>
  );
}
