import { Button, Text } from "@mantine/core";
import { IconFilePlus } from "@tabler/icons-react";
import { useAct } from "../data/act.ts";
import { client, type CommunicationPolicyView } from "../data/api.ts";
import { sayUndo } from "../data/say.tsx";
import { Section } from "../frame/page.tsx";
import { clausesDiffer } from "./policyDrift.tsx";

interface IssueEditionProps {
  readonly policy: CommunicationPolicyView;
  readonly issued: () => void;
}

/** What has changed since the last edition, and the button that makes it the next one. */
export function IssueEdition({ policy, issued }: IssueEditionProps) {
  const last = policy.editions[0];
  const takeBack = useAct({
    call: (number: number) => client.communicationPolicy.takeBack.mutate({ number }),
    said: (_, number) => `Edition ${number} taken back.`,
  });
  const issue = useAct({
    call: () => client.communicationPolicy.issue.mutate({ policyVersion: policy.policyVersion }),
    said: null,
    done: ({ number }) => {
      sayUndo(`Edition ${number} issued.`, () => takeBack.run(number));
      issued();
    },
  });
  const current = last !== undefined && policy.differing.length === 0;
  return (
    <Section
      title="What your clients should know"
      note="The letter is written from your settings. What clients were given is the last edition."
    >
      <div className="sheet letter-panel">
        {last === undefined ? (
          <Text>No edition has been issued yet. Read the letter, then issue it and give it to your clients.</Text>
        ) : current ? (
          <Text>Edition {last.number} says what your settings say.</Text>
        ) : (
          <>
            <Text>
              Your settings have changed since edition {last.number}: {clausesDiffer(policy.differing.length)}.
            </Text>
            <ul className="letter-differing">
              {policy.differing.map(({ id, heading, kind }) => (
                <li key={id}>
                  {heading}
                  {kind === "changed" ? "" : ` (${kind})`}
                </li>
              ))}
            </ul>
          </>
        )}
        {current ? null : (
          <Button
            mt="sm"
            leftSection={<IconFilePlus size={18} stroke={1.6} aria-hidden />}
            loading={issue.pending}
            onClick={() => issue.run(undefined)}
          >
            Issue edition {(last?.number ?? 0) + 1}
          </Button>
        )}
      </div>
    </Section>
  );
}
