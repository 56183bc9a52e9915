import { Button, Group, Stack } from "@mantine/core";
import { useAct } from "../data/act.ts";
import { client, type Inputs } from "../data/api.ts";
import { placeOn } from "../data/placing.ts";
import { ClientFields } from "./clientFields.tsx";
import { inputOf, useClientForm } from "./clientForm.ts";

interface AddClientProps {
  readonly done: (id: string) => void;
  readonly discard: () => void;
}

export function AddClient({ done, discard }: AddClientProps) {
  const form = useClientForm(null);
  const add = useAct({
    call: (input: Inputs["clients"]["add"]) => client.clients.add.mutate(input),
    said: (_, input) => `${input.preferredName} added.`,
    done: ({ id }) => done(id),
    place: placeOn(form),
  });
  return (
    <form onSubmit={form.onSubmit((values) => add.run(inputOf(values)))} noValidate>
      <Stack>
        <ClientFields form={form} />
        <Group justify="flex-end">
          <Button variant="default" onClick={discard}>
            Discard
          </Button>
          <Button type="submit" loading={add.pending}>
            Add client
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
