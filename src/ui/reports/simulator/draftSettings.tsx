import { Accordion, NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { turnOfWeek } from "../../../domain/availability/alternation.ts";
import { problemInWeeks, savedAs, type Weeks, weeksOf } from "../../availability/weeks.ts";
import { WeeksFields } from "../../availability/weeksFields.tsx";
import { api } from "../../data/api.ts";
import { Asked } from "../../data/asked.tsx";
import { Batching } from "../../gate/batching.tsx";
import "../../gate/gate.css";
import { NearSession } from "../../gate/nearSession.tsx";
import { RepeatedContact } from "../../gate/repeatedContact.tsx";
import { SafetyPhrases } from "../../gate/safetyPhrases.tsx";
import { SessionBuffers } from "../../gate/sessionBuffers.tsx";
import { GateDraft } from "../../gate/useGate.ts";
import { ReplyChoices } from "../../replies/replySettings.tsx";
import { usePracticeTime } from "../../time/practiceTime.tsx";
import { alteredGate, noDraft, type Basis, type Draft } from "./draft.ts";

interface DraftSettingsProps {
  readonly draft: Draft;
  readonly change: (draft: Draft) => void;
  /** Begins another draft. */
  readonly replace: (draft: Draft) => void;
  readonly hours: { readonly problem: string | null; readonly setProblem: (problem: string | null) => void };
}

/** The settings of a draft, in the forms in which they are set elsewhere. */
export function DraftSettings({ draft, change, replace, hours }: DraftSettingsProps) {
  const basis = useQuery(api.simulator.basis.queryOptions({ version: draft.from }));
  return (
    <>
      <BeginWith from={draft.from} choose={(from) => replace({ ...noDraft, from })} />
      <Asked query={basis} lines={3}>
        {(answer) =>
          answer.ok ? (
            <Parts basis={answer.value} draft={draft} change={change} hours={hours} />
          ) : (
            <p>{answer.sentence}</p>
          )
        }
      </Asked>
    </>
  );
}

interface BeginWithProps {
  readonly from: number | null;
  readonly choose: (from: number | null) => void;
}

function BeginWith({ from, choose }: BeginWithProps) {
  const { moment } = usePracticeTime();
  const listed = useQuery(api.policy.versions.queryOptions({ most: 200 }));
  const earlier = (listed.data?.versions ?? []).filter(({ inForce }) => !inForce);
  if (earlier.length === 0) return null;
  return (
    <NativeSelect
      label="Begin with"
      maw="28rem"
      mb="md"
      value={from === null ? "" : `${from}`}
      onChange={({ currentTarget: { value } }) => choose(value === "" ? null : Number(value))}
      data={[
        { value: "", label: "Your settings as they are" },
        ...earlier.map(({ version, at }) => ({ value: `${version}`, label: `Version ${version}, ${moment(at)}` })),
      ]}
    />
  );
}

interface PartsProps extends Pick<DraftSettingsProps, "draft" | "change" | "hours"> {
  readonly basis: Basis;
}

function Parts({ basis, draft, change, hours }: PartsProps) {
  const { today } = usePracticeTime();
  const gate = alteredGate(basis.gate, draft.gate);
  /* null while nothing was touched: then the hours in force are shown, whoever changed them. */
  const [edited, setEdited] = useState<Weeks | null>(null);
  const { messageHours, alternation } = draft.weeks ?? basis;
  const weekNow = alternation === null ? 0 : turnOfWeek(alternation, today());
  return (
    <Accordion multiple variant="separated" chevronPosition="left" order={3}>
      <Accordion.Item value="hours">
        <Accordion.Control>Message hours</Accordion.Control>
        <Accordion.Panel>
          <WeeksFields
            weeks={edited ?? weeksOf({ messageHours, alternation, weekNow })}
            problem={hours.problem}
            change={(next) => {
              setEdited(next);
              const found = problemInWeeks(next);
              hours.setProblem(found);
              const { messageHours: altered, alternation: turns = null } = savedAs(next, today());
              if (found === null) change({ ...draft, weeks: { messageHours: altered, alternation: turns } });
            }}
          />
        </Accordion.Panel>
      </Accordion.Item>
      <Accordion.Item value="gate">
        <Accordion.Control>What may interrupt</Accordion.Control>
        <Accordion.Panel>
          <GateDraft value={(part) => change({ ...draft, gate: { ...draft.gate, ...part } })}>
            <SafetyPhrases gate={gate} />
            <RepeatedContact gate={gate} />
            <NearSession gate={gate} />
            <SessionBuffers gate={gate} />
            <Batching gate={gate} />
          </GateDraft>
        </Accordion.Panel>
      </Accordion.Item>
      <Accordion.Item value="replies">
        <Accordion.Control>Who is answered</Accordion.Control>
        <Accordion.Panel>
          <ReplyChoices
            replies={draft.replies ?? basis.replies}
            change={(replies) => change({ ...draft, replies })}
            pending={false}
          />
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
