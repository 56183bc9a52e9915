import { Button, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api, type ShippedPhrases } from "../data/api.ts";
import { Section } from "../frame/page.tsx";
import { counted } from "../time/words.ts";
import { AddPhrase, Phrases } from "./phraseList.tsx";
import { type Gate, useGate } from "./useGate.ts";

const kinds: readonly (readonly [kind: keyof ShippedPhrases["safety"], words: string])[] = [
  ["crisis", "Dying and self-harm"],
  ["danger", "Danger and violence"],
  ["goodbye", "Taking leave"],
  ["means", "Means"],
  ["emoji", "Pictures"],
];

/** Words that let a message surface at any hour: one's own, and those the app comes with. */
export function SafetyPhrases({ gate }: { readonly gate: Gate }) {
  const shipped = useQuery({ ...api.policy.shippedPhrases.queryOptions(), staleTime: Infinity }).data?.safety;
  const added = useGate("Safety phrase added.");
  const removed = useGate("Safety phrase removed.");
  const restored = useGate("Safety phrases restored.");
  const pending = added.pending || removed.pending || restored.pending;
  const phrases = gate.safetyPhrases;
  const remove = (phrase: string) => removed.change({ safetyPhrases: phrases.filter((one) => one !== phrase) });

  const all = shipped === undefined ? [] : kinds.flatMap(([kind]) => shipped[kind]);
  const missing = all.filter((one) => !phrases.includes(one));
  const own = phrases.filter((one) => !all.includes(one));

  return (
    <Section
      title="Safety phrases"
      note="A message with one of these surfaces at any hour and gets the safety reply. They can only let a message through, never hold one. The app does not recognise a crisis: somebody in danger may write none of them."
    >
      <AddPhrase
        label="New safety phrase"
        known={phrases}
        pending={pending}
        add={(phrase) => added.change({ safetyPhrases: [...phrases, phrase] })}
      />
      {own.length === 0 ? (
        <Text c="dimmed" mb="sm">
          None of your own yet.
        </Text>
      ) : (
        <>
          <h3 className="gate-heading">Your own</h3>
          <Phrases label="Your own safety phrases" phrases={own} remove={remove} pending={pending} />
        </>
      )}
      {shipped === undefined
        ? null
        : kinds.map(([kind, words]) => {
            const there = phrases.filter((one) => shipped[kind].includes(one));
            return there.length === 0 ? null : (
              <details key={kind} className="phrase-kind">
                <summary>
                  {words} ({there.length})
                </summary>
                <Phrases label={words} phrases={there} remove={remove} pending={pending} />
              </details>
            );
          })}
      {missing.length === 0 ? null : (
        <Text component="div" mt="sm">
          {counted(missing.length, "phrase")} that the app comes with {missing.length === 1 ? "is" : "are"} not on your
          list.{" "}
          <Button
            variant="light"
            size="compact-sm"
            loading={restored.pending}
            disabled={pending}
            onClick={() => restored.change({ safetyPhrases: [...phrases, ...missing] })}
          >
            Add {missing.length === 1 ? "it" : "them"} again
          </Button>
        </Text>
      )}
    </Section>
  );
}
