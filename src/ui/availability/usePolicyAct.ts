import { useAct, type Answer } from "../data/act.ts";
import type { Outputs } from "../data/api.ts";
import type { Problem } from "../data/problems.ts";
import { useRestore } from "../data/restore.ts";
import { policyChain, sayUndo, withEffect } from "../data/say.tsx";

type PolicyChange = Extract<Outputs["policy"]["setMessageHours"], { ok: true }>["value"];

interface PolicyActOptions<Input> {
  readonly call: (input: Input) => Promise<Answer<PolicyChange>>;
  readonly said: string;
  readonly done?: () => void;
  readonly place?: (problems: readonly Problem[]) => readonly Problem[];
}

/** A change of the policy: says what it did to the messages that wait, and can be taken back. */
export function usePolicyAct<Input>({ call, said, done, place }: PolicyActOptions<Input>) {
  const restore = useRestore();
  return useAct({
    call,
    said: null,
    done: (change) => {
      sayUndo(withEffect(said, change), () => restore(change.previousVersion), policyChain);
      done?.();
    },
    ...(place === undefined ? {} : { place }),
  });
}
