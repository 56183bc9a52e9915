import { IconBeach, IconCalendarOff, IconClockEdit, IconConfetti, type Icon } from "@tabler/icons-react";
import type { Closure } from "../data/api.ts";

export type ClosureKind = Closure["kind"];

interface KindLook {
  readonly words: string;
  readonly icon: Icon;
}

export const closureKinds: Readonly<Record<ClosureKind, KindLook>> = {
  "day-off": { words: "Day off", icon: IconCalendarOff },
  holiday: { words: "Holiday", icon: IconConfetti },
  vacation: { words: "Vacation", icon: IconBeach },
  "changed-hours": { words: "Changed hours", icon: IconClockEdit },
};
