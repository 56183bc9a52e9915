import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";
import type { VacationDraftView } from "../data/api.ts";
import { usePracticeTime } from "../time/practiceTime.tsx";
import { counted } from "../time/words.ts";
import { Checklist } from "./checklist.tsx";
import { type StepName, stepOfProblem, stepWords } from "./steps.ts";

interface SummaryStepProps {
  readonly view: VacationDraftView;
  readonly open: (step: StepName) => void;
}

/** All that finishing will do, and what stands against it. */
export function SummaryStep({ view, open }: SummaryStepProps) {
  const { shortDate, momentWithin } = usePracticeTime();
  const { draft, counts, leaves, problems } = view;
  const whatHappens = [
    draft.stage === "tell" || problems.some(({ field }) => field.endsWith("Date"))
      ? ""
      : `You are away from ${shortDate(draft.firstDate)} to ${shortDate(draft.lastDate)}.`,
    counts.cancelled > 0 ? `${counted(counts.cancelled, "session is", "sessions are")} cancelled.` : "",
    counts.moved > 0 ? `${counted(counts.moved, "session is", "sessions are")} moved.` : "",
    counts.back > 0 ? `${counted(counts.back, "session comes", "sessions come")} back.` : "",
    counts.notices === 0
      ? "No notice is sent."
      : leaves.at === null
        ? ""
        : `${counted(counts.notices, "notice leaves", "notices leave")} ${momentWithin(leaves.at)}.`,
  ].filter((sentence) => sentence !== "");
  return (
    <Stack>
      {problems.map(({ field, sentence }) => (
        <Alert
          key={`${field} ${sentence}`}
          color="gray"
          icon={<IconAlertCircle aria-hidden />}
          title="Before you finish"
        >
          <Group justify="space-between">
            <Text>{sentence}</Text>
            <Button variant="default" size="compact-sm" onClick={() => open(stepOfProblem(field))}>
              To “{stepWords[stepOfProblem(field)].title}”
            </Button>
          </Group>
        </Alert>
      ))}
      <Text>{whatHappens.join(" ")}</Text>
      {view.checklist.length === 0 ? null : <Checklist items={view.checklist} />}
      <Text c="dimmed">Nothing happens before you finish. After that you can undo all of it for ten seconds.</Text>
    </Stack>
  );
}
