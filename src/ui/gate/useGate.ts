import { client, type AvailabilityView } from "../data/api.ts";
import { usePolicyAct } from "../availability/usePolicyAct.ts";

export type Gate = AvailabilityView["gate"];

interface GateAct {
  readonly change: (part: Partial<Gate>) => void;
  readonly pending: boolean;
}

/** Changes a part of the gate's settings; the rest stays as it is, whoever changes it at the same time. */
export function useGate(said: string): GateAct {
  const act = usePolicyAct({
    call: (part: Partial<Gate>) => client.policy.setGate.mutate(part),
    said,
  });
  return { change: act.run, pending: act.pending };
}
