import { Button, Checkbox, Group, Modal, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useAct } from "../data/act.ts";
import { client, type VacationView } from "../data/api.ts";
import { dateOf, timeOf } from "../time/dates.ts";
import { usePracticeTime } from "../time/practiceTime.tsx";
import { counted } from "../time/words.ts";
import { useVacationActions } from "./useVacationActions.ts";

interface EndVacationProps {
  readonly vacation: VacationView;
  readonly how: "remove" | "come-back";
  readonly close: () => void;
}

/** Ends a vacation: which of the sessions arranged for it take place after all? */
export function EndVacation({ vacation, how, close }: EndVacationProps) {
  const { date, wallTime } = usePracticeTime();
  const { offerUndo } = useVacationActions();
  const ahead = vacation.arranged.filter((one) => one.ahead);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const back = ahead.filter((one) => !one.changedSince && !left.has(one.key)).map(({ key }) => key);
  const waiting = vacation.notices.filter(({ state }) => state === "queued").length;
  const comingBack = how === "come-back";
  const end = useAct({
    call: () =>
      comingBack
        ? client.vacations.comeBack.mutate({ id: vacation.id, back })
        : client.vacations.remove.mutate({ id: vacation.id, back }),
    said: null,
    done: (change) => {
      close();
      offerUndo(comingBack ? "You are back." : "The vacation was removed.", change);
    },
  });
  const when = (wall: string) => `${date(dateOf(wall))}, ${wallTime(timeOf(wall))}`;
  return (
    <Modal opened onClose={close} title={comingBack ? "I am back" : "Remove the vacation"} size="lg">
      <Stack>
        <Text>
          {comingBack
            ? "The vacation ends, and your ordinary hours hold from now on. Held messages are decided again."
            : "Your ordinary hours hold on these days."}
          {waiting === 0
            ? ""
            : ` ${counted(waiting, "notice that has", "notices that have")} not left ${waiting === 1 ? "is" : "are"} taken back.`}
        </Text>
        {ahead.length === 0 ? null : (
          <Stack gap="xs" component="fieldset" className="vacation-back">
            <legend>Takes place after all</legend>
            {ahead.map((one) => (
              <Checkbox
                key={one.key}
                label={`${one.name}, ${when(one.startWall)}`}
                description={
                  one.changedSince
                    ? "It was changed in the calendar since, so it stays as it is."
                    : [one.movedToWall === null ? "" : `Now moved to ${when(one.movedToWall)}.`, ...one.against]
                        .join(" ")
                        .trim()
                }
                disabled={one.changedSince}
                checked={back.includes(one.key)}
                onChange={({ currentTarget: { checked } }) => {
                  const next = new Set(left);
                  if (checked) next.delete(one.key);
                  else next.add(one.key);
                  setLeft(next);
                }}
              />
            ))}
          </Stack>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Leave it as it is
          </Button>
          <Button loading={end.pending} onClick={() => end.run(undefined)}>
            {comingBack ? "End the vacation now" : "Remove the vacation"}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
