import { Group, NumberInput, Select, Stack, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api } from "../data/api.ts";
import { draftOn, type Draft, type DraftField } from "./draft.ts";
import { NextFree } from "./nextFree.tsx";
import { RepeatsFields } from "./repeatsFields.tsx";

interface BookingFieldsProps {
  readonly draft: Draft;
  readonly change: (draft: Draft) => void;
  readonly problems: Partial<Record<DraftField, string>>;
  /** One occurrence of a series can be moved and resized, no more. */
  readonly only: "everything" | "time";
  /** The series that is being changed. */
  readonly exceptSeriesId: string | null;
}

/** The fields of an appointment. */
export function BookingFields({ draft, change, problems, only, exceptSeriesId }: BookingFieldsProps) {
  return (
    <Stack gap="md">
      {only === "everything" ? <Who draft={draft} change={change} problems={problems} /> : null}
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <TextInput
          type="date"
          label="Date"
          value={draft.date}
          onChange={(event) => change(draftOn(draft, event.currentTarget.value))}
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
      <NextFree draft={draft} change={change} exceptSeriesId={exceptSeriesId} />
      {only === "everything" ? <RepeatsFields draft={draft} change={change} problems={problems} /> : null}
    </Stack>
  );
}

type PartProps = Omit<BookingFieldsProps, "only" | "exceptSeriesId">;

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
