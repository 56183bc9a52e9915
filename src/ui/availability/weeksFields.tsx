import { Fieldset } from "@mantine/core";
import { useState } from "react";
import { HoursEditor } from "./hoursEditor.tsx";
import { ordinaryWeek } from "./hours.ts";
import { WeekPattern } from "./weekPattern.tsx";
import { letterOf, type Weeks } from "./weeks.ts";

interface WeeksFieldsProps {
  readonly weeks: Weeks;
  readonly change: (weeks: Weeks) => void;
  readonly problem: string | null;
}

/** The ordinary week, or one of the weeks that take turns. */
export function WeeksFields({ weeks, change, problem }: WeeksFieldsProps) {
  const [wanted, show] = useState<number | null>(null);
  const shown = Math.min(wanted ?? weeks.now, weeks.all.length - 1);
  const alternate = weeks.all.length > 1;
  return (
    <>
      <WeekPattern weeks={weeks} change={change} shown={shown} show={show} />
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
          value={weeks.all[shown] ?? ordinaryWeek}
          change={(changed) =>
            change({ ...weeks, all: weeks.all.map((one, index) => (index === shown ? changed : one)) })
          }
          problem={problem}
        />
      </Fieldset>
    </>
  );
}
