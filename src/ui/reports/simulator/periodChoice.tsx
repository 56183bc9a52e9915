import { SegmentedControl, Stack } from "@mantine/core";
import { useState } from "react";
import { DateSpanFields } from "../../availability/dateSpanFields.tsx";
import { usePracticeTime } from "../../time/practiceTime.tsx";
import { isSame, lastDays, type Period } from "./draft.ts";

const spans = [
  { value: "28", label: "Last 4 weeks" },
  { value: "91", label: "Last 3 months" },
  { value: "365", label: "Last year" },
] as const;

interface PeriodChoiceProps {
  readonly period: Period;
  readonly change: (period: Period) => void;
}

/** The days up to today, or any others. */
export function PeriodChoice({ period, change }: PeriodChoiceProps) {
  const { today } = usePracticeTime();
  const span = spans.find(({ value }) => isSame(lastDays(Number(value), today()), period));
  const [own, setOwn] = useState(span === undefined);
  // Emptied or half typed dates are kept in the fields and asked about by nobody.
  const [typed, setTyped] = useState(period);

  return (
    <Stack gap="sm" align="flex-start">
      <SegmentedControl
        aria-label="Days"
        value={own ? "own" : (span?.value ?? "own")}
        onChange={(value) => {
          setOwn(value === "own");
          if (value !== "own") change(lastDays(Number(value), today()));
          else setTyped(period);
        }}
        data={[...spans, { value: "own", label: "Other days" }]}
      />
      {own || span === undefined ? (
        <DateSpanFields
          {...typed}
          change={(firstDate, lastDate) => {
            setTyped({ firstDate, lastDate });
            if (isDate(firstDate) && isDate(lastDate)) change({ firstDate, lastDate });
          }}
          problems={{
            ...(isDate(typed.firstDate) ? {} : { firstDate: "A first day is needed." }),
            ...(isDate(typed.lastDate) ? {} : { lastDate: "A last day is needed." }),
          }}
        />
      ) : null}
    </Stack>
  );
}

/** While a year is typed it may have one digit or five. */
const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && text >= "1970";
