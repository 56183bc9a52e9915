import { useAct } from "./act.ts";
import { client } from "./api.ts";
import { withEffect } from "./say.tsx";

/** Takes a change of the policy back by making the version before it the newest again. */
export function useRestore(): (version: number) => void {
  const restore = useAct({
    call: (version: number) => client.policy.restore.mutate({ version }),
    said: (change) => withEffect("Taken back.", change),
  });
  return restore.run;
}
