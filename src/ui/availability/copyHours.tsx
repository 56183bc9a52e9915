import { Button, Checkbox, Group, Popover, Stack } from "@mantine/core";
import { IconCopy } from "@tabler/icons-react";
import { useState } from "react";
import { weekdays, type Weekday } from "../time/dates.ts";
import { weekdayNames } from "./hours.ts";

interface CopyHoursProps {
  readonly from: Weekday;
  readonly copy: (days: readonly Weekday[]) => void;
}

const workdays: readonly Weekday[] = ["MO", "TU", "WE", "TH", "FR"];

/** Takes the hours of one day to others. */
export function CopyHours({ from, copy }: CopyHoursProps) {
  const [opened, setOpened] = useState(false);
  const [days, setDays] = useState<readonly Weekday[]>([]);
  const others = weekdays.filter((day) => day !== from);

  const open = () => {
    setDays(workdays.filter((day) => day !== from));
    setOpened(true);
  };
  const apply = () => {
    copy(days);
    setOpened(false);
  };

  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus withRoles>
      <Popover.Target>
        <Button
          variant="subtle"
          size="compact-sm"
          color="gray"
          leftSection={<IconCopy size={16} aria-hidden />}
          onClick={() => (opened ? setOpened(false) : open())}
          aria-label={`Copy to… other days, from ${weekdayNames[from]}`}
        >
          Copy to…
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={`Copy the hours of ${weekdayNames[from]}`}>
        <Checkbox.Group
          label={`Copy ${weekdayNames[from]} to`}
          value={[...days]}
          onChange={(chosen) => setDays(others.filter((day) => chosen.includes(day)))}
        >
          <Stack gap={8} mt="xs">
            {others.map((day) => (
              <Checkbox key={day} value={day} label={weekdayNames[day]} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Group justify="flex-end" mt="md">
          <Button size="compact-sm" disabled={days.length === 0} onClick={apply}>
            Copy
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}
