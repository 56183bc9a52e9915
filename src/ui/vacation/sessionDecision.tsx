import { Button, Group, SegmentedControl, Stack, Text, TextInput } from "@mantine/core";
import { IconAlertTriangle, IconClockSearch } from "@tabler/icons-react";
import { useAct } from "../data/act.ts";
import { client, type VacationDecision, type VacationDraftView } from "../data/api.ts";
import { dateOf, timeOf } from "../time/dates.ts";
import { usePracticeTime } from "../time/practiceTime.tsx";

interface SessionDecisionProps {
  readonly id: string;
  readonly session: VacationDraftView["inTheWay"][number]["sessions"][number];
  readonly decision: VacationDecision | null;
  readonly decide: (decision: VacationDecision | null) => void;
  readonly keep: () => Promise<void>;
  readonly problem: string | null;
}

/** What becomes of one session: cancelled, moved to a free or chosen time, or kept. */
export function SessionDecision({ id, session, decision, decide, keep, problem }: SessionDecisionProps) {
  const { date, wallTime } = usePracticeTime();
  const when = `${date(dateOf(session.startWall))}, ${wallTime(timeOf(session.startWall))}`;
  const moved = decision?.kind === "move" ? decision.start : null;
  const find = useAct({
    call: async (side: "before" | "after") => {
      // Whatever was decided a moment ago takes up time, too.
      await keep();
      return client.vacations.freeTime.query({ id, key: session.key, side, beyond: moved });
    },
    said: null,
    done: (start) => decide({ kind: "move", start }),
  });
  const choose = (kind: string) => {
    if (kind === "move") find.run("after");
    else decide(kind === "cancel" || kind === "keep" ? { kind } : null);
  };
  return (
    <div className="vacation-session">
      <div className="vacation-session-line">
        <Text fw={500}>{when}</Text>
        <SegmentedControl
          aria-label={`${session.name}, ${when}`}
          size="sm"
          value={decision?.kind ?? "open"}
          onChange={choose}
          data={[
            { value: "open", label: session.clientId === null ? "Stays" : "Undecided" },
            { value: "cancel", label: "Cancel" },
            { value: "move", label: "Move" },
            { value: "keep", label: "Keep" },
          ]}
        />
      </div>
      {moved === null ? null : (
        <Stack gap="xs">
          <Group align="flex-end" gap="xs">
            <TextInput
              type="datetime-local"
              label="New time"
              value={moved}
              onChange={({ currentTarget: { value } }) => {
                if (value !== "") decide({ kind: "move", start: value.slice(0, 16) });
              }}
              error={problem}
            />
            <Button
              variant="default"
              leftSection={<IconClockSearch size={16} aria-hidden />}
              loading={find.pending}
              onClick={() => find.run("before")}
            >
              Free time before
            </Button>
            <Button
              variant="default"
              leftSection={<IconClockSearch size={16} aria-hidden />}
              loading={find.pending}
              onClick={() => find.run("after")}
            >
              Free time after
            </Button>
          </Group>
          <div aria-live="polite">
            {session.against.map((sentence) => (
              <Text key={sentence} className="vacation-against">
                <IconAlertTriangle size={16} aria-hidden /> {sentence}
              </Text>
            ))}
          </div>
        </Stack>
      )}
    </div>
  );
}
