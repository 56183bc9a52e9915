import { Select, Stack, TextInput } from "@mantine/core";
import { useMemo } from "react";
import type { DoorView, Region } from "../data/api.ts";
import { zones } from "../time/zones.ts";

export interface PracticeValue {
  readonly name: string;
  readonly zone: string;
  readonly region: Region | null;
}

interface PracticeFieldsProps {
  readonly value: PracticeValue;
  readonly change: (value: PracticeValue) => void;
  readonly problems: Readonly<Record<string, string>>;
  readonly regions: DoorView["regions"];
}

/** Name, time zone and region of the practice; for the first run and for Settings. */
export function PracticeFields({ value, change, problems, regions }: PracticeFieldsProps) {
  const zoneOptions = useMemo(() => zones().map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") })), []);
  const region = regions.find((one) => one.region === value.region);
  return (
    <Stack gap="md">
      <TextInput
        label="Name of the practice"
        description="Automatic replies use it. A discreet name is a good choice."
        maxLength={80}
        value={value.name}
        onChange={(event) => change({ ...value, name: event.currentTarget.value })}
        error={problems["name"]}
      />
      <Select
        label="Time zone"
        description="All times on these screens are shown in it."
        data={zoneOptions}
        searchable
        allowDeselect={false}
        nothingFoundMessage="No zone of that name"
        value={value.zone}
        onChange={(zone) => (zone === null ? undefined : change({ ...value, zone }))}
        error={problems["zone"]}
      />
      <Select
        label="Region"
        description="Decides the emergency line that every automatic reply carries."
        data={regions.map((one) => ({ value: one.region, label: one.name }))}
        searchable
        allowDeselect={false}
        nothingFoundMessage="No region of that name"
        value={value.region}
        onChange={(code) => {
          const chosen = regions.find((one) => one.region === code);
          if (chosen !== undefined) change({ ...value, region: chosen.region });
        }}
        error={problems["region"]}
      />
      {region === undefined ? null : <p className="plain-text emergency-line">{region.emergencyLine}</p>}
    </Stack>
  );
}
