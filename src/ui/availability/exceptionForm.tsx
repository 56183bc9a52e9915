import { Alert, Button, Group, Radio, Stack, Text, TextInput } from "@mantine/core";
import { useState, type SubmitEvent } from "react";
import { client, type Closure, type HoursWindow } from "../data/api.ts";
import { sortProblems } from "../data/placing.ts";
import { usePracticeTime } from "../time/practiceTime.tsx";
import { DateSpanFields } from "./dateSpanFields.tsx";
import { closureKinds, type ClosureKind } from "./closureKinds.ts";
import { problemInWindows } from "./hours.ts";
import { usePolicyAct } from "./usePolicyAct.ts";
import { WindowsEditor } from "./windowsEditor.tsx";

const kinds: readonly ClosureKind[] = ["day-off", "holiday", "vacation", "changed-hours"];

/** Adds a day off, a holiday, a vacation with cover, or days with other hours. */
export function ExceptionForm({ done }: { readonly done: () => void }) {
  const { today } = usePracticeTime();
  const [kind, setKind] = useState<ClosureKind>("day-off");
  const [label, setLabel] = useState("");
  const [firstDate, setFirstDate] = useState(today);
  const [lastDate, setLastDate] = useState(today);
  const [windows, setWindows] = useState<readonly HoursWindow[]>([{ start: "10:00", end: "12:00" }]);
  const [coverName, setCoverName] = useState("");
  const [coverPhone, setCoverPhone] = useState("");
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});

  const add = usePolicyAct({
    call: (closure: Closure) => client.policy.addClosure.mutate({ closure }),
    said: `${closureKinds[kind].words} added.`,
    done,
    place: (found) => {
      const { placed, homeless } = sortProblems(found, fieldOf);
      setProblems(placed);
      return homeless;
    },
  });

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const covered = kind === "vacation" && (coverName.trim() !== "" || coverPhone.trim() !== "");
    const found: Record<string, string> = {};
    if (firstDate === "") found["firstDate"] = "A first day is needed.";
    if (lastDate === "") found["lastDate"] = "A last day is needed.";
    else if (lastDate < firstDate) found["lastDate"] = "The last day comes before the first.";
    const wrongHours = kind === "changed-hours" ? problemInWindows(windows) : null;
    if (wrongHours !== null) found["windows"] = wrongHours;
    if (covered && coverName.trim() === "") found["cover.name"] = "Who covers?";
    if (covered && coverPhone.trim() === "") found["cover.phone"] = "A number to call is needed.";
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    add.run({
      id: crypto.randomUUID(),
      kind,
      label,
      firstDate,
      lastDate,
      windows: kind === "changed-hours" ? [...windows] : [],
      cover: covered ? { name: coverName, phone: coverPhone } : null,
    });
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Radio.Group label="Kind" value={kind} onChange={(value) => setKind(value)}>
          <Group mt={6}>
            {kinds.map((one) => (
              <Radio key={one} value={one} label={closureKinds[one].words} />
            ))}
          </Group>
        </Radio.Group>
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
          label="Label"
          description="Optional, for yourself. Clients do not see it."
          maxLength={80}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
          error={problems["label"]}
        />
        {kind === "changed-hours" ? (
          <Stack gap="xs">
            <Text fw={500}>Message hours on these days</Text>
            <WindowsEditor name="these days" windows={windows} change={setWindows} />
            {problems["windows"] === undefined ? null : (
              <Alert color="gray" role="alert">
                {problems["windows"]}
              </Alert>
            )}
          </Stack>
        ) : null}
        {kind === "vacation" ? (
          <Group grow align="flex-start">
            <TextInput
              label="Covering clinician"
              description="Optional. Replies name them."
              maxLength={80}
              value={coverName}
              onChange={(event) => setCoverName(event.currentTarget.value)}
              error={problems["cover.name"]}
            />
            <TextInput
              type="tel"
              label="Their phone number"
              description="Clients may call it."
              maxLength={40}
              value={coverPhone}
              onChange={(event) => setCoverPhone(event.currentTarget.value)}
              error={problems["cover.phone"]}
            />
          </Group>
        ) : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={done}>
            Discard
          </Button>
          <Button type="submit" loading={add.pending}>
            Add
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const fields = ["firstDate", "lastDate", "label", "windows", "cover.name", "cover.phone"] as const;

function fieldOf(path: string): (typeof fields)[number] | null {
  const field = path.replace(/^closure\.?/, "");
  return fields.find((one) => one === (field.startsWith("windows") ? "windows" : field)) ?? null;
}
