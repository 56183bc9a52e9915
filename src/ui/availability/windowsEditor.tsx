import { ActionIcon, Button, Group, Stack, Text } from "@mantine/core";
import { TimeInput } from "@mantine/dates";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import type { HoursWindow } from "../data/api.ts";
import { nextWindow, pastMidnight } from "./hours.ts";

interface WindowsEditorProps {
  /** "Monday", or whatever the windows belong to; part of every label. */
  readonly name: string;
  readonly windows: readonly HoursWindow[];
  readonly change: (windows: readonly HoursWindow[]) => void;
}

/* A time field cannot show 24:00; midnight at the end of a day is typed and read as 00:00. */
const shown = (end: string) => (end === "24:00" ? "00:00" : end);
const meant = (typed: string) => (typed === "00:00" ? "24:00" : typed);

/** The windows of one day: as many as wanted, also past midnight. */
export function WindowsEditor({ name, windows, change }: WindowsEditorProps) {
  const set = (index: number, window: HoursWindow) => change(windows.map((one, at) => (at === index ? window : one)));
  return (
    <Stack gap={8}>
      {windows.length === 0 ? (
        <Text c="dimmed" lh="36px">
          Closed
        </Text>
      ) : null}
      {windows.map((window, index) => (
        <Group key={index} gap={8} wrap="wrap">
          <TimeInput
            aria-label={`${name}, hours ${index + 1}, from`}
            value={window.start}
            onChange={(event) => set(index, { ...window, start: event.currentTarget.value })}
          />
          <Text aria-hidden>to</Text>
          <TimeInput
            aria-label={`${name}, hours ${index + 1}, to`}
            value={shown(window.end)}
            onChange={(event) => set(index, { ...window, end: meant(event.currentTarget.value) })}
          />
          <ActionIcon
            color="gray"
            aria-label={`Remove hours ${index + 1} of ${name}`}
            onClick={() => change(windows.filter((_, at) => at !== index))}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
          {pastMidnight(window) ? <Text c="dimmed">until the next day</Text> : null}
          {window.end === "24:00" ? <Text c="dimmed">until midnight</Text> : null}
        </Group>
      ))}
      <div>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={windows.length >= 12}
          onClick={() => change([...windows, nextWindow(windows)])}
          aria-label={`Add hours on ${name}`}
        >
          Add hours
        </Button>
      </div>
    </Stack>
  );
}
