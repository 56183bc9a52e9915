import { Button, Group, Loader, Text } from "@mantine/core";
import { IconCircleCheck, IconCircleX, IconPlugConnected } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { client, type Outputs } from "../data/api.ts";
import { problemsOf, type Problem } from "../data/problems.ts";
import { sayProblem } from "../data/say.tsx";
import { counted } from "../time/words.ts";
import type { MailboxInput } from "./mailboxValues.ts";

interface ConnectionTestProps {
  readonly id: string | null;
  readonly input: () => MailboxInput;
  readonly place: (problems: readonly Problem[]) => readonly Problem[];
}

type Result = Extract<Outputs["mailboxes"]["test"], { ok: true }>["value"];

/** Tries both servers with what is in the form, and says for each what came of it. */
export function ConnectionTest({ id, input, place }: ConnectionTestProps) {
  const waiting = useRef<AbortController | null>(null);
  const test = useMutation({
    mutationFn: () => {
      waiting.current = new AbortController();
      return client.mailboxes.test.mutate({ id, account: input() }, { signal: waiting.current.signal });
    },
    onSuccess: (answer) => {
      for (const problem of place(answer.ok ? [] : [answer])) sayProblem(problem.sentence);
    },
    onError: (error) => {
      if (waiting.current?.signal.aborted === true) return;
      for (const problem of place(problemsOf(error))) sayProblem(problem.sentence);
    },
  });

  return (
    <div>
      <Group>
        <Button
          variant="default"
          leftSection={<IconPlugConnected size={18} aria-hidden />}
          disabled={test.isPending}
          onClick={() => test.mutate()}
        >
          Test connection
        </Button>
        {test.isPending ? (
          <>
            <Loader size="sm" type="dots" aria-hidden />
            <Text aria-live="polite">Signing in at both servers. This can take half a minute.</Text>
            <Button variant="subtle" size="compact-sm" onClick={() => waiting.current?.abort()}>
              Stop waiting
            </Button>
          </>
        ) : null}
      </Group>
      <div aria-live="polite">
        {test.data?.ok === true && !test.isPending ? <Results result={test.data.value} /> : null}
      </div>
    </div>
  );
}

function Results({ result }: { readonly result: Result }) {
  return (
    <ul className="test-results" aria-label="Result of the test">
      <li>
        {result.incoming.ok ? <IconCircleCheck size={20} aria-hidden /> : <IconCircleX size={20} aria-hidden />}
        <span>
          <strong>Incoming mail:</strong>{" "}
          {result.incoming.ok
            ? `works, ${counted(result.incoming.messages, "message")} in the mailbox.`
            : result.incoming.fault.sentence}
        </span>
      </li>
      <li>
        {result.outgoing.ok ? <IconCircleCheck size={20} aria-hidden /> : <IconCircleX size={20} aria-hidden />}
        <span>
          <strong>Outgoing mail:</strong> {result.outgoing.ok ? "works." : result.outgoing.fault.sentence}
        </span>
      </li>
    </ul>
  );
}
