import { Group, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { DateSpanFields } from "../availability/dateSpanFields.tsx";
import type { VacationDraftView } from "../data/api.ts";
import { problemOf } from "./steps.ts";
import type { KeptDraft } from "./useVacationDraft.ts";

interface DaysStepProps {
  readonly view: VacationDraftView;
  readonly kept: KeptDraft;
}

/** From when to when, and who may be called meanwhile. */
export function DaysStep({ view, kept: { draft, change } }: DaysStepProps) {
  // What is not filled in yet is no mistake before one has been there.
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const leave = (field: string) => () => setLeft(new Set([...left, field]));
  const problem = (field: string) => {
    const sentence = problemOf(view, field);
    return sentence !== null && (left.has(field) || field.endsWith("Date")) ? sentence : null;
  };
  const dateProblems = Object.fromEntries(
    ["firstDate", "lastDate"].flatMap((field) => {
      const sentence = problem(field);
      return sentence === null ? [] : [[field, sentence]];
    }),
  );
  const covered = draft.coverName.trim() !== "" || draft.coverPhone.trim() !== "";
  return (
    <Stack maw="40rem">
      <DateSpanFields
        firstDate={draft.firstDate}
        lastDate={draft.lastDate}
        change={(firstDate, lastDate) => change({ firstDate, lastDate })}
        problems={dateProblems}
      />
      <TextInput
        label="Label"
        description="Optional, for yourself. Clients do not see it."
        maxLength={80}
        value={draft.label}
        onChange={(event) => change({ label: event.currentTarget.value })}
      />
      <Group grow align="flex-start">
        <TextInput
          label="Covering clinician"
          description="Replies and notices name them."
          maxLength={80}
          value={draft.coverName}
          onChange={(event) => change({ coverName: event.currentTarget.value })}
          onBlur={leave("coverName")}
          error={problem("coverName")}
        />
        <TextInput
          type="tel"
          label="Their phone number"
          description="Clients may call it."
          maxLength={40}
          value={draft.coverPhone}
          onChange={(event) => change({ coverPhone: event.currentTarget.value })}
          onBlur={leave("coverPhone")}
          error={problem("coverPhone")}
        />
      </Group>
      {covered ? null : (
        <Textarea
          label="Why nobody covers"
          description="Needed where nobody is named. It is kept for your own record."
          autosize
          minRows={2}
          maxLength={300}
          value={draft.withoutCover}
          onChange={(event) => change({ withoutCover: event.currentTarget.value })}
          onBlur={leave("withoutCover")}
          error={problem("withoutCover")}
        />
      )}
      <Text c="dimmed">The emergency line of your region stands in every reply and notice, whoever covers.</Text>
    </Stack>
  );
}
