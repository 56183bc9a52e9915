import { Alert, Button, Group, Select, Stack } from "@mantine/core";
import { useMemo, useState, type SubmitEvent } from "react";
import { client, type Trip } from "../data/api.ts";
import { sortProblems } from "../data/placing.ts";
import { zones } from "../time/zones.ts";
import { DateSpanFields } from "./dateSpanFields.tsx";
import { usePolicyAct } from "./usePolicyAct.ts";

interface TripFormProps {
  readonly trip: Trip;
  readonly done: () => void;
}

/** Dates and time zone of one trip. */
export function TripForm({ trip, done }: TripFormProps) {
  const [zone, setZone] = useState(trip.zone);
  const [firstDate, setFirstDate] = useState(trip.firstDate);
  const [lastDate, setLastDate] = useState(trip.lastDate);
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const options = useMemo(
    () =>
      [...new Set([trip.zone, ...zones()])].toSorted().map((one) => ({ value: one, label: one.replaceAll("_", " ") })),
    [trip.zone],
  );

  const save = usePolicyAct({
    call: (changed: Trip) => client.policy.setTrip.mutate({ trip: changed }),
    said: "Trip saved.",
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
    setProblems(found);
    if (Object.keys(found).length === 0) save.run({ id: trip.id, zone, firstDate, lastDate });
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Select
          label="Time zone of the place"
          data={options}
          searchable
          allowDeselect={false}
          nothingFoundMessage="No zone of that name"
          value={zone}
          onChange={(chosen) => (chosen === null ? undefined : setZone(chosen))}
          error={problems["zone"]}
        />
        <DateSpanFields
          firstDate={firstDate}
          lastDate={lastDate}
          change={(first, last) => {
            setFirstDate(first);
            setLastDate(last);
          }}
          problems={problems}
        />
        {problems["travel"] === undefined ? null : (
          <Alert color="gray" role="alert">
            {problems["travel"]}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={done}>
            Discard
          </Button>
          <Button type="submit" loading={save.pending}>
            Save trip
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const fields = ["zone", "firstDate", "lastDate", "travel"] as const;

function fieldOf(path: string): (typeof fields)[number] | null {
  const field = path.replace(/^trip\./, "").split(".")[0];
  return fields.find((one) => one === field) ?? null;
}
