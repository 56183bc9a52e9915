import { Button, Group, NativeSelect, Text } from "@mantine/core";
import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { usePolicyAct } from "../availability/usePolicyAct.ts";
import { api, client, type PolicyVersion } from "../data/api.ts";
import { Asked } from "../data/asked.tsx";
import { Section } from "../frame/page.tsx";
import { usePracticeTime } from "../time/practiceTime.tsx";
import "./versions.css";

const mostShown = 4;
const onePage = 40;

/** Every version of the policy, what changed in it, and a way back. */
export function PolicyVersions() {
  const [most, setMost] = useState(onePage);
  const listed = useQuery({ ...api.policy.versions.queryOptions({ most }), placeholderData: keepPreviousData });
  return (
    <Section
      title="Policy versions"
      note="Hours, closures, rules, agreements and replies are one policy. Every change makes a new version, and every decision about a message names the version it was made by."
    >
      <Asked query={listed} lines={8}>
        {({ versions, more }) => (
          <>
            <Comparison versions={versions} />
            <ol className="rows sheet" reversed aria-label="Policy versions">
              {versions.map((one) => (
                <Version key={one.version} one={one} />
              ))}
            </ol>
            {more ? (
              <Button mt="md" variant="default" loading={listed.isFetching} onClick={() => setMost(most + onePage)}>
                Show earlier versions
              </Button>
            ) : null}
          </>
        )}
      </Asked>
    </Section>
  );
}

function Version({ one }: { readonly one: PolicyVersion }) {
  const { moment } = usePracticeTime();
  const restore = usePolicyAct({
    call: () => client.policy.restore.mutate({ version: one.version }),
    said: `Version ${one.version} holds again.`,
  });
  const changes = one.changes ?? ["The first policy of this practice."];
  return (
    <li className="version">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div>
          <Text fw={600}>
            Version {one.version}, {moment(one.at)}
            {one.inForce ? " (in force)" : ""}
          </Text>
          <Changes sentences={changes} />
        </div>
        {one.inForce ? null : (
          <Button
            variant="default"
            size="compact-sm"
            flex="none"
            loading={restore.pending}
            onClick={() => restore.run(undefined)}
            aria-label={`Restore version ${one.version}`}
          >
            Restore
          </Button>
        )}
      </Group>
    </li>
  );
}

function Changes({ sentences }: { readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return <Text c="dimmed">Nothing changed.</Text>;
  const rest = sentences.slice(mostShown);
  return (
    <>
      <ul className="version-changes">
        {sentences.slice(0, mostShown).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {rest.length === 0 ? null : (
        <details>
          <summary>{rest.length} more</summary>
          <ul className="version-changes">
            {rest.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** Two versions beside each other. */
function Comparison({ versions }: { readonly versions: readonly PolicyVersion[] }) {
  const { moment } = usePracticeTime();
  const [chosen, choose] = useState<{ readonly from: number; readonly to: number } | null>(null);
  const compared = useQuery({
    ...api.policy.compareVersions.queryOptions(chosen ?? skipToken),
    placeholderData: keepPreviousData,
  });
  const newest = versions[0]?.version ?? 1;
  if (newest === 1) return null;
  const { from, to } = chosen ?? { from: newest - 1, to: newest };
  const options = versions.map(({ version, at }) => ({
    value: `${version}`,
    label: `Version ${version}, ${moment(at)}`,
  }));
  return (
    <div className="sheet version-comparison">
      <Group align="flex-end">
        <NativeSelect
          label="From"
          data={options}
          value={`${from}`}
          onChange={(event) => choose({ from: Number(event.currentTarget.value), to })}
        />
        <NativeSelect
          label="To"
          data={options}
          value={`${to}`}
          onChange={(event) => choose({ from, to: Number(event.currentTarget.value) })}
        />
        <Button variant="light" onClick={() => choose({ from, to })}>
          Compare
        </Button>
      </Group>
      <div aria-live="polite">
        {chosen === null || compared.data === undefined ? null : compared.data.ok ? (
          <AllChanges sentences={compared.data.value} />
        ) : (
          <Text mt="sm">{compared.data.sentence}</Text>
        )}
      </div>
    </div>
  );
}

function AllChanges({ sentences }: { readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return <Text mt="sm">These two are the same.</Text>;
  return (
    <ul className="version-changes" aria-label="Differences">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
