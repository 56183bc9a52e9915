import { Radio, Stack, Text, TextInput } from "@mantine/core";
import type { VacationDraftView } from "../data/api.ts";
import { addDays } from "../time/dates.ts";
import { usePracticeTime } from "../time/practiceTime.tsx";
import { problemOf } from "./steps.ts";
import type { KeptDraft } from "./useVacationDraft.ts";

interface NoticesLeaveProps {
  readonly view: VacationDraftView;
  readonly kept: KeptDraft;
}

/** When the notices leave: never at night, and until then each can be taken back. */
export function NoticesLeave({ view, kept: { draft, change } }: NoticesLeaveProps) {
  const { momentWithin, wallAt, instantOf, today } = usePracticeTime();
  const { notices } = draft;
  const { leaves } = notices;
  const problem = problemOf(view, "leaves") ?? problemOf(view, "notices");
  const leave = (chosen: typeof leaves) => change({ notices: { ...notices, leaves: chosen } });
  const choose = (kind: string) => {
    if (kind === "now" || kind === "opening") leave({ kind });
    else leave({ kind: "at", at: instantOf(`${addDays(today(), 1)}T10:00`) ?? 0 });
  };
  return (
    <Stack gap="xs">
      <Radio.Group aria-label="When they leave" value={leaves.kind} onChange={choose}>
        <Stack gap="xs">
          <Radio
            value="opening"
            label={
              view.leaves.opening === null
                ? "At the next opening"
                : `At the next opening, ${momentWithin(view.leaves.opening)}`
            }
          />
          {view.leaves.now || leaves.kind === "now" ? <Radio value="now" label="Now" /> : null}
          <Radio value="at" label="At a chosen time" />
        </Stack>
      </Radio.Group>
      {leaves.kind === "at" ? (
        <TextInput
          type="datetime-local"
          label="They leave at"
          w="15rem"
          value={wallAt(leaves.at)}
          onChange={({ currentTarget: { value } }) => {
            const at = instantOf(value.slice(0, 16));
            if (at !== null && at >= 0) leave({ kind: "at", at });
          }}
        />
      ) : null}
      {problem === null ? null : (
        <Text role="alert" className="vacation-problem">
          {problem}
        </Text>
      )}
    </Stack>
  );
}
