import { Button, Stack, Text, Title } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { useAct } from "../data/act.ts";
import { client, type DoorView } from "../data/api.ts";
import { DoorFrame } from "./doorFrame.tsx";

/** The practice could not be opened: what is wrong, and what to do. */
export function Problem({ door }: { readonly door: DoorView }) {
  const again = useAct({
    call: async () => {
      await client.door.tryAgain.mutate();
      return { ok: true as const, value: null };
    },
    said: null,
  });
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
        <dl className="facts">
          <dt>Data folder</dt>
          <dd>{door.dataFolder}</dd>
          <dt>Version</dt>
          <dd>{door.version}</dd>
        </dl>
        <Button
          leftSection={<IconRefresh size={18} aria-hidden />}
          onClick={() => again.run(undefined)}
          loading={again.pending}
        >
          Try again
        </Button>
      </Stack>
    </DoorFrame>
  );
}
