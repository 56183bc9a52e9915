import { Button, Group } from "@mantine/core";
import { useAct } from "../data/act.ts";
import { client, type Inputs, type MessageView } from "../data/api.ts";
import { sayUndo } from "../data/say.tsx";

type Meaning = NonNullable<Inputs["inbox"]["settleKeyword"]["meaning"]>;

interface Choice {
  readonly meaning: Meaning;
  readonly words: string;
  readonly said: string;
}

const choices: Readonly<Record<NonNullable<MessageView["unclear"]>, readonly Choice[]>> = {
  "opt-out": [
    {
      meaning: "opt-out",
      words: "They want no automatic replies",
      said: "They get no automatic replies from now on. Their messages come in as ever.",
    },
    { meaning: "other", words: "They meant the appointment", said: "Automatic replies go on." },
  ],
  "opt-in": [
    { meaning: "opt-in", words: "They want automatic replies again", said: "They get automatic replies again." },
    { meaning: "other", words: "They meant something else", said: "They still get no automatic replies." },
  ],
};

interface KeywordQuestionProps {
  readonly messageId: string;
  readonly question: NonNullable<MessageView["unclear"]>;
}

/** How a message was meant that may be an opt-out: only the therapist can tell, and can take it back. */
export function KeywordQuestion({ messageId, question }: KeywordQuestionProps) {
  const takeBack = useAct({
    call: () => client.inbox.settleKeyword.mutate({ id: messageId, meaning: null }),
    said: "Taken back. The question is open again.",
  });
  const settle = useAct({
    call: ({ meaning }: Choice) => client.inbox.settleKeyword.mutate({ id: messageId, meaning }),
    said: null,
    done: (_, { said }) => {
      sayUndo(said, () => takeBack.run(undefined));
    },
  });
  return (
    <Group gap="xs">
      {choices[question].map((choice) => (
        <Button
          key={choice.meaning}
          variant="default"
          size="compact-sm"
          disabled={settle.pending}
          onClick={() => settle.run(choice)}
        >
          {choice.words}
        </Button>
      ))}
    </Group>
  );
}
