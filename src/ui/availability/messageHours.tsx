import { Button, Fieldset, Group, Text } from "@mantine/core";
import { useState } from "react";
import { client, type AvailabilityView } from "../data/api.ts";
import { Section } from "../frame/page.tsx";
import { usePracticeTime } from "../time/practiceTime.tsx";
import { HoursEditor } from "./hoursEditor.tsx";
import { usePolicyAct } from "./usePolicyAct.ts";
import { WeekPattern } from "./weekPattern.tsx";
import { letterOf, problemInWeeks, savedAs, weeksOf, type Weeks } from "./weeks.ts";

/** The ordinary week of message hours, or the weeks that take turns, to read and to change. */
export function MessageHours({ view }: { readonly view: AvailabilityView }) {
  /* null while nothing was touched: then the hours in force are shown, whoever changed them. */
  const [edited, setEdited] = useState<Weeks | null>(null);
  const [wanted, show] = useState<number | null>(null);
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

  const weeks = edited ?? weeksOf(view);
  const shown = Math.min(wanted ?? weeks.now, weeks.all.length - 1);
  const hours = weeks.all[shown] ?? view.messageHours;
  const alternate = weeks.all.length > 1;

  return (
    <Section
      title="Message hours"
      note={`The hours in which you read messages, in the time zone of the practice (${view.zone.replaceAll("_", " ")}).`}
    >
      <WeekPattern weeks={weeks} change={setEdited} shown={shown} show={show} />
      <Fieldset
        variant="unstyled"
        legend={
          <span className={alternate ? undefined : "unseen"}>
            {alternate ? `Week ${letterOf(shown)}${shown === weeks.now ? " (this week)" : ""}` : "Hours of every week"}
          </span>
        }
      >
        <HoursEditor
          key={shown}
          value={hours}
          change={(changed) =>
            setEdited({ ...weeks, all: weeks.all.map((one, index) => (index === shown ? changed : one)) })
          }
          problem={problem}
        />
      </Fieldset>
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
