import { Button, Group, Stepper } from "@mantine/core";
import { IconArrowLeft, IconArrowRight } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { useLocation, useSearchParams } from "wouter";
import { useAct } from "../data/act.ts";
import { client, type VacationDraftView } from "../data/api.ts";
import { say } from "../data/say.tsx";
import { Page } from "../frame/page.tsx";
import { DaysStep } from "./daysStep.tsx";
import { NoticesStep } from "./noticesStep.tsx";
import { RepliesStep } from "./repliesStep.tsx";
import { SessionsStep } from "./sessionsStep.tsx";
import { type StepName, stepsOf, stepWords } from "./steps.ts";
import { SummaryStep } from "./summaryStep.tsx";
import { useVacationActions } from "./useVacationActions.ts";
import { type KeptDraft, useVacationDraft } from "./useVacationDraft.ts";

const titles = { new: "Plan a vacation", change: "Change a vacation", tell: "Tell clients" } as const;

/** Some steps in any order; what is typed is kept, and nothing is done before the last one is confirmed. */
export function Wizard({ view }: { readonly view: VacationDraftView }) {
  const [, go] = useLocation();
  const [parameters, setParameters] = useSearchParams();
  const kept = useVacationDraft(view);
  const { offerUndo } = useVacationActions();
  const { stage } = view.draft;
  const steps = stepsOf(stage);
  const named = steps.indexOf((parameters.get("step") ?? "") as StepName);
  const active = Math.max(0, named);
  const step = steps[active] ?? "summary";
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current) heading.current?.focus();
  }, [step]);

  const open = (name: StepName | undefined) => {
    if (name === undefined) return;
    moved.current = true;
    void kept.keep();
    setParameters({ step: name });
  };

  const finish = useAct({
    call: async () => {
      await kept.keep();
      return client.vacations.finish.mutate({ id: view.id });
    },
    said: null,
    done: (change) => {
      offerUndo(stage === "tell" ? "The notices are on their way." : "The vacation is planned.", change, () =>
        go(`/availability/plan/${encodeURIComponent(view.id)}?step=summary`),
      );
      go(`/availability/vacation/${encodeURIComponent(view.id)}`);
    },
  });
  const discard = useAct({
    call: async () => {
      await kept.keep();
      return client.vacations.discard.mutate({ id: view.id });
    },
    said: null,
    done: () => {
      say(stage === "new" ? "Nothing is planned." : "Everything stays as it was.");
      go("/availability");
    },
  });

  return (
    <Page
      title={titles[stage]}
      wide
      actions={
        <>
          <Button variant="default" onClick={() => go("/availability")}>
            Go on later
          </Button>
          <Button variant="default" loading={discard.pending} onClick={() => discard.run(undefined)}>
            Discard
          </Button>
        </>
      }
    >
      <div className="vacation-wizard">
        <Stepper active={active} onStepClick={(place) => open(steps[place])} size="sm" iconSize={30} wrap={false}>
          {steps.map((name) => (
            <Stepper.Step key={name} label={stepWords[name].short} />
          ))}
        </Stepper>
        <h2 ref={heading} tabIndex={-1} className="vacation-step-heading">
          {stepWords[step].title}
        </h2>
        <StepOf step={step} view={view} kept={kept} open={open} />
        <Group justify="space-between" mt="xl">
          <Button
            variant="default"
            disabled={active === 0}
            leftSection={<IconArrowLeft size={18} aria-hidden />}
            onClick={() => open(steps[active - 1])}
          >
            Back
          </Button>
          {step === "summary" ? (
            <Button loading={finish.pending} onClick={() => finish.run(undefined)}>
              {stage === "new" ? "Finish" : stage === "change" ? "Change the vacation" : "Send the notices"}
            </Button>
          ) : (
            <Button rightSection={<IconArrowRight size={18} aria-hidden />} onClick={() => open(steps[active + 1])}>
              Next
            </Button>
          )}
        </Group>
      </div>
    </Page>
  );
}

interface StepOfProps {
  readonly step: StepName;
  readonly view: VacationDraftView;
  readonly kept: KeptDraft;
  readonly open: (step: StepName) => void;
}

function StepOf({ step, view, kept, open }: StepOfProps) {
  switch (step) {
    case "days":
      return <DaysStep view={view} kept={kept} />;
    case "sessions":
      return <SessionsStep view={view} kept={kept} />;
    case "notices":
      return <NoticesStep view={view} kept={kept} />;
    case "replies":
      return <RepliesStep view={view} />;
    case "summary":
      return <SummaryStep view={view} open={open} />;
    default:
      return step satisfies never;
  }
}
