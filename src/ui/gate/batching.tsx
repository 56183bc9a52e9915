import { NativeSelect, Stack, Switch } from "@mantine/core";
import { Section } from "../frame/page.tsx";
import { type Gate, useGate } from "./useGate.ts";

type Minutes = Gate["batch"]["minutes"];

const choices: readonly (readonly [minutes: Minutes, words: string])[] = [
  [15, "Every quarter of an hour"],
  [30, "At the full and the half hour"],
  [60, "At the full hour"],
  [120, "Every two hours"],
];

/** Messages inside message hours one by one, or together. */
export function Batching({ gate }: { readonly gate: Gate }) {
  const { batch } = gate;
  const { change, pending } = useGate("Batching changed.");
  return (
    <Section
      title="Batches"
      note="While you read messages they can come together at set times instead of one by one. Nothing waits for another day; safety, repeated contact and what comes just before a session do not wait at all."
    >
      <Stack>
        <Switch
          label="Let messages come together"
          disabled={pending}
          checked={batch.on}
          onChange={(event) => change({ batch: { ...batch, on: event.currentTarget.checked } })}
        />
        {batch.on ? (
          <NativeSelect
            label="When"
            maw="20rem"
            disabled={pending}
            value={`${batch.minutes}`}
            onChange={(event) => {
              const chosen = choices.find(([minutes]) => `${minutes}` === event.currentTarget.value);
              if (chosen !== undefined) change({ batch: { ...batch, minutes: chosen[0] } });
            }}
            data={choices.map(([minutes, label]) => ({ value: `${minutes}`, label }))}
          />
        ) : null}
      </Stack>
    </Section>
  );
}
