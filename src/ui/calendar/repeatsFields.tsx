import { Chip, Fieldset, Group, Input, NumberInput, Radio, Select, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { api, type Booking } from "../data/api.ts";
import { weekdayNames } from "../availability/hours.ts";
import { weekdayOf, weekdays } from "../time/dates.ts";
import { bookingOf, type Draft, type DraftField } from "./draft.ts";
import { dayInMonthChoices, weekdaysWith, type RepeatsDraft } from "./repeatsDraft.ts";

interface RepeatsFieldsProps {
  readonly draft: Draft;
  readonly change: (draft: Draft) => void;
  readonly problems: Partial<Record<DraftField, string>>;
}

const units = { week: "Weeks", month: "Months", year: "Years" } as const;

/** How often an appointment takes place, and in words what that means. */
export function RepeatsFields({ draft, change, problems }: RepeatsFieldsProps) {
  const { repeats } = draft;
  const set = (changed: Partial<RepeatsDraft>) => change({ ...draft, repeats: { ...repeats, ...changed } });
  return (
    <Stack gap="sm">
      <Radio.Group label="Repeats" value={repeats.unit} onChange={(unit) => set({ unit })} error={problems.rule}>
        <Group mt={6}>
          <Radio value="once" label="Once" />
          <Radio value="week" label="Weekly" />
          <Radio value="month" label="Monthly" />
          <Radio value="year" label="Yearly" />
          {repeats.other === null ? null : <Radio value="rule" label={`As now: ${repeats.other.words}`} />}
        </Group>
      </Radio.Group>
      {repeats.unit === "week" ? <Weekdays draft={draft} set={set} problem={problems.weekdays} /> : null}
      {repeats.unit === "month" ? (
        <Select
          label="In the month"
          data={[...dayInMonthChoices(draft.date)]}
          allowDeselect={false}
          value={repeats.on}
          onChange={(on) => (on === null ? undefined : set({ on }))}
        />
      ) : null}
      {repeats.unit === "once" || repeats.unit === "rule" ? null : (
        <Group grow align="flex-start">
          <NumberInput
            label={`${units[repeats.unit]} from one to the next`}
            min={1}
            max={52}
            allowDecimal={false}
            value={repeats.every ?? ""}
            onChange={(value) => set({ every: typeof value === "number" ? value : null })}
            error={problems.every}
          />
          <TextInput
            type="date"
            label="Last date"
            description="Leave empty for no end"
            inputWrapperOrder={["label", "input", "description", "error"]}
            value={repeats.until}
            onChange={(event) => set({ until: event.currentTarget.value })}
            error={problems.until}
          />
        </Group>
      )}
      <InWords booking={repeats.unit === "once" ? null : bookingOf(draft)} />
    </Stack>
  );
}

interface WeekdaysProps {
  readonly draft: Draft;
  readonly set: (changed: Partial<RepeatsDraft>) => void;
  readonly problem: string | undefined;
}

/** The weekday of the date is always among them. */
function Weekdays({ draft, set, problem }: WeekdaysProps) {
  const own = draft.date === "" ? null : weekdayOf(draft.date);
  return (
    <Fieldset variant="unstyled" legend={<Input.Label labelElement="div">On these weekdays</Input.Label>}>
      <Chip.Group
        multiple
        value={[...weekdaysWith(draft.repeats, draft.date)]}
        onChange={(chosen) => {
          const all = weekdays.filter((one) => one === own || chosen.includes(one));
          set({ weekdays: all.length === 1 && all[0] === own ? [] : all });
        }}
      >
        <Group gap={6} mt={6}>
          {weekdays.map((one) => (
            <Chip key={one} value={one} disabled={one === own} aria-label={weekdayNames[one]}>
              {weekdayNames[one].slice(0, 3)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {problem === undefined ? null : <Input.Error mt={6}>{problem}</Input.Error>}
    </Fieldset>
  );
}

/** What the fields amount to, said while they are filled in. */
function InWords({ booking }: { readonly booking: Booking | null }) {
  const [settled] = useDebouncedValue(booking === null ? null : JSON.stringify(booking), 250);
  const input = settled === null || booking === null ? skipToken : (JSON.parse(settled) as Booking);
  const answer = useQuery({
    ...api.calendar.inWords.queryOptions(input),
    placeholderData: keepPreviousData,
    retry: false,
  }).data;
  const words = booking === null || answer === undefined ? null : answer.ok ? sentence(answer.value) : answer.sentence;
  return (
    <Text c="dimmed" aria-live="polite">
      {words}
    </Text>
  );
}

const sentence = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
