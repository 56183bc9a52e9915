import { createContext, useContext } from "react";
import { client, type AvailabilityView } from "../data/api.ts";
import { usePolicyAct } from "../availability/usePolicyAct.ts";

export type Gate = AvailabilityView["gate"];

interface GateAct {
  readonly change: (part: Partial<Gate>) => void;
  readonly pending: boolean;
}

const GateDraftContext = createContext<GateAct["change"] | null>(null);

/** Around settings of the gate that are only thought about: what is changed in them goes here and nowhere else. */
export const GateDraft = GateDraftContext.Provider;

/** Are these settings part of a draft, which is kept as it is altered? */
export const useInDraft = (): boolean => useContext(GateDraftContext) !== null;

/** Changes a part of the gate's settings; the rest stays as it is, whoever changes it at the same time. */
export function useGate(said: string): GateAct {
  const alterDraft = useContext(GateDraftContext);
  const act = usePolicyAct({
    call: (part: Partial<Gate>) => client.policy.setGate.mutate(part),
    said,
  });
  return alterDraft === null ? { change: act.run, pending: act.pending } : { change: alterDraft, pending: false };
}
