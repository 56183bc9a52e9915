import { Alert, Button, Group, Progress, Table, Text } from "@mantine/core";
import { IconCheck, IconEqual } from "@tabler/icons-react";
import { useAct } from "../../data/act.ts";
import { client } from "../../data/api.ts";
import { Empty } from "../../data/asked.tsx";
import { Section } from "../../frame/page.tsx";
import { usePracticeTime } from "../../time/practiceTime.tsx";
import { counted } from "../../time/words.ts";
import { ChangedMessages } from "./changedMessages.tsx";
import type { Simulation, SimulationResult } from "./draft.ts";

interface TrialProps {
  readonly simulation: Simulation;
  /** Nothing in the draft is wrong. */
  readonly ready: boolean;
  /** The draft, the days or the settings in force were changed since. */
  readonly outdated: boolean;
  readonly takeOver: () => void;
  readonly takingOver: boolean;
}

/** What would have been otherwise; while that is being found out, how far it is. */
export function Trial({ simulation, ready, outdated, takeOver, takingOver }: TrialProps) {
  const { date } = usePracticeTime();
  const { period, result } = simulation;
  const days =
    period.firstDate === period.lastDate
      ? date(period.firstDate)
      : `${date(period.firstDate)} to ${date(period.lastDate)}`;
  return (
    <Section title="What would have been otherwise" note={days}>
      {result === null ? (
        <Running simulation={simulation} />
      ) : (
        <>
          {outdated ? (
            <Alert color="gray" mb="md">
              The draft, the days or your settings have changed since. Try it again to see what comes of that.
            </Alert>
          ) : null}
          <Figures result={result} />
          {result.counts.length === 0 ? (
            <div className="sheet">
              <Empty icon={<IconEqual />} title="No message would have fared otherwise">
                {counted(result.messages, "message")} came in on these days.
              </Empty>
            </div>
          ) : (
            result.counts.map(({ difference, count }) => (
              <ChangedMessages key={difference} id={simulation.id} difference={difference} count={count} />
            ))
          )}
          <Group mt="lg">
            <Button
              leftSection={<IconCheck size={18} aria-hidden />}
              disabled={outdated || !ready}
              loading={takingOver}
              onClick={takeOver}
            >
              Take the draft over
            </Button>
            <Text c="dimmed">It becomes the next version of your policy. You can go back to any version.</Text>
          </Group>
        </>
      )}
    </Section>
  );
}

function Running({ simulation: { played, toPlay } }: { readonly simulation: Simulation }) {
  const stop = useAct({ call: () => client.simulator.drop.mutate(), said: "Stopped. Nothing was changed." });
  return (
    <>
      <Progress value={toPlay === 0 ? 100 : (played / toPlay) * 100} aria-label="Messages played" mb="sm" />
      <Group>
        <output>The messages are being played through both, your settings and the draft.</output>
        <Button variant="default" size="compact-sm" loading={stop.pending} onClick={() => stop.run(undefined)}>
          Stop
        </Button>
      </Group>
    </>
  );
}

const figures = [
  { name: "held", words: "Messages held" },
  { name: "surfaced", words: "Messages surfaced at once" },
  { name: "replies", words: "Automatic replies" },
  { name: "notifications", words: "Times you would have been told" },
  { name: "interruptions", words: "Of these, outside the draft's hours or in a session" },
] as const;

function Figures({ result: { messages, policyVersion, before, after } }: { readonly result: SimulationResult }) {
  return (
    <div className="sheet simulator-figures">
      <Table verticalSpacing="sm" horizontalSpacing="md" aria-label="In figures">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Of {counted(messages, "message")}</Table.Th>
            <Table.Th scope="col">Your settings (version {policyVersion})</Table.Th>
            <Table.Th scope="col">The draft</Table.Th>
            <Table.Th scope="col">Difference</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {figures.map(({ name, words }) => (
            <Table.Tr key={name}>
              <Table.Th scope="row">{words}</Table.Th>
              <Table.Td>{before[name]}</Table.Td>
              <Table.Td>{after[name]}</Table.Td>
              <Table.Td>{signed(after[name] - before[name])}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

const signed = (difference: number): string =>
  difference === 0 ? "none" : difference > 0 ? `${difference} more` : `${-difference} fewer`;
