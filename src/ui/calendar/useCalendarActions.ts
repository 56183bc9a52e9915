import { useAct } from "../data/act.ts";
import { client, type Inputs, type SessionView } from "../data/api.ts";
import { sayUndo, withEffect } from "../data/say.tsx";
import type { TimeSpan } from "./weekGrid.tsx";

/** A change of the calendar that can be taken back, and what it did to the messages that wait. */
export interface Undoable {
  readonly undo: string;
  readonly effect: string | null;
}

export type Scope = Inputs["calendar"]["cancel"]["scope"];

/** Moving and cancelling appointments, each to be taken back for ten seconds. */
export function useCalendarActions() {
  const undo = useAct({
    call: (token: string) => client.calendar.undo.mutate({ token }),
    said: (change) => withEffect("Taken back.", change),
  });
  const offerUndo = (sentence: string, change: Undoable) =>
    sayUndo(withEffect(sentence, change), () => undo.run(change.undo));

  const cancel = useAct({
    call: ({ session, scope }: { readonly session: SessionView; readonly scope: Scope }) =>
      client.calendar.cancel.mutate({ seriesId: session.seriesId, recurrenceId: session.recurrenceId, scope }),
    said: null,
    done: (value, { session, scope }) =>
      offerUndo(
        `${scope === "this" || !session.recurring ? "Appointment" : "Appointments"} with ${session.name} cancelled.`,
        value,
      ),
  });

  const move = useAct({
    call: async ({ session, span }: { readonly session: SessionView; readonly span: TimeSpan }) => {
      const series = await client.calendar.series.query({ id: session.seriesId });
      if (series === null)
        return { ok: false, field: null, sentence: "This appointment is not in the calendar any more." } as const;
      return client.calendar.change.mutate({
        seriesId: session.seriesId,
        recurrenceId: session.recurrenceId,
        scope: "all",
        change: {
          clientId: series.clientId,
          title: series.title,
          start: span.start,
          durationMinutes: span.durationMinutes,
          repeats: null,
        },
      });
    },
    said: null,
    done: (value, { session }) => offerUndo(`${session.name} moved.`, value),
  });

  return {
    offerUndo,
    cancel: (session: SessionView, scope: Scope) => cancel.run({ session, scope }),
    cancelling: cancel.pending,
    /** Moves a single appointment; a series asks first what is meant. */
    moveSingle: (session: SessionView, span: TimeSpan) => move.run({ session, span }),
  };
}
