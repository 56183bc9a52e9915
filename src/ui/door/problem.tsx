import { Button, Stack, Text, Title } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import type { DoorView } from "../data/api.ts";
import { DoorFrame } from "./doorFrame.tsx";

interface ProblemProps {
  readonly door: DoorView;
  readonly again: () => void;
  readonly busy: boolean;
}

/** The practice could not be opened: what is wrong, and what to do. */
export function Problem({ door, again, busy }: ProblemProps) {
  return (
    <DoorFrame>
      <Stack gap="lg" align="flex-start">
        <Title order={1}>{door.problem?.title ?? "The practice could not be opened"}</Title>
        {door.problem === null ? null : (
          <>
            <Text>{door.problem.detail}</Text>
            <Text>{door.problem.whatToDo}</Text>
          </>
        )}
        <Text>Nothing was changed or overwritten.</Text>
        <dl className="facts">
          <dt>Data folder</dt>
          <dd>{door.dataFolder}</dd>
          <dt>Version</dt>
          <dd>{door.version}</dd>
        </dl>
        <Button leftSection={<IconRefresh size={18} aria-hidden />} onClick={again} loading={busy}>
          Look again
        </Button>
      </Stack>
    </DoorFrame>
  );
}
