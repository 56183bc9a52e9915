import { useAct, type Act } from "../data/act.ts";
import { client, type AcknowledgementView } from "../data/api.ts";
import { sayUndo } from "../data/say.tsx";
import { dateOf } from "../time/dates.ts";
import { usePracticeTime } from "../time/practiceTime.tsx";

/** Removes the newest acknowledgement of a client; for ten seconds it can be put back with its day. */
export function useTakeBackAcknowledgement(): Act<AcknowledgementView> {
  const { wallAt } = usePracticeTime();
  const putBack = useAct({
    call: ({ clientId, edition, acknowledgedAt }: AcknowledgementView) =>
      client.communicationPolicy.acknowledge.mutate({
        clientId,
        edition: edition ?? 0,
        date: dateOf(wallAt(acknowledgedAt ?? 0)),
      }),
    said: "Put back.",
  });
  return useAct({
    call: ({ clientId, edition }: AcknowledgementView) =>
      client.communicationPolicy.takeBackAcknowledgement.mutate({ clientId, edition: edition ?? 0 }),
    said: null,
    done: (_, one) => sayUndo(`The acknowledgement of ${one.name} is removed.`, () => putBack.run(one)),
  });
}
