import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { IconPlayerPlay } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { usePolicyAct } from "../../availability/usePolicyAct.ts";
import { useAct } from "../../data/act.ts";
import { api, client } from "../../data/api.ts";
import { Asked } from "../../data/asked.tsx";
import { sayUndo } from "../../data/say.tsx";
import { Section } from "../../frame/page.tsx";
import { usePracticeTime } from "../../time/practiceTime.tsx";
import { counted } from "../../time/words.ts";
import { isSame, lastDays, noDraft, type Draft, type Simulation } from "./draft.ts";
import { DraftSettings } from "./draftSettings.tsx";
import { PeriodChoice } from "./periodChoice.tsx";
import { Trial } from "./trial.tsx";
import { useTrial } from "./useTrial.ts";

/** The draft, the days it is tried on, and what came of it. */
export function Workbench({ simulation }: { readonly simulation: Simulation | null }) {
  const { today } = usePracticeTime();
  const [{ draft, period }, setTrial] = useTrial(simulation, lastDays(28, today()));
  const [problem, setProblem] = useState<string | null>(null);
  /** Goes up when the draft is replaced as a whole, so that no field keeps what was typed into the former one. */
  const [turn, setTurn] = useState(0);
  const look = useQuery({
    ...api.simulator.look.queryOptions({ draft, period }),
    placeholderData: keepPreviousData,
  });
  const begin = useAct({ call: () => client.simulator.begin.mutate({ draft, period }), said: null });

  const setDraft = (next: Draft) => setTrial({ draft: next, period });
  const replace = (next: Draft) => {
    setDraft(next);
    setProblem(null);
    setTurn(turn + 1);
  };
  const drop = useAct({
    call: (_dropped: Draft) => client.simulator.drop.mutate(),
    said: null,
    done: (_, dropped) => {
      replace(noDraft);
      sayUndo("The draft was dropped.", () => replace(dropped));
    },
  });
  const takeOver = usePolicyAct({
    call: () => client.simulator.takeOver.mutate({ draft }),
    said: "The draft is in force.",
    done: () => replace(noDraft),
  });

  const altered = !isSame(draft, noDraft);
  const tried = simulation?.result?.policyVersion;
  const isOfTheseSettings = tried === undefined || look.data?.ok !== true || look.data.value.policyVersion === tried;
  return (
    <>
      <Section
        title="The draft"
        note="Message hours, what may interrupt and who is answered can be altered here. Days off, holidays, trips and hours agreed with clients stay as they are."
        action={
          altered ? (
            <Button variant="default" loading={drop.pending} onClick={() => drop.run(draft)}>
              Drop the draft
            </Button>
          ) : undefined
        }
      >
        <DraftSettings key={turn} draft={draft} change={setDraft} replace={replace} hours={{ problem, setProblem }} />
      </Section>
      <Section title="The days it is tried on">
        <Stack gap="md">
          <PeriodChoice period={period} change={(next) => setTrial({ draft, period: next })} />
          <Asked query={look} lines={2}>
            {(looked) =>
              looked.ok ? (
                <>
                  <Changes sentences={looked.value.changes} />
                  <Group>
                    <Button
                      leftSection={<IconPlayerPlay size={18} aria-hidden />}
                      loading={begin.pending || simulation?.result === null}
                      disabled={problem !== null || looked.value.changes.length === 0 || looked.value.messages === 0}
                      onClick={() => begin.run(undefined)}
                    >
                      Try it on {counted(looked.value.messages, "message")}
                    </Button>
                    <Text c="dimmed">{whyNot(problem, looked.value.changes, looked.value.messages)}</Text>
                  </Group>
                </>
              ) : (
                <Alert color="gray" role="alert">
                  {looked.sentence}
                </Alert>
              )
            }
          </Asked>
        </Stack>
      </Section>
      {simulation === null ? null : (
        <Trial
          key={simulation.id}
          simulation={simulation}
          ready={problem === null}
          outdated={!isSame(simulation.draft, draft) || !isSame(simulation.period, period) || !isOfTheseSettings}
          takeOver={() => takeOver.run(undefined)}
          takingOver={takeOver.pending}
        />
      )}
    </>
  );
}

/** Why the button waits; empty when it does not. */
function whyNot(problem: string | null, changes: readonly string[], messages: number): string {
  if (problem !== null) return "The hours of the draft are not right yet.";
  if (changes.length === 0) return "Alter something in the draft first.";
  return messages === 0 ? "No messages came in on these days." : "";
}

function Changes({ sentences }: { readonly sentences: readonly string[] }) {
  return sentences.length === 0 ? (
    <Text>The draft says the same as your settings.</Text>
  ) : (
    <div>
      <Text fw={600}>What the draft changes</Text>
      <ul className="simulator-changes" aria-label="What the draft changes">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}
