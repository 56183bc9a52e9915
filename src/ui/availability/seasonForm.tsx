import { Alert, Button, Group, Stack, TextInput } from "@mantine/core";
import { useState, type SubmitEvent } from "react";
import { client, type Season } from "../data/api.ts";
import { sortProblems } from "../data/placing.ts";
import { DateSpanFields } from "./dateSpanFields.tsx";
import { problemsInHours } from "./hours.ts";
import { HoursEditor } from "./hoursEditor.tsx";
import { usePolicyAct } from "./usePolicyAct.ts";

interface SeasonFormProps {
  readonly season: Season;
  readonly done: () => void;
}

/** Dates, name and week of one season. */
export function SeasonForm({ season, done }: SeasonFormProps) {
  const [label, setLabel] = useState(season.label);
  const [firstDate, setFirstDate] = useState(season.firstDate);
  const [lastDate, setLastDate] = useState(season.lastDate);
  const [hours, setHours] = useState(season.hours);
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});

  const save = usePolicyAct({
    call: (changed: Season) => client.policy.setSeason.mutate({ season: changed }),
    said: "Season saved.",
    done,
    place: (found) => {
      const { placed, homeless } = sortProblems(found, fieldOf);
      setProblems(placed);
      return homeless;
    },
  });

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const found: Record<string, string> = {};
    if (firstDate === "") found["firstDate"] = "A first day is needed.";
    if (lastDate === "") found["lastDate"] = "A last day is needed.";
    else if (lastDate < firstDate) found["lastDate"] = "The last day comes before the first.";
    const wrongHours = problemsInHours(hours);
    if (wrongHours !== null) found["hours"] = wrongHours;
    setProblems(found);
    if (Object.keys(found).length === 0) save.run({ id: season.id, label, firstDate, lastDate, hours });
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <DateSpanFields
          firstDate={firstDate}
          lastDate={lastDate}
          change={(first, last) => {
            setFirstDate(first);
            setLastDate(last);
          }}
          problems={problems}
        />
        <TextInput
          label="Name"
          description="Optional, for yourself. Clients do not see it."
          maxLength={80}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
          error={problems["label"]}
        />
        <HoursEditor value={hours} change={setHours} problem={problems["hours"] ?? null} />
        {problems["seasons"] === undefined ? null : (
          <Alert color="gray" role="alert">
            {problems["seasons"]}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={done}>
            Discard
          </Button>
          <Button type="submit" loading={save.pending}>
            Save season
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const fields = ["firstDate", "lastDate", "label", "hours", "seasons"] as const;

function fieldOf(path: string): (typeof fields)[number] | null {
  const field = path.replace(/^season\./, "").split(".")[0];
  return fields.find((one) => one === field) ?? null;
}
