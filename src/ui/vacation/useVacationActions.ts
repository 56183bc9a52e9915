import { useAct } from "../data/act.ts";
import { client, type VacationChange } from "../data/api.ts";
import { sayUndo, withEffect } from "../data/say.tsx";

/** Taking changes of a vacation back for ten seconds: hours, sessions and notices together. */
export function useVacationActions() {
  const undo = useAct({
    call: ({ token }: { readonly token: string; readonly after: () => void }) =>
      client.vacations.undo.mutate({ token }),
    said: (change) => withEffect("Taken back.", change),
    done: (_value, { after }) => after(),
  });
  return {
    offerUndo: (sentence: string, change: VacationChange, after: () => void = () => undefined) =>
      sayUndo(withEffect(sentence, change), () => undo.run({ token: change.undo, after })),
  };
}
