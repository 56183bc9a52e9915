import { Group, TextInput } from "@mantine/core";

interface DateSpanFieldsProps {
  readonly firstDate: string;
  readonly lastDate: string;
  readonly change: (firstDate: string, lastDate: string) => void;
  readonly problems: Readonly<Record<string, string>>;
}

/** First and last day, both included; the last follows when the first is moved behind it. */
export function DateSpanFields({ firstDate, lastDate, change, problems }: DateSpanFieldsProps) {
  return (
    <Group grow align="flex-start">
      <TextInput
        type="date"
        label="First day"
        value={firstDate}
        onChange={({ currentTarget: { value } }) => change(value, lastDate < value ? value : lastDate)}
        error={problems["firstDate"]}
      />
      <TextInput
        type="date"
        label="Last day"
        value={lastDate}
        onChange={({ currentTarget: { value } }) => change(firstDate, value)}
        error={problems["lastDate"]}
      />
    </Group>
  );
}
