import { createContext, useContext, useState, type ReactNode } from "react";
import { useAct } from "../data/act.ts";
import { client } from "../data/api.ts";
import { policyChain, say, sayUndo, withEffect } from "../data/say.tsx";
import { useRestore } from "../data/restore.ts";
import { UntilDialog, type UntilPurpose } from "./untilDialog.tsx";

interface LightActions {
  readonly closeEarly: () => void;
  readonly endDoNotDisturb: () => void;
  /** Asks for the time until which the practice is open or not to be disturbed. */
  readonly ask: (purpose: UntilPurpose) => void;
  readonly pending: boolean;
}

const LightActionsContext = createContext<LightActions | null>(null);

/** What can be done to the practice light, from its menu and from the command palette. */
export function LightActionsProvider({ children }: { readonly children: ReactNode }) {
  const [asking, setAsking] = useState<UntilPurpose | null>(null);
  const restore = useRestore();
  const closeEarly = useAct({
    call: () => client.light.closeEarly.mutate(),
    said: null,
    done: (change) =>
      sayUndo(
        withEffect("The practice is closed for now.", change),
        () => restore(change.previousVersion),
        policyChain,
      ),
  });
  const openUntil = useAct({
    call: (until: number) => client.light.openUntil.mutate({ until }),
    said: null,
    done: (change) => {
      setAsking(null);
      sayUndo(withEffect("The practice is open now.", change), () => restore(change.previousVersion), policyChain);
    },
  });
  const endDoNotDisturb = useAct({
    call: () => client.light.endDoNotDisturb.mutate(),
    said: (change) => withEffect("Do not disturb has ended.", change),
  });
  const doNotDisturb = useAct({
    call: (until: number) => client.light.doNotDisturb.mutate({ until }),
    said: null,
    done: (change) => {
      setAsking(null);
      say(withEffect("Messages are held for now. Safety words still come through.", change));
    },
  });

  const actions: LightActions = {
    closeEarly: () => closeEarly.run(undefined),
    endDoNotDisturb: () => endDoNotDisturb.run(undefined),
    ask: setAsking,
    pending: closeEarly.pending || endDoNotDisturb.pending || openUntil.pending || doNotDisturb.pending,
  };

  return (
    <LightActionsContext value={actions}>
      {children}
      {asking === null ? null : (
        <UntilDialog
          purpose={asking}
          pending={openUntil.pending || doNotDisturb.pending}
          choose={asking === "open" ? openUntil.run : doNotDisturb.run}
          close={() => setAsking(null)}
        />
      )}
    </LightActionsContext>
  );
}

export function useLightActions(): LightActions {
  const value = useContext(LightActionsContext);
  if (value === null) throw new Error("useLightActions needs LightActionsProvider around it.");
  return value;
}
