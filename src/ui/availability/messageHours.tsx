import { Button, Group, Text } from "@mantine/core";
import { useState } from "react";
import { client, type AvailabilityView } from "../data/api.ts";
import { Section } from "../frame/page.tsx";
import { usePracticeTime } from "../time/practiceTime.tsx";
import { usePolicyAct } from "./usePolicyAct.ts";
import { problemInWeeks, savedAs, weeksOf, type Weeks } from "./weeks.ts";
import { WeeksFields } from "./weeksFields.tsx";

/** The ordinary week of message hours, or the weeks that take turns, to read and to change. */
export function MessageHours({ view }: { readonly view: AvailabilityView }) {
  /* null while nothing was touched: then the hours in force are shown, whoever changed them. */
  const [edited, setEdited] = useState<Weeks | null>(null);
  const { today } = usePracticeTime();
  const [problem, setProblem] = useState<string | null>(null);
  const save = usePolicyAct({
    call: (weeks: Weeks) => client.policy.setMessageHours.mutate(savedAs(weeks, today())),
    said: "Message hours saved.",
    done: () => setEdited(null),
    place: (problems) => {
      setProblem(problems[0]?.sentence ?? null);
      return [];
    },
  });

  const submit = () => {
    if (edited === null) return;
    const found = problemInWeeks(edited);
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
      <WeeksFields weeks={edited ?? weeksOf(view)} change={setEdited} problem={problem} />
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
