import { Button, Group, NativeSelect, SegmentedControl, Stack, Text } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { letterOf, mostWeeks, without, withOneMore, type Weeks } from "./weeks.ts";

interface WeekPatternProps {
  readonly weeks: Weeks;
  readonly change: (weeks: Weeks) => void;
  /** The week whose hours are shown below. */
  readonly shown: number;
  readonly show: (index: number) => void;
}

/** Whether every week is the same, and if not, how many take turns and whose turn it is. */
export function WeekPattern({ weeks, change, shown, show }: WeekPatternProps) {
  const alternate = weeks.all.length > 1;
  const letters = weeks.all.map((_, index) => letterOf(index));

  const setAlternate = (wanted: boolean) => {
    if (wanted === alternate) return;
    change(wanted ? withOneMore(weeks) : { all: weeks.all.slice(0, 1), now: 0 });
    show(wanted ? 1 : 0);
  };
  const add = () => {
    change(withOneMore(weeks));
    show(weeks.all.length);
  };
  const remove = () => {
    change(without(weeks, shown));
    show(Math.max(shown - 1, 0));
  };

  return (
    <Stack gap="sm" mb="xs">
      <div>
        <SegmentedControl
          aria-label="Pattern of weeks"
          value={alternate ? "alternate" : "same"}
          onChange={(value) => setAlternate(value === "alternate")}
          data={[
            { value: "same", label: "Every week the same" },
            { value: "alternate", label: "Weeks alternate" },
          ]}
        />
      </div>
      {alternate ? (
        <>
          <Group gap="sm" align="flex-end">
            <NativeSelect
              label="This week is"
              value={String(weeks.now)}
              onChange={(event) => change({ ...weeks, now: Number(event.currentTarget.value) })}
              data={letters.map((letter, index) => ({ value: String(index), label: `Week ${letter}` }))}
            />
            <Text c="dimmed" lh="36px">
              {turnWords(letters, weeks.now)}
            </Text>
          </Group>
          <Group gap="xs">
            <Text fw={500}>Hours of week</Text>
            <SegmentedControl
              aria-label="Week to show"
              value={String(shown)}
              onChange={(value) => show(Number(value))}
              data={letters.map((letter, index) => ({ value: String(index), label: letter }))}
            />
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconPlus size={16} aria-hidden />}
              disabled={letters.length >= mostWeeks}
              onClick={add}
            >
              Add a week
            </Button>
            {letters.length > 2 ? (
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                leftSection={<IconTrash size={16} aria-hidden />}
                onClick={remove}
              >
                Remove week {letters[shown]}
              </Button>
            ) : null}
          </Group>
        </>
      ) : null}
    </Stack>
  );
}

/* Which days a week has and what comes next. */
function turnWords(letters: readonly string[], now: number): string {
  const next = letters[(now + 1) % letters.length];
  return `Weeks run from Monday to Sunday. Next week is week ${next}.`;
}
