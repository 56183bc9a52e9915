import { Group, NativeSelect, Stack, Switch } from "@mantine/core";
import { usePolicyAct } from "../availability/usePolicyAct.ts";
import { client, type AvailabilityView } from "../data/api.ts";
import { Section } from "../frame/page.tsx";

type Replies = AvailabilityView["replies"];

const delays: readonly (readonly [minutes: number, words: string])[] = [
  [15, "15 minutes"],
  [30, "30 minutes"],
  [60, "1 hour"],
  [120, "2 hours"],
  [240, "4 hours"],
];
const lengths: readonly (readonly [minutes: number, words: string])[] = [
  [0, "Name every opening"],
  [15, "15 minutes"],
  [30, "30 minutes"],
  [60, "1 hour"],
  [120, "2 hours"],
];
const intervals: readonly (readonly [days: number, words: string])[] = [
  [1, "1 day"],
  [7, "7 days"],
  [14, "14 days"],
  [30, "30 days"],
];

/** Who is told, when a message has to wait, and when not. */
export function ReplySettings({ replies }: { readonly replies: Replies }) {
  const save = usePolicyAct({
    call: (next: Replies) => client.policy.setReplies.mutate(next),
    said: "Automatic replies changed.",
  });
  return (
    <Section
      title="Who is answered"
      note="A sender is told at most once while the practice is closed. Safety replies are sent at any hour, at most one an hour to one sender, but never to somebody who asked for no automatic replies, nor to automatic mail."
    >
      <ReplyChoices replies={replies} change={save.run} pending={save.pending} />
    </Section>
  );
}

interface ReplyChoicesProps {
  readonly replies: Replies;
  readonly change: (replies: Replies) => void;
  readonly pending: boolean;
}

/** The choices themselves, wherever what is chosen goes. */
export function ReplyChoices({ replies, change, pending }: ReplyChoicesProps) {
  return (
    <Stack maw="40rem">
      <Switch
        label="Answer clients whose message is held"
        disabled={pending}
        checked={replies.toClients}
        onChange={(event) => change({ ...replies, toClients: event.currentTarget.checked })}
      />
      <Switch
        label="Answer unknown senders whose message is held"
        description="In neutral words that do not say whether anybody is a client."
        disabled={pending}
        checked={replies.toUnknownSenders}
        onChange={(event) => change({ ...replies, toUnknownSenders: event.currentTarget.checked })}
      />
      <Switch
        label="Allow the next session to be named"
        description="Only where a wording asks for {nextSession}, and never at an address that several people use. That somebody has an appointment is private: keep this off unless your clients want it."
        disabled={pending}
        checked={replies.nextSession}
        onChange={(event) => change({ ...replies, nextSession: event.currentTarget.checked })}
      />
      <Group align="flex-end" gap="md">
        <Choice
          label="Too late for an answer"
          description="Seen so long after it arrived, a message gets none."
          options={delays}
          unit="minutes"
          value={replies.staleAfter}
          choose={(staleAfter) => change({ ...replies, staleAfter })}
          disabled={pending}
        />
        <Choice
          label="Do not name openings shorter than"
          description="Messages surface in them all the same."
          options={lengths}
          unit="minutes"
          value={replies.shortestWindow}
          choose={(shortestWindow) => change({ ...replies, shortestWindow })}
          disabled={pending}
        />
        <Choice
          label="Answer an unknown sender once in"
          description="So that nobody is answered over and over."
          options={intervals}
          unit="days"
          value={replies.unknownSenderDays}
          choose={(unknownSenderDays) => change({ ...replies, unknownSenderDays })}
          disabled={pending || !replies.toUnknownSenders}
        />
      </Group>
    </Stack>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly description: string;
  readonly options: readonly (readonly [value: number, words: string])[];
  readonly unit: string;
  readonly value: number;
  readonly choose: (value: number) => void;
  readonly disabled: boolean;
}

/* A number that is none of the options, as an older policy may hold, is offered as it is. */
function Choice({ label, description, options, unit, value, choose, disabled }: ChoiceProps) {
  const known = options.some(([one]) => one === value);
  return (
    <NativeSelect
      label={label}
      description={description}
      disabled={disabled}
      value={`${value}`}
      onChange={(event) => choose(Number(event.currentTarget.value))}
      data={[
        ...(known ? [] : [{ value: `${value}`, label: `${value} ${unit}` }]),
        ...options.map(([one, words]) => ({ value: `${one}`, label: words })),
      ]}
      style={{ flex: "1 1 16rem" }}
    />
  );
}
