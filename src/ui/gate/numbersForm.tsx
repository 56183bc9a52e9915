import { Button, Group, NumberInput, Stack, Text } from "@mantine/core";
import { useState, type SubmitEvent } from "react";
import { useInDraft } from "./useGate.ts";

export interface NumberField<Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly suffix: string;
  readonly min: number;
  readonly max: number;
}

interface NumbersFormProps<Name extends string> {
  readonly fields: readonly NumberField<Name>[];
  readonly values: Readonly<Record<Name, number>>;
  readonly save: (values: Record<Name, number>) => void;
  readonly pending: boolean;
  /** What is saved, in the words of the button: "Save buffers". */
  readonly saveWords: string;
}

type Typed = number | string;

/** A few whole numbers that are saved together. */
export function NumbersForm<Name extends string>({ fields, values, save, pending, saveWords }: NumbersFormProps<Name>) {
  const [edited, setEdited] = useState<Partial<Record<Name, Typed>> | null>(null);
  const [problems, setProblems] = useState<Partial<Record<Name, string>>>({});
  const inDraft = useInDraft();
  const typed = (name: Name): Typed => edited?.[name] ?? values[name];

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const found: Partial<Record<Name, string>> = {};
    const next: Record<Name, number> = { ...values };
    for (const { name, min, max } of fields) {
      const value = typed(name);
      if (typeof value === "number" && Number.isInteger(value) && min <= value && value <= max) next[name] = value;
      else found[name] = `A whole number from ${min} to ${max}, please.`;
    }
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    setEdited(null);
    save(next);
  };
  const discard = () => {
    setEdited(null);
    setProblems({});
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Group align="flex-start" gap="md">
          {fields.map(({ name, label, suffix, min, max }) => (
            <NumberInput
              key={name}
              label={label}
              suffix={` ${suffix}`}
              min={min}
              max={max}
              clampBehavior="none"
              allowDecimal={false}
              allowNegative={false}
              w="14rem"
              value={typed(name)}
              onChange={(value) => setEdited({ ...edited, [name]: value })}
              error={problems[name]}
            />
          ))}
        </Group>
        {edited === null ? null : (
          <Group>
            <Button type="submit" loading={pending}>
              {inDraft ? "Put into the draft" : saveWords}
            </Button>
            <Button variant="default" onClick={discard}>
              Discard changes
            </Button>
            <Text c="dimmed">{inDraft ? "Not in the draft yet." : "Not saved yet."}</Text>
          </Group>
        )}
      </Stack>
    </form>
  );
}
