import { weekdays } from "../policy/hours.ts";
import { dayOfWall, weekdayOfDay } from "../time/wall.ts";
import type { WallMillis } from "../time/wall.ts";
import { frequencyOf, intervalOf, withParts } from "./rule-text.ts";
import type { RuleParts } from "./rule-text.ts";

const endAndStep = ["FREQ", "INTERVAL", "WKST", "COUNT", "UNTIL"];

/**
 * The rule of a series whose first occurrence moves from `start` to `moved`: Tuesdays become Wednesdays, the second Tuesday
 * of the month becomes the second Wednesday. Null when the days a rule names cannot be moved without guessing.
 */
export function movedRule(parts: RuleParts, start: WallMillis, moved: WallMillis): RuleParts | null {
  const days = dayOfWall(moved) - dayOfWall(start);
  if (days === 0) return parts;
  const naming = [...parts.keys()].filter((name) => !endAndStep.includes(name));
  switch (frequencyOf(parts)) {
    case "DAILY":
    case "WEEKLY":
      return naming.every((name) => name === "BYDAY") ? turned(parts, days) : null;
    case "MONTHLY":
      return movedInMonth(parts, naming, moved);
    case "YEARLY":
      return naming.length === 0 ? parts : null;
    case "HOURLY":
    case "MINUTELY":
    case "SECONDLY":
      return null;
  }
}

/** The week turns as a whole, its first day too: else a two-weekly pattern could lose a day into the week between. */
function turned(parts: RuleParts, days: number): RuleParts {
  const turn = (weekday: string) =>
    weekdays[(((weekdays.findIndex((one) => one === weekday) + days) % 7) + 7) % 7] ?? weekday;
  const named = parts.get("BYDAY");
  const turnedDays = named?.split(",").map(turn);
  const weekStart = parts.get("WKST") ?? "MO";
  return withParts(parts, {
    BYDAY: turnedDays === undefined ? null : weekdays.filter((one) => turnedDays.includes(one)).join(","),
    WKST: frequencyOf(parts) === "WEEKLY" && intervalOf(parts) > 1 && named !== undefined ? turn(weekStart) : null,
  });
}

function movedInMonth(parts: RuleParts, naming: readonly string[], moved: WallMillis): RuleParts | null {
  const date = new Date(moved);
  const dayOfMonth = date.getUTCDate();
  const fromEnd = dayOfMonth - new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate() - 1;
  if (naming.length === 0) return parts;
  const [name, ...others] = naming;
  const value = parts.get(name ?? "") ?? "";
  if (others.length > 0 || value.includes(",")) return null;
  if (name === "BYMONTHDAY")
    return withParts(parts, { BYMONTHDAY: String(value.startsWith("-") ? fromEnd : dayOfMonth) });
  if (name !== "BYDAY" || !/\d/.test(value)) return null;
  const nth = value.startsWith("-") ? -Math.ceil(-fromEnd / 7) : Math.ceil(dayOfMonth / 7);
  return withParts(parts, { BYDAY: `${nth}${weekdays[weekdayOfDay(dayOfWall(moved))]}` });
}
