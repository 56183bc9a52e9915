import { Alert, Stack } from "@mantine/core";
import type { WeeklyHours } from "../data/api.ts";
import { weekdays } from "../time/dates.ts";
import "./availability.css";
import { CopyHours } from "./copyHours.tsx";
import { weekdayNames } from "./hours.ts";
import { WindowsEditor } from "./windowsEditor.tsx";

interface HoursEditorProps {
  readonly value: WeeklyHours;
  readonly change: (hours: WeeklyHours) => void;
  readonly problem: string | null;
}

/** The ordinary week of message hours, a row for each day. */
export function HoursEditor({ value, change, problem }: HoursEditorProps) {
  return (
    <Stack gap="sm">
      <ul className="rows week">
        {weekdays.map((day) => (
          <li key={day} className="week-day">
            <span className="week-day-name">{weekdayNames[day]}</span>
            <WindowsEditor
              name={weekdayNames[day]}
              windows={value[day]}
              change={(windows) => change({ ...value, [day]: windows })}
            />
            <CopyHours
              from={day}
              copy={(days) => change({ ...value, ...Object.fromEntries(days.map((one) => [one, value[day]])) })}
            />
          </li>
        ))}
      </ul>
      {problem === null ? null : (
        <Alert color="gray" role="alert">
          {problem}
        </Alert>
      )}
    </Stack>
  );
}
