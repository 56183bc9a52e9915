import { Button, Checkbox, Group, NativeSelect, Text } from "@mantine/core";
import { useState } from "react";
import { client, type HoursWindow, type RegionHoliday } from "../data/api.ts";
import { usePracticeTime } from "../time/practiceTime.tsx";
import { problemInWindows } from "./hours.ts";
import { usePolicyAct } from "./usePolicyAct.ts";
import { WindowsEditor } from "./windowsEditor.tsx";

type Rule = RegionHoliday["rule"];
interface Choice {
  readonly rule: Rule;
  readonly windows: readonly HoursWindow[];
}

const ruleWords: Readonly<Record<Rule, string>> = {
  closed: "Closed",
  shortened: "Shortened hours",
  "as-usual": "As usual",
};
const rules: readonly Rule[] = ["closed", "shortened", "as-usual"];
const morning: HoursWindow = { start: "09:00", end: "12:00" };

/** One holiday: ticked when it changes the day, and how. */
export function HolidayRow({ holiday }: { readonly holiday: RegionHoliday }) {
  const { date, name, rule } = holiday;
  const { shortDate } = usePracticeTime();
  /* Shortened hours are typed before they are saved; null while what is in force is shown. */
  const [typed, setTyped] = useState<readonly HoursWindow[] | null>(null);
  /* Shown as chosen while it is being saved, and never disabled meanwhile, so that the keyboard keeps its place. */
  const [sent, setSent] = useState<Rule>(rule);
  const [problem, setProblem] = useState<string | null>(null);
  const words = `${name}, ${shortDate(date)}`;
  const save = usePolicyAct({
    call: (choice: Choice) =>
      client.policy.setHoliday.mutate({ date, rule: choice.rule, windows: [...choice.windows] }),
    said: `${words}: changed.`,
    done: () => setTyped(null),
    place: (problems) => {
      setProblem(problems[0]?.sentence ?? null);
      return [];
    },
  });

  const send = (choice: Choice) => {
    setSent(choice.rule);
    save.run(choice);
  };
  const choose = (chosen: Rule) => {
    if (save.pending) return;
    setProblem(null);
    if (chosen === "shortened") setTyped(holiday.windows.length > 0 ? holiday.windows : [morning]);
    else if (chosen === rule) setTyped(null);
    else send({ rule: chosen, windows: [] });
  };
  const saveHours = () => {
    if (typed === null) return;
    const found = typed.length === 0 ? "Add hours, or choose Closed." : problemInWindows(typed);
    setProblem(found);
    if (found === null) send({ rule: "shortened", windows: typed });
  };
  const shown: Rule = save.pending ? sent : typed === null ? rule : "shortened";
  const windows = typed ?? holiday.windows;

  return (
    <li className="holiday">
      <Checkbox
        label={name}
        description={shortDate(date)}
        checked={shown !== "as-usual"}
        onChange={(event) => choose(event.currentTarget.checked ? "closed" : "as-usual")}
      />
      <NativeSelect
        aria-label={`On ${words}`}
        value={shown}
        onChange={(event) => choose(rules.find((one) => one === event.currentTarget.value) ?? "closed")}
        data={rules.map((one) => ({ value: one, label: ruleWords[one] }))}
      />
      {shown === "shortened" ? (
        <div className="holiday-hours">
          <WindowsEditor name={words} windows={windows} change={setTyped} />
          {problem === null ? null : (
            <Text role="alert" c="var(--mantine-color-error)">
              {problem}
            </Text>
          )}
          {typed === null ? null : (
            <Group gap="xs" mt="xs">
              <Button size="compact-sm" loading={save.pending} onClick={saveHours} aria-label={`Save hours, ${words}`}>
                Save hours
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => setTyped(null)}>
                Discard
              </Button>
              <Text c="dimmed">Not saved yet.</Text>
            </Group>
          )}
        </div>
      ) : problem === null ? null : (
        <Text role="alert" className="holiday-hours" c="var(--mantine-color-error)">
          {problem}
        </Text>
      )}
    </li>
  );
}
