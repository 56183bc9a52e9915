import { useAct } from "./act.ts";
import { client } from "./api.ts";

/** Takes a change of the policy back by making the version before it the newest again. */
export function useRestore(): (version: number) => void {
  const restore = useAct({ call: (version: number) => client.policy.restore.mutate({ version }), said: "Taken back." });
  return restore.run;
}
