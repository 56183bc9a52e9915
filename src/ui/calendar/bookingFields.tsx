import { Group, NumberInput, Radio, Select, Stack, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api } from "../data/api.ts";
import type { Draft, DraftField } from "./draft.ts";

interface BookingFieldsProps {
  readonly draft: Draft;
  readonly change: (draft: Draft) => void;
  readonly problems: Partial<Record<DraftField, string>>;
  /** One occurrence of a series can be moved and resized, no more. */
  readonly only: "everything" | "time";
}

/** The fields of an appointment. */
export function BookingFields({ draft, change, problems, only }: BookingFieldsProps) {
  return (
    <Stack gap="md">
      {only === "everything" ? <Who draft={draft} change={change} problems={problems} /> : null}
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <TextInput
          type="date"
          label="Date"
          value={draft.date}
          onChange={(event) => change({ ...draft, date: event.currentTarget.value })}
          error={problems.start}
        />
        <TextInput
          type="time"
          label="Time"
          value={draft.time}
          onChange={(event) => change({ ...draft, time: event.currentTarget.value })}
        />
        <NumberInput
          label="Length in minutes"
          min={5}
          max={720}
          step={5}
          allowDecimal={false}
          value={draft.durationMinutes ?? ""}
          onChange={(value) => change({ ...draft, durationMinutes: typeof value === "number" ? value : null })}
          error={problems.durationMinutes}
        />
      </Group>
      {only === "everything" ? <Repeats draft={draft} change={change} problems={problems} /> : null}
    </Stack>
  );
}

type PartProps = Omit<BookingFieldsProps, "only">;

function Who({ draft, change, problems }: PartProps) {
  const clients = (useQuery(api.clients.list.queryOptions()).data ?? []).filter((client) => !client.archived);
  const value = typeof draft.client === "object" ? draft.client.id : draft.client === "unset" ? null : draft.client;
  const choose = (chosen: string | null) => {
    if (chosen === null) return;
    change({ ...draft, client: chosen === "none" || chosen === "new" ? chosen : { id: chosen } });
  };
  return (
    <>
      <Select
        label="Client"
        searchable
        allowDeselect={false}
        data={[
          ...clients.map((client) => ({ value: client.id, label: client.preferredName })),
          { value: "new", label: "New client…" },
          { value: "none", label: "No client" },
        ]}
        value={value}
        onChange={choose}
        placeholder="Choose a client"
        nothingFoundMessage="No client of that name"
        error={problems.clientId}
      />
      {draft.client === "new" ? (
        <Group grow align="flex-start">
          <TextInput
            label="Preferred name"
            maxLength={80}
            value={draft.newName}
            onChange={(event) => change({ ...draft, newName: event.currentTarget.value })}
            error={problems.newName}
          />
          <TextInput
            type="email"
            label="E-mail address"
            description="Optional"
            inputWrapperOrder={["label", "input", "description", "error"]}
            value={draft.newEmail}
            onChange={(event) => change({ ...draft, newEmail: event.currentTarget.value })}
            error={problems.newEmail}
          />
        </Group>
      ) : null}
      {draft.client === "none" ? (
        <TextInput
          label="Title"
          description="For an appointment without a client: supervision, lunch."
          maxLength={80}
          value={draft.title}
          onChange={(event) => change({ ...draft, title: event.currentTarget.value })}
          error={problems.title}
        />
      ) : null}
    </>
  );
}

function Repeats({ draft, change, problems }: PartProps) {
  const choice = draft.repeats === "once" ? "once" : draft.everyWeeks === 1 ? "weekly" : "weeks";
  const choose = (value: string) => {
    if (value === "once") change({ ...draft, repeats: "once" });
    else change({ ...draft, repeats: "weekly", everyWeeks: value === "weekly" ? 1 : 2 });
  };
  return (
    <>
      <Radio.Group label="Repeats" value={choice} onChange={choose}>
        <Group mt={6}>
          <Radio value="once" label="Once" />
          <Radio value="weekly" label="Every week" />
          <Radio value="weeks" label="Every few weeks" />
        </Group>
      </Radio.Group>
      {draft.repeats === "once" ? null : (
        <Group grow align="flex-start">
          {choice === "weeks" ? (
            <NumberInput
              label="Weeks from one to the next"
              min={2}
              max={52}
              allowDecimal={false}
              value={draft.everyWeeks ?? ""}
              onChange={(value) => change({ ...draft, everyWeeks: typeof value === "number" ? value : null })}
              error={problems.everyWeeks}
            />
          ) : null}
          <TextInput
            type="date"
            label="Last date"
            description="Leave empty for no end"
            inputWrapperOrder={["label", "input", "description", "error"]}
            value={draft.until}
            onChange={(event) => change({ ...draft, until: event.currentTarget.value })}
            error={problems.until}
          />
        </Group>
      )}
    </>
  );
}
