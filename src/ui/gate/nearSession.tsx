import { Button, Radio, Stack, Switch, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api } from "../data/api.ts";
import { Section } from "../frame/page.tsx";
import { counted } from "../time/words.ts";
import { NumbersForm } from "./numbersForm.tsx";
import { AddPhrase, Phrases } from "./phraseList.tsx";
import { type Gate, useGate } from "./useGate.ts";

/** What a client writes shortly before their own session. */
export function NearSession({ gate }: { readonly gate: Gate }) {
  const { nearSession } = gate;
  const { change, pending } = useGate("Messages before a session changed.");
  const shipped = useQuery({ ...api.policy.shippedPhrases.queryOptions(), staleTime: Infinity }).data?.logistics;
  const set = (part: Partial<typeof nearSession>) => change({ nearSession: { ...nearSession, ...part } });

  return (
    <Section
      title="Just before a session"
      note="In the hours before a client's session, and during it, that client's messages can surface although you are closed: “I am running late” is of no use afterwards."
    >
      <Stack>
        <Switch
          label="Let messages before a session surface"
          disabled={pending}
          checked={nearSession.on}
          onChange={(event) => set({ on: event.currentTarget.checked })}
        />
        {nearSession.on ? (
          <>
            <NumbersForm
              fields={[{ name: "hours", label: "From", suffix: "hours before", min: 1, max: 24 }]}
              values={nearSession}
              save={({ hours }) => set({ hours })}
              pending={pending}
              saveWords="Save hours before a session"
            />
            <Radio.Group
              label="Which messages"
              value={nearSession.phrases.length === 0 ? "all" : "phrases"}
              onChange={(value) => set({ phrases: value === "all" ? [] : (shipped ?? []) })}
            >
              <Stack gap={8} mt={6}>
                <Radio
                  value="phrases"
                  disabled={pending || shipped === undefined}
                  label="Those that speak of coming late, the place or the link"
                />
                <Radio value="all" disabled={pending} label="All of that client's messages" />
              </Stack>
            </Radio.Group>
            {nearSession.phrases.length === 0 ? null : (
              <details className="phrase-kind">
                <summary>Words and phrases ({nearSession.phrases.length})</summary>
                <AddPhrase
                  label="New phrase about a session"
                  known={nearSession.phrases}
                  pending={pending}
                  add={(phrase) => set({ phrases: [...nearSession.phrases, phrase] })}
                />
                <Phrases
                  label="Phrases about a session"
                  phrases={nearSession.phrases}
                  pending={pending}
                  remove={(phrase) => set({ phrases: nearSession.phrases.filter((one) => one !== phrase) })}
                />
                <Missing shipped={shipped ?? []} known={nearSession.phrases} add={(phrases) => set({ phrases })} />
              </details>
            )}
          </>
        ) : null}
      </Stack>
    </Section>
  );
}

interface MissingProps {
  readonly shipped: readonly string[];
  readonly known: readonly string[];
  readonly add: (phrases: string[]) => void;
}

function Missing({ shipped, known, add }: MissingProps) {
  const missing = shipped.filter((one) => !known.includes(one));
  if (missing.length === 0) return null;
  return (
    <Text component="div" mt="sm">
      {counted(missing.length, "phrase")} that the app comes with {missing.length === 1 ? "is" : "are"} not on your
      list.{" "}
      <Button variant="light" size="compact-sm" onClick={() => add([...known, ...missing])}>
        Add {missing.length === 1 ? "it" : "them"} again
      </Button>
    </Text>
  );
}
