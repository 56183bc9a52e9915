import { useMutation } from "@tanstack/react-query";
import { queryClient } from "./api.ts";
import { isLocked, problemsOf, type Problem } from "./problems.ts";
import { say, sayProblem } from "./say.tsx";

/** What a mutation answers: the value, or a refusal with a sentence. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly field: string | null; readonly sentence: string };

interface ActOptions<Input, Value> {
  readonly call: (input: Input) => Promise<Answer<Value>>;
  /** What is said when it worked; null when the screen itself shows it. */
  readonly said: string | ((value: Value, input: Input) => string) | null;
  readonly done?: (value: Value, input: Input) => void;
  /** Puts problems beside their fields and returns those that have none; these are said aloud. */
  readonly place?: (problems: readonly Problem[]) => readonly Problem[];
}

export interface Act<Input> {
  readonly run: (input: Input) => void;
  readonly pending: boolean;
}

/** One thing the therapist does: pending while it runs, success and refusal always said. */
export function useAct<Input, Value>({ call, said, done, place }: ActOptions<Input, Value>): Act<Input> {
  const tell = (problems: readonly Problem[]) => {
    const homeless = place === undefined ? problems : place(problems);
    for (const problem of homeless) sayProblem(problem.sentence);
  };
  const mutation = useMutation({
    mutationFn: call,
    onSuccess: (answer, input) => {
      if (!answer.ok) {
        tell([answer]);
        return;
      }
      const words = typeof said === "function" ? said(answer.value, input) : said;
      if (words !== null) say(words);
      done?.(answer.value, input);
    },
    onError: (error) => {
      tell(problemsOf(error));
      if (isLocked(error)) void queryClient.invalidateQueries();
    },
    // The event stream says the same a moment later; this keeps the screen true while the stream is down.
    onSettled: () => queryClient.invalidateQueries(),
  });
  return { run: (input) => mutation.mutate(input), pending: mutation.isPending };
}
